"""What the texts have to do with one another, worked out from small summaries of briefings.

`summarise` and `measure` look at one briefing; `relate` and `crosschecks` look at all summaries,
and read a text again only where two are to be held side by side or words are to be quoted.
"""
