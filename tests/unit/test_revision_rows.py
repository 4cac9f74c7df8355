"""The rows of what a later edition of a source changed."""

from __future__ import annotations

from briefings.model import Passage
from briefings.revisions import Revision
from briefings.views.sources import _revision

OLD = Passage("t1p1", "We saw 3 boats.", 4, 4)
NEW = Passage("t1p2", "We saw 4 boats.", 6, 6)


def test_a_row_names_the_line_that_was_and_the_passage_that_is() -> None:
    changed = _revision(Revision("changed", OLD, NEW), "boats")
    assert (changed.kind, changed.line, changed.passage) == ("changed", 4, "t1p2")
    assert changed.url == "briefings/boats/#t1p2"
    added = _revision(Revision("added", None, NEW), "boats")
    assert (added.line, added.passage, added.url) == (None, "t1p2", "briefings/boats/#t1p2")
    dropped = _revision(Revision("dropped", OLD, None), "boats")
    assert (dropped.line, dropped.passage, dropped.url) == (4, None, None)


def test_what_is_in_no_briefing_leads_nowhere() -> None:
    row = _revision(Revision("changed", OLD, NEW), None)
    assert (row.line, row.passage, row.url) == (4, None, None)
