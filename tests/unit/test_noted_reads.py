"""Test which reads of a page are recorded, and when its earlier state still holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from briefings.model.page import SiteInfo
from briefings.views.digests import digest
from briefings.views.lookup import Lookup
from briefings.views.reads import (
    Key,
    NotedFields,
    NotedMapping,
    NotedSequence,
    is_of_texts,
    kept,
    reader,
    reader_of,
)

from .sample_corpus import CORPUS, FISH, UNDATED

SITE = SiteInfo("Briefings")


@dataclass(frozen=True)
class Shown:
    """A thing with a field of each kind."""

    name: str
    rows: tuple[str, ...] = ()
    inner: Any = None


def _find() -> Lookup:
    return Lookup(CORPUS, SITE)


@pytest.mark.parametrize(
    ("key", "of_texts"),
    [
        (("entry", "people", "ada-chair"), True),
        (("is-there", "outlets", "x"), True),
        (("keys", "topics"), True),
        (("count", "terms"), True),
        (("entries", "figures"), True),
        # What notes, checks and earlier publications change.
        (("entry", "checks", "010"), False),
        (("keys", "former"), False),
        (("field", "corpus", "people"), True),
        (("field-count", "corpus", "figures"), True),
        (("field", "corpus", "changes"), False),
        (("field", "corpus.relations", "phrases"), True),
        (("field", "corpus.annotations", "notes"), False),
        (("field", "corpus.report", "people"), False),
        (("given", "figures/2021/"), True),
        (("lookup.Lookup.who", "ada-chair", None), True),
        (("notes.notes_by_passage", FISH), False),
    ],
)
def test_what_depends_on_the_texts_alone(key: Key, of_texts: bool) -> None:
    assert is_of_texts(key) is of_texts


def test_each_way_of_reading_a_mapping_is_its_own_read() -> None:
    find = _find()
    entries = NotedMapping(find.reads, "m", {"a": 1, "b": 2})
    ways: list[tuple[Any, Any, list[Key]]] = [
        (lambda: entries["a"], 1, [("entry", "m", "a")]),
        (lambda: entries.get("c", 5), 5, [("entry", "m", "c")]),
        (lambda: entries.get("b"), 2, [("entry", "m", "b")]),
        (lambda: "c" in entries, False, [("is-there", "m", "c")]),
        (lambda: list(iter(entries)), ["a", "b"], [("keys", "m")]),
        (lambda: list(reversed(entries)), ["b", "a"], [("keys", "m")]),
        (lambda: len(entries), 2, [("count", "m")]),
        (lambda: list(entries.values()), [1, 2], [("entries", "m")]),
        (lambda: list(entries.items()), [("a", 1), ("b", 2)], [("entries", "m")]),
    ]
    for read, value, keys in ways:
        with find.reads.of_page() as noted:
            got = read()
        assert (got, list(noted)) == (value, keys)
        # Between pages, nothing is recorded.
        assert read() == value
        assert list(noted) == keys


def test_a_long_field_is_counted_or_read() -> None:
    find = _find()
    rows = NotedSequence(find.reads, "corpus", "figures", ("a", "b"))
    with find.reads.of_page() as noted:
        assert len(rows) == 2
    assert list(noted) == [("field-count", "corpus", "figures")]
    with find.reads.of_page() as noted:
        assert rows[1] == "b"
    assert list(noted) == [("field", "corpus", "figures")]
    with find.reads.of_page() as noted:
        assert next(iter(rows)) == "a"
    assert list(noted) == [("field", "corpus", "figures")]
    assert (len(rows), rows[0], list(rows)) == (2, "a", ["a", "b"])
    assert list(noted) == [("field", "corpus", "figures")]


def test_fields_are_read_one_by_one_and_inner_things_by_their_own_fields() -> None:
    find = _find()
    fields = NotedFields(find.reads, "x", Shown("outer", ("r",), Shown("inner")), ("inner",))
    with find.reads.of_page() as noted:
        assert (fields.name, fields.inner.name) == ("outer", "inner")
    assert list(noted) == [("field", "x", "name"), ("field", "x.inner", "name")]
    with find.reads.of_page() as noted:
        assert len(fields.rows) == 1
    assert list(noted) == [("field-count", "x", "rows")]


def test_within_a_read_nothing_else_is_recorded_and_after_it_all_is_again() -> None:
    find = _find()
    with find.reads.of_page() as noted:
        with find.reads.note(("outer",)):
            assert find.person_name("ada-chair") == "Ada Chair"
        assert find.outlets["the-paper"].name == "The Paper"
    assert list(noted) == [("outer",), ("entry", "outlets", "the-paper")]
    assert find.reads.page is None
    # An error ends the page, too.
    with pytest.raises(KeyError), find.reads.of_page(), find.reads.note(("outer",)):
        find.people["nobody"]
    assert find.reads.page is None


def test_a_reader_is_recorded_with_its_arguments_and_kept_once_computed() -> None:
    calls: list[str] = []

    @reader
    @kept
    def shouted(find: Lookup, word: str) -> str:
        calls.append(word)
        return f"{word}!"

    find = _find()
    with find.reads.of_page() as noted:
        assert shouted(find, "fish") == shouted(find, "fish") == "fish!"
    (key,) = noted
    assert (str(key[0]).rpartition(".")[2], key[1:]) == ("shouted", ("fish",))
    assert shouted(find, "nets") == "nets!"
    assert calls == ["fish", "nets"]
    assert not is_of_texts(key)
    # The state is that of the value: another site or corpus gives the same digest.
    assert find.reads.state(noted) == _find().reads.state(noted)
    assert find.reads.state(noted) != find.reads.state([(key[0], "nets")])


def test_two_thousand_values_are_held_ready_and_the_oldest_leave_first() -> None:
    calls: list[int] = []

    @kept
    def doubled(find: Lookup, number: int) -> int:
        calls.append(number)
        return 2 * number

    find = _find()
    for number in range(2001):
        assert doubled(find, number) == 2 * number
    assert len(find.reads.values) == 2000
    calls.clear()
    assert [doubled(find, number) for number in (2000, 1, 0)] == [4000, 2, 0]
    assert calls == [0]


def test_a_reader_of_an_attribute_is_read_through_it() -> None:
    find = _find()
    briefing = CORPUS.briefings[0].slug
    with find.reads.of_page() as noted:
        assert find.taken.words(briefing) == 56
    assert len(noted) == 1
    assert find.reads.state(noted) is not None
    fewer = replace(CORPUS.briefings[0], exchanges=())
    other = Lookup(replace(CORPUS, briefings=(fewer, CORPUS.briefings[1])), SITE)
    assert other.reads.state(noted) == find.reads.state(noted)
    assert callable(reader_of("taken"))


def test_a_briefing_with_a_digest_is_not_loaded_to_be_compared() -> None:
    """Its digest stands for its texts; what else is said of it is compared as it is."""
    key: Key = ("entry", "briefings", FISH)
    digests = {FISH: "1"}
    known = Lookup(replace(CORPUS, digests=digests), SITE)
    same = Lookup(replace(CORPUS, digests=dict(digests)), SITE)
    assert known.reads.state([key]) == same.reads.state([key])
    other = Lookup(replace(CORPUS, digests={FISH: "2"}), SITE)
    assert known.reads.state([key]) != other.reads.state([key])
    fish, harbour = CORPUS.briefings
    bare = replace(fish, witnesses=(), exchanges=())
    emptied = Lookup(replace(CORPUS, briefings=(bare, harbour), digests=digests), SITE)
    assert known.reads.state([key]) == emptied.reads.state([key])
    renamed = replace(fish, title="Another")
    changed = Lookup(replace(CORPUS, briefings=(renamed, harbour), digests=digests), SITE)
    assert known.reads.state([key]) != changed.reads.state([key])
    # Only briefings have digests of their own.
    person: Key = ("entry", "people", "ada-chair")
    assert known.reads.state([person]) == _find().reads.state([person])
    harbour_key: Key = ("entry", "briefings", UNDATED)
    assert known.reads.state([harbour_key]) == _find().reads.state([harbour_key])


def test_what_was_recalled_is_taken_and_what_was_not_is_news() -> None:
    key: Key = ("entry", "people", "ada-chair")
    first = _find().reads
    first.state([key])
    again = _find().reads
    again.recall(first.of_texts())
    assert again.state([key]) == first.state([key])
    assert not again.has_news
    again.state([("entry", "people", "bo-fisher")])
    assert again.has_news
    # Reads that do not depend on texts alone are neither kept nor news.
    other = _find().reads
    other.recall(first.of_texts())
    other.state([("entry", "checks", "010")])
    assert not other.has_news
    assert other.of_texts() == {}


def test_values_are_told_apart_whatever_holds_them() -> None:
    assert digest(Shown("a")) != digest(Shown("b"))
    assert digest([1, (2, "x")]) == digest((1, [2, "x"]))
    assert digest({1: [2]}) == digest({1: (2,)})
    assert digest({1: [2]}) != digest({1: [3]})
    assert digest(None) != digest(False)
    assert digest(range(2)) == digest((0, 1))
    assert digest({"b", "a"}) == digest(("a", "b"))
