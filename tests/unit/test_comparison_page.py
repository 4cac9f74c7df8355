"""What the page says that compares the transcript and the article on fish, for given pairs of
sentences; shares are counted by hand from `sample_corpus`."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from briefings.model import Briefing, Discrepancy, Passage, Place
from briefings.model.figures import DiscrepancyType
from briefings.model.page import Limits, SiteInfo
from briefings.views.compare import compare_pages, compared, relations_page, relations_parts
from briefings.views.comparison import comparison_page, comparison_title
from briefings.views.lookup import Lookup
from briefings.views.pending import made

from .sample_corpus import CORPUS, FISH, FISH_ARTICLE, FISH_PRIMARY, HOSTILE, SENTENCES, UNDATED
from .test_lookup import _find, _pair
from .test_views_annotations import RECORD

FISHING, HARBOUR_OPENED = CORPUS.briefings


def _at(passage: str, line: int, end: int, source: str = "010") -> Place:
    return Place(FISH, source, passage, line, 0, end)


GREETING = _at("t1p1", 3, 39), _at("011-s1p1", 3, 39, "011")
COUNT = _at("t2p1", 6, 19), _at("011-s2p1", 5, 36, "011")
NETS = _at("t5p1", 13, 17), _at("011-s2p2", 6, 28, "011")
SAME = _pair(*GREETING, "identical", id="p1", group="g1")


def _count(*rules: Any, **changes: Any) -> Any:
    return _pair(*COUNT, "paraphrase", *rules, id="p2", group="g2", **changes)


def _nets(*rules: Any, **changes: Any) -> Any:
    return _pair(*NETS, "paraphrase", *rules, id="p3", group="g3", **changes)


def _compared(
    *pairs: Any, briefing: Briefing = FISHING, records: tuple[Discrepancy, ...] = (), **changes: Any
) -> dict[str, Any]:
    relations = replace(CORPUS.relations, pairs=pairs, **changes)
    corpus = replace(
        CORPUS, briefings=(briefing, HARBOUR_OPENED), relations=relations, discrepancies=records
    )
    context: dict[str, Any] = comparison_page(FISH, "010", "011", _find(corpus)).context
    return context


def _short(a: int, b: int) -> Briefing:
    """The briefing with the first turns of the transcript and sections of the article only."""
    transcript = replace(FISH_PRIMARY, turns=FISH_PRIMARY.turns[:a])
    article = replace(FISH_ARTICLE, sections=FISH_ARTICLE.sections[:b])
    return replace(FISHING, witnesses=(transcript, article), exchanges=())


@pytest.mark.parametrize(
    ("pairs", "briefing", "lede"),
    [
        ((SAME, _count(), _nets()), FISHING, [
            "Daily Net has 27% of what the transcript says and adds nothing.",
            "Where both say the same thing, no difference was found.",
        ]),
        ((SAME,), FISHING, [
            "Daily Net has 12% of what the transcript says, and 2 sentences of its own.",
            "What both have is the same, word for word.",
        ]),
        ((), FISHING, [
            "Daily Net has nothing of what the transcript says, and 3 sentences of its own.", "",
        ]),
        ((SAME,), _short(1, 1), [
            "The transcript and Daily Net have the same sentences throughout.",
            "What both have is the same, word for word.",
        ]),
        ((SAME,), _short(1, 2), [
            "Daily Net has 100% of what the transcript says, and 2 sentences of its own.",
            "What both have is the same, word for word.",
        ]),
        ((SAME, _count(("value", "other-value"), ("unit", "other-unit"))), FISHING, [
            "Daily Net has 20% of what the transcript says, and 1 sentence of its own.",
            "Where both say the same thing, they differ in numbers and what is counted.",
        ]),
        ((SAME, _count(("value", "other-value")), _nets(("term", "wording"))), FISHING, [
            "Daily Net has 27% of what the transcript says and adds nothing.",
            "Where both say the same thing, they differ in numbers; "
            "the wording differs in 1 place.",
        ]),
        ((SAME, _nets(("name", "other-name"))), FISHING, [
            "Daily Net has 20% of what the transcript says, and 1 sentence of its own.",
            "Where both say the same thing, no fact differs; the wording differs in 1 place.",
        ]),
    ],
)  # fmt: skip
def test_two_sentences_sum_up_how_two_texts_differ(
    pairs: tuple[Any, ...], briefing: Briefing, lede: list[str]
) -> None:
    assert _compared(*pairs, briefing=briefing)["lede"] == lede


def test_differences_of_fact_are_counted_and_the_weightiest_stands_first() -> None:
    context = _compared(
        SAME,
        _count(("unit", "other-unit")),
        _nets(("value", "other-value"), ("date", "other-date")),
    )
    assert [row.id for row in context["facts"]] == ["row-g3", "row-g2"]
    assert (context["count"], context["wordings"]) == (3, [])
    context = _compared(_count(("term", "other-term")), _nets(("value", "other-value")))
    assert [row.id for row in context["facts"]] == ["row-g3"]
    assert [row.id for row in context["wordings"]] == ["row-g2"]


def _record(id_: str, *passages: Place, **changes: Any) -> Discrepancy:
    known: dict[str, Any] = {"passages": passages, "figures": (), "status": "found"} | changes
    return replace(RECORD, id=id_, **known)


def test_discrepancies_that_no_row_shows_stand_by_themselves_by_weight() -> None:
    end = Place(FISH, "010", "t8p1", 20, 0, 5)
    kinds: dict[str, DiscrepancyType] = {"light": "value", "heavy": "unit"}
    weights = {"light": 1, "heavy": 9}
    apart = [
        _record(id_, COUNT[1], end, weight=weights[id_], type=kind, found_by="x")
        for id_, kind in kinds.items()
    ]
    covered = _record("covered", *COUNT, found_by="other-value", weight=5, text="a or b.")
    dismissed = _record("dismissed", COUNT[1], end, status="dismissed")
    worded = _record("worded", COUNT[1], end, group="wording", weight=99)
    context = _compared(
        SAME, _count(("value", "other-value")), records=(*apart, covered, dismissed, worded)
    )
    # The row covers one; of the rest the main text is quoted first.
    assert [row.type for row in context["facts"]] == ["record", "pair", "record"]
    assert [row.differences[0].weight for row in context["facts"]] == [9, 5, 1]
    assert [row.type for row in context["wordings"]] == ["record"]
    (first, *_) = context["facts"]
    assert [quoted.line for quoted in first.quotations] == ["line 20", "line 5"]
    assert context["count"] == 3


def _only(context: dict[str, Any]) -> list[tuple[str, str, list[list[str]]]]:
    return [
        (only.side, only.extent, [[part.who for part in gap.parts] for gap in only.gaps])
        for only in context["only"]
    ]


def test_each_side_lists_the_sentences_that_the_other_lacks() -> None:
    context = _compared(SAME, _nets())
    # 56 words, of which 7 and 4 are shared; 20, of which 7 and 6 are.
    assert _only(context) == [
        ("a", "8 sentences, 45 words", [
            ["Bo Fisher", "The Paper", "Bo Fisher"],
            ["Cy Net", "speaker not given in the source", "Bo Fisher", "Ada Chair"],
        ]),
        ("b", "1 sentence, 7 words", [["Counting"]]),
    ]  # fmt: skip
    (gap,) = context["only"][1].gaps
    assert (gap.folded, gap.extent) == (False, "1 sentence, 7 words")
    # A gap of 33 words (4, 12, 13 and 4) and one of 12 (3, 3, 2 and 4).
    assert [gap.extent for gap in context["only"][0].gaps] == [
        "4 sentences, 33 words", "4 sentences, 12 words",
    ]  # fmt: skip


@pytest.mark.parametrize(("sentences", "folded"), [(12, False), (13, True)])
def test_more_than_twelve_sentences_are_folded_to_their_first_words(
    sentences: int, folded: bool
) -> None:
    """Ten passages, one of which is cut into more sentences, and one is long."""
    long = "word " * 60
    turns = tuple(
        replace(turn, passages=(Passage("t8p1", long, 20, 20),)) if turn.id == "t8" else turn
        for turn in FISH_PRIMARY.turns
    )
    briefing = replace(FISHING, witnesses=(replace(FISH_PRIMARY, turns=turns), FISH_ARTICLE))
    parts = sentences - 9
    cuts = [*range(parts), len(HOSTILE)]
    spans = {
        **SENTENCES, (FISH, "t8p1"): ((0, len(long)),),
        (FISH, "t2p2"): tuple(pairwise(cuts)),
    }  # fmt: skip
    only, other = _compared(briefing=briefing, sentences=spans)["only"]
    assert only.extent.startswith(f"{sentences} sentences")
    (gap,) = only.gaps
    assert gap.folded is folded
    text = gap.parts[-1].passages[0].text
    assert text.endswith("…") is folded
    assert len(text) == 300 if not folded else 230 < len(text) <= 241
    assert not other.gaps[0].folded


def test_rows_without_a_difference_are_gathered_until_one_differs() -> None:
    def runs(*pairs: Any) -> list[tuple[str, list[str]]]:
        return [(run.words, run.names) for run in _compared(*pairs)["alike"]]

    assert runs(SAME, _count(), _nets()) == [
        ("1 sentence, word for word the same", ["Ada Chair"]),
        ("2 sentences, retold", ["Bo Fisher", "Cy Net"]),
    ]
    assert runs(SAME, _count(("value", "other-value")), _nets()) == [
        ("1 sentence, word for word the same", ["Ada Chair"]), ("1 sentence, retold", ["Cy Net"]),
    ]  # fmt: skip
    assert runs(_count(("value", "other-value"))) == []


def _coverage(context: dict[str, Any]) -> list[dict[str, tuple[int, int, int, str]]]:
    return [
        {share.name: (share.percent, share.sentences, share.of, share.words) for share in shares}
        for coverage in context["coverage"]
        for shares in (coverage.speakers, coverage.topics)
    ]


def test_shares_are_told_by_speaker_or_section_and_by_topic() -> None:
    context = _compared(SAME, _count(), _nets())
    speakers, topics, sections, article_topics = _coverage(context)
    assert speakers == {
        "Ada Chair": (64, 1, 2, "11"), "Bo Fisher": (18, 1, 4, "22"),
        "The Paper": (0, 0, 1, "13"), "Cy Net": (57, 1, 2, "7"),
        "speaker not given in the source": (0, 0, 1, "3"),
    }  # fmt: skip
    # The question, the handover and the answer are on nets.
    assert topics == {"Nets": (17, 1, 4, "24")}
    assert sections == {"Beginning": (100, 1, 1, "7"), "Counting": (100, 2, 2, "13")}
    assert article_topics == {"Nets": (100, 2, 2, "13")}
    assert [coverage.headings for coverage in context["coverage"]] == [False, True]


def test_a_topic_without_a_page_has_no_share() -> None:
    briefing = replace(FISHING, section_topics=(("011-s2", ("nets", "gone")),))
    assert list(_coverage(_compared(SAME, briefing=briefing))[3]) == ["Nets"]


def test_each_text_is_named_and_leads_to_where_it_is_read() -> None:
    first, second = _compared(SAME)["texts"]
    assert (first.short, first.label, first.reading) == (
        "the transcript", "The transcript", f"briefings/{FISH}/#title",
    )  # fmt: skip
    assert (second.label, second.reading) == ("Daily Net", f"briefings/{FISH}/#text-011")


def test_of_three_texts_each_pair_has_a_page_and_the_present_one_is_marked() -> None:
    third = replace(
        FISH_ARTICLE, source=replace(FISH_ARTICLE.source, id="013"), sections=(), publisher="Gull"
    )
    three = replace(FISHING, witnesses=(FISH_PRIMARY, FISH_ARTICLE, third))
    other = _pair(GREETING[0], Place(FISH, "013", "013-s1p1", 1, 0, 39))
    context = _compared(SAME, other, briefing=three)
    assert [(choice.url, choice.here) for choice in context["choices"]] == [
        (f"compare/{FISH}/", True), (f"compare/{FISH}/010-013/", False),
        (f"compare/{FISH}/011-013/", False),
    ]  # fmt: skip
    assert [choice.sources for choice in context["choices"]][2] == ("011", "013")
    find = _find(replace(CORPUS, briefings=(three, HARBOUR_OPENED)))
    assert [page.url for page in compare_pages(find)] == [
        f"compare/{FISH}/", f"compare/{FISH}/010-013/", f"compare/{FISH}/011-013/",
    ]  # fmt: skip
    # A briefing with one text has nothing to compare.
    shown = compared(find.briefings.values(), find)
    assert [entry.briefing.url for entry in shown] == [f"briefings/{FISH}/"]
    assert UNDATED in find.briefings


def test_a_comparison_is_called_by_the_day_of_its_briefing() -> None:
    find: Lookup = _find()
    title = comparison_title(FISHING, "010", "011", find)
    assert title == "How the transcript and Daily Net report the briefing of 4 May 2021"
    undated = replace(FISHING, date=None)
    assert comparison_title(undated, "010", "011", find).endswith("report one event")


def test_many_compared_briefings_are_listed_by_year_and_those_with_one_text_nowhere() -> None:
    older = replace(FISHING, slug="2020-05-04-fish", date="2020-05-04")
    corpus = replace(CORPUS, briefings=(FISHING, older, HARBOUR_OPENED))

    def listed(context: dict[str, Any]) -> list[str]:
        return [entry.briefing.url for entry in context["texts"]]

    both = [f"briefings/{FISH}/", "briefings/2020-05-04-fish/"]
    assert listed(relations_page([], _find(corpus)).context) == both
    assert relations_parts(_find(corpus)) == []
    limits = Limits(briefings=1, newest=1, small=0)
    find = Lookup(corpus, SiteInfo("Briefings", limits=limits))
    assert listed(relations_page([], find).context) == both[:1]
    pages = [made(page, find, None) for page in relations_parts(find)]
    assert [page.url for page in pages] == ["compare/year/2021/", "compare/year/2020/"]
    assert [listed(page.context) for page in pages] == [both[:1], both[1:]]
    assert all(page.context["cards"] == [] for page in pages)
