"""Relations between the texts of a corpus, computed from small summaries of briefings.

`summarise` and `measure` process one briefing. `relate` and `crosschecks` process all summaries,
and read a text again only to compare it with another or to quote from it.
"""
