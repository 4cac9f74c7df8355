"""What pages look up: handovers, counterparts, citations, former addresses, and turns in order."""

from __future__ import annotations

import json
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from briefings.model import (
    Briefing,
    Corpus,
    Exchange,
    Former,
    FormerPage,
    Passage,
    Place,
    Quoted,
    Speaker,
    Topic,
)
from briefings.model.page import SiteInfo
from briefings.model.relations import Difference, Formula, Occurrence, Pair
from briefings.views.choices import topic_choices
from briefings.views.citing import briefing_citations, family, figure_citation, voices
from briefings.views.corpus_readers import newest_first
from briefings.views.elsewhere import compare_page
from briefings.views.gone import FormerAddress, former_addresses, gone_page
from briefings.views.handovers import handed
from briefings.views.lookup import Lookup
from briefings.views.paging import Paging

from .sample_corpus import BO, CORPUS, FISH, FISH_ARTICLE, FISH_PRIMARY, PAPER, UNDATED
from .test_views_annotations import FULL, THREE, TWELVE

FISHING, HARBOUR_OPENED = CORPUS.briefings
ADA, BO_FISHER, CY = CORPUS.people
ARTICLE = TWELVE.places[1]


def _find(corpus: Corpus = CORPUS, url: str = "") -> Lookup:
    return Lookup(corpus, SiteInfo("Briefings", url=url))


def _asking(*exchanges: Exchange, **changes: Any) -> Lookup:
    briefings = (replace(FISHING, exchanges=exchanges), HARBOUR_OPENED)
    return _find(replace(CORPUS, briefings=briefings, topics=(), unassigned=(), **changes))


# ---- Who hands questions to whom

# t1 and t8 are by the chair, t2, t4 and t7 by Bo Fisher, t5 by Cy Net, t3 by an outlet.
HANDED = (
    Exchange("x1", "t3", ("t1",), ("t5",)), Exchange("x2", "t3", ("t4",), ("t5",)),
    Exchange("x3", "t6", ("t2", "t3"), ("t5", "t1")), Exchange("x4", "t6", ("t7",), ("t8",)),
    Exchange("x5", "t6", ("t7",), ("t7",)), Exchange("x6", "t6", ("t7",), ("t6",)),
)  # fmt: skip


def _handed(person: str, find: Lookup, gives: bool) -> list[tuple[str, str, list[str]]]:
    took = [(FISH, exchange) for exchange in find.briefings[FISH].exchanges]
    return [
        (entry.name, entry.count, [question.url.partition("#")[2] for question in entry.questions])
        for entry in handed(person, took, find, gives)
    ]


def test_questions_are_handed_to_others_the_one_with_most_first() -> None:
    find = _asking(*HANDED)
    assert _handed("bo-fisher", find, gives=True) == [
        ("Ada Chair", "2 questions", ["x3", "x4"]), ("Cy Net", "2 questions", ["x2", "x3"]),
    ]  # fmt: skip
    assert _handed("cy-net", find, gives=False) == [
        ("Bo Fisher", "2 questions", ["x2", "x3"]), ("Ada Chair", "1 question", ["x1"]),
    ]  # fmt: skip
    assert _handed("cy-net", find, gives=True) == []
    without = _asking(*HANDED, people=(ADA, BO_FISHER))
    took = [(FISH, exchange) for exchange in HANDED]
    assert [(it.name, it.url) for it in handed("bo-fisher", took, without, gives=True)] == [
        ("Ada Chair", "speakers/ada-chair/"), ("Cy Net", None),
    ]  # fmt: skip


# ---- Counterparts in other texts


def _pair(a: Place, b: Place, kind: Any = "paraphrase", *rules: Any, **changes: Any) -> Pair:
    differences = tuple(Difference(kind_, rule, "a", "b") for kind_, rule in rules)
    known: dict[str, Any] = {"id": "p", "group": "g", "score": 1.0} | changes
    return Pair(a=a, b=b, kind=kind, differences=differences, **known)


def _elsewhere(*pairs: Pair, **relations: Any) -> dict[str | None, list[tuple[str, str]]]:
    known = replace(CORPUS.relations, pairs=pairs, **relations)
    links = _find(replace(CORPUS, relations=known)).elsewhere(FISH)
    return {id_: [(link.text, link.url) for link in counterparts]
            for id_, counterparts in links.items()}  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "how"),
    [
        ((_pair(TWELVE.place, ARTICLE, "identical"),), "word for word"),
        ((_pair(TWELVE.place, ARTICLE, "identical"), _pair(TWELVE.place, ARTICLE)), "retold"),
        ((_pair(TWELVE.place, ARTICLE, "identical", figures=True),), "word for word"),
        ((_pair(TWELVE.place, ARTICLE), _pair(TWELVE.place, ARTICLE, figures=True)),
         "same figures"),
        ((_pair(TWELVE.place, ARTICLE),), "retold"),
        # A difference is told, each kind once, but not one of wording.
        ((_pair(TWELVE.place, ARTICLE, "paraphrase", ("value", "other-value"),
                ("date", "other-date"), ("value", "more")),), "differs: number, date"),
        ((_pair(TWELVE.place, ARTICLE, "paraphrase", ("value", "figure-added")),), "retold"),
        ((_pair(TWELVE.place, ARTICLE, "identical", ("value", "other-value")),),
         "differs: number"),
    ],
)  # fmt: skip
def test_a_passage_says_how_another_text_has_it(pairs: tuple[Pair, ...], how: str) -> None:
    page = f"compare/{FISH}/#row-g"
    assert _elsewhere(*pairs) == {
        "t2p1": [(f"also in Daily Net (rewritten), {how}", page)],
        "011-s2p1": [(f"also in the transcript, {how}", page)],
    }


def test_a_passage_leads_to_the_first_of_its_rows_and_to_sentences_that_return() -> None:
    within = _pair(TWELVE.place, THREE.place)
    first, second = _pair(TWELVE.place, ARTICLE), _pair(TWELVE.place, ARTICLE, group="h")
    harbour = Place(UNDATED, "012", "s1p1", 1, 0, 3)
    uses = (THREE.place, replace(THREE.place, start=5), harbour)
    occurrences = tuple(Occurrence(place, "x", None, None, None) for place in uses)
    links = _elsewhere(within, first, second, formulas=(Formula("f", "F", occurrences, ()),))
    assert {id_: [url for _, url in counterparts] for id_, counterparts in links.items()} == {
        "t2p1": [f"compare/{FISH}/#row-g"], "011-s2p1": [f"compare/{FISH}/#row-g"],
        "t5p1": ["formulas/#f"],
    }  # fmt: skip
    assert links["t5p1"][0][0] == "a sentence of this is repeated in 1 other briefing"


def test_the_first_two_texts_have_the_shorter_address() -> None:
    third = replace(FISH_ARTICLE, source=replace(FISH_ARTICLE.source, id="013"))
    briefing = replace(FISHING, witnesses=(FISH_PRIMARY, FISH_ARTICLE, third))
    assert compare_page(briefing, "010", "011") == f"compare/{FISH}/"
    assert compare_page(briefing, "010", "013") == f"compare/{FISH}/010-013/"
    assert compare_page(briefing, "011", "013") == f"compare/{FISH}/011-013/"


# ---- Citations


def _cited(figure: Any, corpus: Corpus = FULL) -> dict[str, Any]:
    return dict(json.loads(figure_citation(figure, _find(corpus, "https://example.org/")).data))


def test_a_figure_is_cited_with_its_speaker_and_its_lines() -> None:
    forms = {
        form.style: form.text
        for form in figure_citation(TWELVE, _find(FULL, "https://example.org/")).forms
    }
    assert all("https://example.org/briefings/2021-05-04-fish/#t2p1" in it for it in forms.values())
    assert any("Bo Fisher" in text and "line 6" in text for text in forms.values())
    assert _cited(TWELVE)["locator"]["passage"] == "t2p1"
    longer = replace(
        FISH_PRIMARY,
        turns=tuple(
            replace(turn, passages=(Passage("t2p1", "We counted 12 fish.", 6, 8),))
            if turn.id == "t2" else turn
            for turn in FISH_PRIMARY.turns
        ),
    )  # fmt: skip
    briefings = (replace(FISHING, witnesses=(longer, FISH_ARTICLE)), HARBOUR_OPENED)
    citation = figure_citation(TWELVE, _find(replace(FULL, briefings=briefings)))
    assert any("lines 6–8" in form.text for form in citation.forms)
    assert citation.title == "This number"


@pytest.mark.parametrize(
    ("speaker", "name", "cited"),
    [
        # The name of the page, or else the one of the text, or none.
        ("bo-fisher", "B. Fisher", "Bo Fisher"), ("gone", "B. Fisher", "B. Fisher"),
        (None, "The ministry", "The ministry"), (None, None, None),
    ],
)  # fmt: skip
def test_a_figure_is_cited_under_the_name_of_its_speaker(
    speaker: str | None, name: str | None, cited: str | None
) -> None:
    figure = replace(TWELVE, speaker=speaker, speaker_name=name)
    texts = [form.text for form in figure_citation(figure, _find(FULL)).forms]
    for other in ("Bo Fisher", "B. Fisher", "The ministry"):
        assert any(other in text for text in texts) is (other == cited)


def test_only_of_an_article_it_matters_whether_words_are_reported() -> None:
    def texts(figure: Any) -> list[str]:
        return [form.text for form in figure_citation(figure, _find(FULL)).forms]

    in_article = replace(TWELVE, places=(ARTICLE,))
    reported = replace(in_article, reported="reported")
    assert texts(in_article) != texts(reported)
    assert texts(TWELVE) == texts(replace(TWELVE, reported="reported"))


def test_a_briefing_is_cited_as_a_page_and_by_each_text() -> None:
    cited = briefing_citations(FISHING, f"briefings/{FISH}/", _find())
    assert [(entry.title, entry.source) for entry in cited] == [
        ("This page", ""), ("Transcript, Ministry of Fish, 4 May 2021", "010"),
        ("Daily Net, 5 May 2021", "011"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        (BO, "Fisher"), (PAPER, ""), (Speaker("official", None, None, None), ""),
        (Speaker("official", "gone", "Al Pen", "MR. PEN"), "Pen"),
        (Speaker("official", None, "Al PEN", None), "PEN"),
        (Speaker("outlet", None, "Al PEN", None), ""),
    ],
)  # fmt: skip
def test_a_family_name_is_the_one_of_the_page_or_else_read_from_the_name(
    speaker: Speaker, expected: str
) -> None:
    known = replace(BO_FISHER, family="Fisher")
    find = _find(replace(CORPUS, people=(ADA, known, CY)))
    assert family(speaker, FISH_PRIMARY, find) == expected


def _voices(*quoted: tuple[str, Any, int, int]) -> Any:
    people = [
        replace(
            person, family=person.name.split()[-1],
            quoted=tuple(
                Quoted(replace(ARTICLE, start=start, end=end), mode)
                for id_, mode, start, end in quoted if id_ == person.id
            ),
        )
        for person in CORPUS.people
    ]  # fmt: skip
    return voices("011-s2p1", FISH, _find(replace(CORPUS, people=tuple(people))))


def test_a_passage_of_an_article_says_whom_it_quotes() -> None:
    direct = _voices(("bo-fisher", "direct", 5, 9), ("bo-fisher", "direct", 0, 3))
    assert (direct.speaker, direct.family, direct.mode) == ("Bo Fisher", "Fisher", "direct")
    assert json.loads(direct.said) == [
        ["Bo Fisher", "Fisher", "direct", 0, 3], ["Bo Fisher", "Fisher", "direct", 5, 9],
    ]  # fmt: skip
    both = _voices(("bo-fisher", "direct", 0, 3), ("bo-fisher", "reported", 5, 9))
    assert both.mode == "reported"
    two = _voices(("bo-fisher", "direct", 0, 3), ("cy-net", "direct", 5, 9))
    assert (two.speaker, two.family, two.mode) == ("", "", "")
    assert len(json.loads(two.said)) == 2
    nobody = _voices()
    assert (nobody.speaker, nobody.mode, nobody.said) == ("", "", "")


# ---- Addresses that moved or are gone


def test_a_former_address_leads_where_editors_say_or_else_where_the_build_found_it() -> None:
    page = f"briefings/{FISH}/"
    former = tuple(
        Former(page, fragment, f"{page}#{fragment}-new", words)
        for fragment, words in (("a", "First."), ("b", "word " * 40), ("c", "Third."))
    )
    elsewhere = Former("other/", "d", None, "Fourth.")
    redirects = ((f"{page}#b", "x/"), (f"{page}#e", "y/"), (f"{page}other", "z/"))
    find = _find(replace(CORPUS, former=(*former, elsewhere), redirects=redirects))
    shown = former_addresses(page, find, ("c",))
    assert [(it.id, it.url) for it in shown] == [("a", f"{page}#a-new"), ("b", "x/"), ("e", "y/")]
    # A hundred and sixty characters of the words that were there.
    assert shown[1].words.startswith("word word")
    assert 150 < len(shown[1].words) <= 161
    assert shown[2] == FormerAddress("e", "y/", "")
    assert [it.id for it in former_addresses("other/", find)] == ["d"]


def test_a_page_that_is_gone_names_what_was_there_and_the_nearest_pages() -> None:
    former = FormerPage(
        "old/", "Old page", None, ("a/", "b/"), (Former("old/", "p", None, "Words."),)
    )
    page = gone_page(former, SiteInfo("Briefings"), {"a/": "A", "b/": "B"})
    assert (page.path, page.url) == ("old/index.md", "old/")
    assert page.context["title"] == "Old page"
    assert [(link.title, link.url) for link in page.context["nearest"]] == [
        ("A", "a/"),
        ("B", "b/"),
    ]
    assert [(part.id, part.words) for part in page.context["parts"]] == [("p", "Words.")]


# ---- Turns, people and briefings in order


def _dated(slug: str, date: str | None) -> Briefing:
    return replace(HARBOUR_OPENED, slug=slug, date=date)


def test_briefings_are_in_order_the_newest_first_and_those_without_a_year_last() -> None:
    briefings = (
        _dated("c", "--12-31"), _dated("b", "2020-01-01"), _dated("a", None),
        _dated("d", "2021-01-01"), _dated("e", "2020-01-01"),
    )  # fmt: skip
    assert [briefing.slug for briefing in newest_first(briefings)] == ["d", "b", "e", "a", "c"]
    find = _find(replace(CORPUS, briefings=briefings, people=(), topics=(), outlets=()))
    assert list(find.briefings) == ["d", "b", "e", "a", "c"]
    assert find.in_order({"a", "b", "d"}) == ["d", "b", "a"]
    assert [find.neighbours(slug) for slug in ("d", "b", "c")] == [
        ("b", None), ("e", "d"), (None, "a"),
    ]  # fmt: skip


def test_officials_are_those_listed_and_those_who_speak_for_the_hosts() -> None:
    assert _find().officials(FISH) == 3
    bare = replace(FISHING, participants=())
    assert _find(replace(CORPUS, briefings=(bare, HARBOUR_OPENED))).officials(FISH) == 3
    nameless = Speaker("official", None, None, "A")
    turns = tuple(
        replace(turn, speaker=nameless) if turn.speaker == BO else turn
        for turn in FISH_PRIMARY.turns
    )
    bare = replace(bare, witnesses=(replace(FISH_PRIMARY, turns=turns), FISH_ARTICLE))
    assert _find(replace(CORPUS, briefings=(bare, HARBOUR_OPENED))).officials(FISH) == 2
    assert _find().officials(UNDATED) == 0


def test_what_a_person_said_is_in_main_texts_by_briefing() -> None:
    find = _find()
    assert {slug: [said.id for said in turns] for slug, turns in find.spoke(BO_FISHER).items()} == {
        FISH: ["t2", "t4", "t7"]
    }
    assert [said.id for said in find.said_in_order(FISH, ("t7", "011-s1", "t2"))] == [
        "t2", "t7", "011-s1",
    ]  # fmt: skip
    # What another text has of a turn was not said twice.
    second = replace(FISH_PRIMARY, source=replace(FISH_PRIMARY.source, id="013"), turns=(
        replace(FISH_PRIMARY.turns[1], id="013-t1"),
    ))  # fmt: skip
    briefing = replace(FISHING, witnesses=(*FISHING.witnesses, second))
    place = Place(FISH, "013", "013-t1p1", 6)
    bo = replace(BO_FISHER, turns=(*BO_FISHER.turns, ("013-t1", place), ("011-s1", ARTICLE)))
    find = _find(replace(CORPUS, briefings=(briefing, HARBOUR_OPENED), people=(ADA, bo, CY)))
    assert [said.id for said in find.spoke(bo)[FISH]] == ["t2", "t4", "t7"]


def test_passages_and_their_parts_are_found_by_place() -> None:
    find = _find()
    assert find.passage(TWELVE.place) == FISH_PRIMARY.turns[1].passages[0]
    assert find.passage(replace(TWELVE.place, passage=None)) is None
    assert find.passage(replace(TWELVE.place, passage="gone")) is None
    assert find.passage(replace(TWELVE.place, briefing="gone")) is None
    assert (find.part_of(FISH, "t5p2"), find.part_of(FISH, "gone")) == ("t5", "")
    exchange = find.asked_by(FISH, "t3")
    assert exchange is not None
    assert exchange.id == "x1"
    assert find.asked_by(FISH, "t4") is None
    assert (find.person_name("bo-fisher"), find.person_name("gone")) == ("Bo Fisher", None)
    assert find.family_name("gone") == ""
    assert find.primary(FISH) == "010"


def test_earlier_texts_and_redirects_are_those_of_their_page() -> None:
    corpus = replace(
        CORPUS, earlier={(FISH, "t1p1"): ("Before.",), (UNDATED, "s1p1"): ("Then.",)},
        redirects=((f"briefings/{FISH}/#a", "x/"), ("briefings/other/#a", "y/")),
    )  # fmt: skip
    find = _find(corpus)
    assert find.earlier(FISH) == {"t1p1": ("Before.",)}
    assert find.earlier("gone") == {}
    assert find.redirected(f"briefings/{FISH}/") == {"a": "x/"}


def test_a_briefing_has_a_digest_only_if_its_texts_have_one() -> None:
    assert _find().briefing_digest(FISHING) is None
    digests = {FISH: "1", "gone": "2"}
    find = _find(replace(CORPUS, digests=digests))
    assert find.briefing_digest(FISHING) is not None
    assert find.briefing_digest(replace(FISHING, slug="gone")) is None
    assert find.briefing_digest(HARBOUR_OPENED) is None
    # It changes with the head of the briefing and with its texts.
    renamed = replace(FISHING, title="New")
    other = _find(replace(CORPUS, digests=digests, briefings=(renamed,)))
    assert other.briefing_digest(renamed) != find.briefing_digest(FISHING)
    retold = _find(replace(CORPUS, digests={FISH: "3"}))
    assert retold.briefing_digest(FISHING) != find.briefing_digest(FISHING)


@pytest.mark.parametrize(
    ("paged", "urls"),
    [
        (None, ["topics/boats/", "topics/nets/", "topics/piers/"]),
        ("first", [f"search/?speaker=bo&topic={id_}" for id_ in ("boats", "nets", "piers")]),
    ],
)
def test_topics_to_filter_by_are_the_most_frequent_first_then_by_id(
    paged: str | None, urls: list[str]
) -> None:
    topics = [Topic(id_, id_.title(), "", (), (), ()) for id_ in ("piers", "boats", "nets")]
    find = _find(replace(CORPUS, topics=tuple(topics)))
    rows: list[Any] = [
        SimpleNamespace(by=by) for by in ("piers nets", None, "boats gone", "boats", "nets", "")
    ]
    choices = topic_choices(rows, {"speaker": "bo"}, Paging(paged=paged), find)
    assert [(choice.id, choice.name, choice.count) for choice in choices] == [
        ("boats", "Boats", 2), ("nets", "Nets", 2), ("piers", "Piers", 1),
    ]  # fmt: skip
    assert [choice.url for choice in choices] == urls
