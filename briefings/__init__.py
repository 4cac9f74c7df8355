"""From the texts of press briefings to an annotated, searchable, static site.

The stages run in one direction: seeds -> read -> clean -> parse -> extract -> relate ->
annotate -> views -> render -> publish.  `briefings.pipeline` calls them in that order.
"""
