"""Whether somebody said so: quotations held against the texts, by rules that a browser follows too.

`architecture/quotations.md` says the rules in words; `rules.json` beside this file holds the words
and the limits that they need, and is published with the index.
"""
