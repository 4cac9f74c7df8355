"""Test recording and comparing what pages read of the corpus."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from briefings import urls
from briefings.model import Corpus, Report
from briefings.model.page import Limits, Mark, SiteInfo
from briefings.views import Lookup, gone_pages, pending_pages, pieces, views
from briefings.views.digests import digest
from briefings.views.pending import made
from briefings.views.reads import Key, is_of_texts
from tests.gathered import five

from .sample_corpus import CORPUS, FISH, UNDATED

SITE = SiteInfo("Briefings", url="https://example.org/b/")


def _states(corpus: Corpus, site: SiteInfo = SITE) -> dict[str, tuple[list[Key], str | None]]:
    """The reads of each page and their state."""
    find = Lookup(corpus, site)
    states = {}
    for pending in pending_pages(find, corpus):
        with find.reads.of_page() as noted:
            pending.make()
        states[pending.url] = (list(noted), find.reads.state(noted))
    return states


def _changed(after: Corpus, site: SiteInfo = SITE) -> set[str]:
    """Pages of the sample whose reads return something else in another corpus."""
    find = Lookup(after, site)
    return {url for url, (keys, state) in BEFORE.items() if find.reads.state(keys) != state}


BEFORE = _states(CORPUS)


def test_every_page_has_a_state_and_the_same_corpus_gives_the_same() -> None:
    assert all(state for _, state in BEFORE.values())
    assert _states(CORPUS) == BEFORE
    assert _changed(CORPUS) == set()


def test_reading_is_all_that_a_page_depends_on() -> None:
    """Whatever is changed, a page whose reads are the same is the same."""
    person, *people = CORPUS.people
    changes = (
        replace(CORPUS, people=(replace(person, name="Ada Seat"), *people)),
        replace(CORPUS, people=(replace(person, roles=()), *people)),
        replace(CORPUS, topics=tuple(replace(one, title="Sea nets") for one in CORPUS.topics)),
        replace(CORPUS, outlets=tuple(replace(one, note="A weekly.") for one in CORPUS.outlets)),
        replace(
            CORPUS,
            briefings=(replace(CORPUS.briefings[0], title="On fish"), *CORPUS.briefings[1:]),
        ),
        replace(CORPUS, mentions={}),
        replace(CORPUS, earlier={(FISH, "t2p1"): ("We counted 11 fish.",)}),
    )
    before = {page.url: page.context for page in views(CORPUS, SITE)}
    for corpus in changes:
        find = Lookup(corpus, SITE)
        changed = _changed(corpus)
        assert changed
        for pending in pending_pages(find, corpus):
            if pending.url in before.keys() - changed:
                assert made(pending, find, None).context == before[pending.url], pending.url


def test_a_change_reaches_the_pages_that_show_it() -> None:
    person, *people = CORPUS.people
    renamed = _changed(replace(CORPUS, people=(replace(person, name="Ada Seat"), *people)))
    assert {f"briefings/{FISH}/", f"speakers/{person.id}/", "speakers/"} <= renamed
    assert "sources/010/" not in renamed
    topic = _changed(
        replace(CORPUS, topics=tuple(replace(one, title="Sea nets") for one in CORPUS.topics))
    )
    assert f"briefings/{FISH}/" in topic
    assert f"briefings/{UNDATED}/" not in topic
    assert "sources/010/" not in topic


def test_a_setting_of_the_site_reaches_the_pages_that_show_it() -> None:
    assert _changed(CORPUS, replace(SITE, home="Another sentence.")) == {""}
    assert _changed(CORPUS, replace(SITE, name="Another")) == set(BEFORE)


def test_what_is_gone_is_no_state() -> None:
    find = Lookup(replace(CORPUS, briefings=(), people=(), outlets=(), topics=()), SITE)
    keys, _ = BEFORE[f"briefings/{FISH}/"]
    assert find.reads.state(keys) is None
    assert find.reads.state([("no-such-reader", "x")]) is None


def test_a_source_that_another_briefing_has_now_is_no_state() -> None:
    (fish,) = (one for one in CORPUS.briefings if one.slug == FISH)
    source = fish.witnesses[-1].source.id
    find = Lookup(CORPUS, SITE)
    with find.reads.of_page() as noted:
        find.origin(FISH, source)
    assert find.reads.state(noted) is not None
    others = [one for one in CORPUS.briefings if one.slug != FISH]
    parted = replace(fish, witnesses=fish.witnesses[:-1])
    after = Lookup(replace(CORPUS, briefings=(parted, *others)), SITE)
    assert after.reads.state(noted) is None


def test_titles_of_pages_are_known_before_they_are_made() -> None:
    find = Lookup(CORPUS, SITE)
    for pending in pending_pages(find, CORPUS):
        assert pending.make().context["meta"]["title"] == pending.title


def test_digests_tell_values_apart_by_what_they_hold() -> None:
    mark = Mark(0, 2, "term", "terms/x/")
    assert digest([mark]) == digest((Mark(0, 2, "term", "terms/x/"),))
    assert digest(mark) != digest(replace(mark, end=3))
    assert digest({"a": 1}) != digest({"a": "1"}) != digest({"b": "1"})
    assert digest(frozenset("ab")) == digest(frozenset("ba"))
    assert digest(("a", "b")) != digest(("ab",))
    with pytest.raises(TypeError):
        digest(object())


def test_pages_of_what_is_gone_depend_on_what_they_are_given() -> None:
    assert list(gone_pages(Lookup(CORPUS, SITE), (), {})) == []


def _bare(corpus: Corpus) -> Corpus:
    """A corpus without all that may change while its texts stay."""
    annotations = replace(corpus.annotations, notes=())
    return replace(corpus, annotations=annotations, report=Report(), former=(), earlier={})


def test_what_is_said_to_depend_on_texts_alone_does() -> None:
    """Such reads are not looked at again while texts stay: a note must not reach any of them."""
    corpus = five()
    find = Lookup(corpus, SITE)
    noted: set[Key] = set()
    for pending in pending_pages(find, corpus):
        with find.reads.of_page() as keys:
            pending.make()
        noted |= {key for key in keys if is_of_texts(key)}
    names = {key[0] for key in noted}
    assert {
        "lookup.Lookup.briefing_link",
        "lookup.Lookup.who",
        "entry",
        "is-there",
        "field",
    } <= names
    other = Lookup(_bare(corpus), SITE)
    assert len(noted) > 1000
    assert [key for key in noted if find.reads.state([key]) != other.reads.state([key])] == []


def test_lists_that_are_said_to_depend_on_texts_alone_do() -> None:
    """Their parts and rows are not looked at again while texts stay."""
    small = Limits(*(2 for _ in fields(Limits)))
    several = [
        (Lookup(corpus, SiteInfo("Briefings", limits=small)), corpus)
        for corpus in (five(), _bare(five()))
    ]
    given = [
        {one.url: digest(one.given) for one in pending_pages(find, corpus) if one.of_texts}
        for find, corpus in several
    ]
    assert given[0] == given[1]
    parts = [url for url, held in given[0].items() if held != digest(None)]
    assert {url.split("/")[0] for url in parts} >= {"figures", "terms", "speakers", "formulas"}
    rows = [
        {url: list(make()) for url, of_texts, make in pieces(find, corpus) if of_texts}
        for find, corpus in several
    ]
    assert rows[0] == rows[1]
    assert rows[0][urls.FIGURES]


def test_what_a_list_was_given_is_taken_for_what_it_is_while_texts_stay() -> None:
    first = Lookup(CORPUS, SITE).reads
    before = first.given("figures/2023/", ("a",), of_texts=True)
    again = Lookup(CORPUS, SITE).reads
    again.recall(first.of_texts())
    assert again.given("figures/2023/", ("b",), of_texts=True) == before
    assert again.given("figures/2023/", ("b",), of_texts=False) == digest(("b",))
    assert not again.has_news  # nothing that would have to be kept again
    assert again.given("figures/2022/", ("b",), of_texts=True) == digest(("b",))
    assert again.has_news


def test_what_a_build_of_the_same_texts_read_is_taken_for_what_it_is() -> None:
    first = Lookup(CORPUS, SITE)
    keys = [("lookup.Lookup.who", "ada-chair", None), ("notes.notes_by_passage", FISH)]
    state = first.reads.state(keys)
    kept = first.reads.of_texts()
    assert len(kept) == 1
    changed = replace(CORPUS, people=())
    again = Lookup(changed, SITE)
    assert again.reads.state(keys) != state
    recalled = Lookup(changed, SITE)
    recalled.reads.recall(kept)
    assert recalled.reads.state(keys) == state
