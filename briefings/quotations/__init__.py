"""Checks quotations against the texts, by rules that the browser follows too.

`architecture/quotations.md` specifies the rules; `rules.json`, in this folder, has their words and
limits, and is published with the index.
"""
