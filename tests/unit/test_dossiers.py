"""What dossiers and examples select, using the small corpus with additions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Corpus, Figure, Observation, Place, TermMention, Topic
from briefings.model.figures import Ruling
from briefings.model.page import SiteInfo
from briefings.model.relations import (
    Appearance,
    Commitment,
    Phrase,
    Relations,
    Turnover,
    Use,
    Variant,
)
from briefings.views import examples
from briefings.views.front import contrasts, searches
from briefings.views.headlines import newest
from briefings.views.lookup import Lookup

from .sample_corpus import CORPUS, EMPTY, FISH, UNDATED
from .test_headlines import _figure, _observed
from .test_views_annotations import FULL, NETS, NOTE, NUMBER_OF_NETS, RECORD, THREE, TWELVE

# The first exchange is on the topic of nets: the question t3 and the answer t5.
ON, OFF = Place(FISH, "010", "t5p1", 13, 0, 5), Place(FISH, "010", "t1p1", 3, 0, 4)
HARBOUR = Place(UNDATED, "012", "s1p1", 1, 0, 3)


def _find(corpus: Corpus) -> Lookup:
    return Lookup(corpus, SiteInfo("Briefings"))


def _related(**more: Any) -> Lookup:
    return _find(replace(FULL, relations=replace(FULL.relations, **more)))


def _term(id_: str, on: int, off: int) -> Any:
    def mention(place: Place) -> TermMention:
        return TermMention(id_, id_, id_, place, place.passage or "", None, True)

    entry = replace(NETS.entry, id=id_, term=id_)
    return replace(NETS, entry=entry, mentions=(*[mention(ON)] * on, *[mention(OFF)] * off))


def test_terms_of_a_topic_are_those_that_are_at_home_there() -> None:
    # By the square of the mentions on the topic, divided by all mentions: 3, 2, 1.5; one mention is
    # too few.
    given = (_term("b", 2, 0), _term("a", 3, 3), _term("c", 3, 0), _term("d", 1, 0))
    found = _find(replace(FULL, annotations=replace(FULL.annotations, terms=given)))
    links = found.dossiers.terms_on("nets")
    assert [link.title for link in links] == ["c", "b", "a"]
    many = tuple(_term(f"t{n:02}", 2, 0) for n in range(9))
    found = _find(replace(FULL, annotations=replace(FULL.annotations, terms=many)))
    assert [one.title for one in found.dossiers.terms_on("nets")] == [f"t0{n}" for n in range(8)]


def _phrase(id_: str, *places: Place, who: str = "cy-net") -> Phrase:
    uses = tuple(Use(place, "2021-05-04", who, "Cy Net", 0) for place in places)
    return Phrase(id_, id_, 1.0, (Variant(id_, len(uses), "2021-05-04"),), uses, True)


def test_set_phrases_of_a_person_are_those_said_again_in_most_briefings() -> None:
    given = (
        _phrase("once", ON), _phrase("twice", ON, ON), _phrase("thrice", ON, ON, ON),
        _phrase("both", ON, HARBOUR), _phrase("again", ON, ON),
        _phrase("of-bo", ON, ON, who="bo-fisher"),
    )  # fmt: skip
    told = _related(phrases=given).dossiers.phrases_by("cy-net")
    assert [(one.phrase, one.times) for one in told] == [
        ("both", "2 times"), ("thrice", "3 times"), ("again", "2 times"), ("twice", "2 times"),
    ]  # fmt: skip
    # A phrase in one briefing has one date; in two, the first and the last, undated ones first.
    assert told[1].last is None
    assert told[0].last is not None
    assert {told[0].first.url, told[0].last.url} == {
        f"briefings/{FISH}/", f"briefings/{UNDATED}/",
    }  # fmt: skip
    many = tuple(_phrase(f"p{n}", ON, ON) for n in range(8))
    assert len(_related(phrases=many).dossiers.phrases_by("cy-net")) == 6


def test_set_phrases_of_a_topic_are_those_said_on_it() -> None:
    given = (_phrase("on", ON, ON), _phrase("off", OFF, OFF), _phrase("half", ON, OFF))
    told = _related(phrases=given).dossiers.phrases_on("nets")
    assert [(one.phrase, one.without) for one in told] == [("on", None)]


def _announced(id_: str, *why: Any, **more: Any) -> Commitment:
    given: dict[str, Any] = {
        "place": ON, "date": "2021-05-04", "speaker": "cy-net", "speaker_name": "Cy Net",
        "topics": ("nets",), "sort": "announcement",
    } | more  # fmt: skip
    return Commitment(
        id=id_, kind="plan", text=f"We will {id_}.", cue="will", terms=(), indicators=(), later=(),
        why=why, **given,
    )  # fmt: skip


def test_announcements_that_say_when_or_how_much_come_first_and_three_are_shown() -> None:
    given = (
        _announced("a", "act"), _announced("b", "act", "date", "number"), _announced("c", "date"),
        _announced("d", "act", "date"), _announced("e", sort="resolve"),
        _announced("f", "date", "number", "measure", topics=(), speaker="bo-fisher"),
    )  # fmt: skip
    dossiers = _related(commitments=given).dossiers
    told = dossiers.announced_on("nets", FISH)
    assert [one.text for one in told.shown] == ["We will b.", "We will c.", "We will d."]
    assert (told.more, told.url) == (1, f"commitments/?topic=nets&briefing={FISH}")
    by = dossiers.announced_by("bo-fisher", FISH)
    assert [one.text for one in by.shown] == ["We will f."]
    assert (by.more, by.url) == (0, f"commitments/?speaker=Bo+Fisher&briefing={FISH}")
    assert dossiers.announced_by("cy-net", UNDATED).shown == []
    assert [entry.speaker for entry in by.shown] == ["bo-fisher"]
    nobody = _related(commitments=(_announced("x", speaker=None, speaker_name=None),)).dossiers
    (entry,) = nobody.announced_on("nets", FISH).shown
    assert (entry.who, entry.speaker, entry.by) == (None, "", "nets")


def test_the_newest_announcements_stand_for_all_and_of_a_day_what_says_most() -> None:
    given = (
        _announced("a", "act", date="2021-05-04"), _announced("b", "act", "date"),
        _announced("c", "act", "date", "number", date="2020-05-04"), _announced("d", date=None),
        _announced("e", "act", "date", "number", sort="resolve"),
    )  # fmt: skip
    told = examples.announcements(_related(commitments=given), 3)
    assert [one.text for one in told] == ["We will b.", "We will a.", "We will c."]
    assert told[0].title == "Cy Net"


def test_the_newest_notes_stand_for_all() -> None:
    older = replace(NOTE, entry=replace(NOTE.entry, id="older", date="2020-01-01", kind="context"))
    find = _find(replace(FULL, annotations=replace(FULL.annotations, notes=(older, NOTE))))
    assert [one.meta for one in examples.notes(find, 2)] == ["discrepancy", "context"]
    assert len(examples.notes(find, 1)) == 1


def test_phrases_with_two_wordings_and_a_page_stand_for_all_with_the_most_frequent_two() -> None:
    three = (Variant("x", 1, "2020-01-01"), Variant("y", 3, None), Variant("z", 2, "2021-05-04"))
    given = (
        _phrase("alone", ON), replace(_phrase("paged", ON), variants=three),
        replace(_phrase("bare", ON), variants=three[:2], has_page=False),
    )  # fmt: skip
    told = examples.phrases(_related(phrases=given), 3)
    assert [one.title for one in told] == ["“paged”", "“bare”", "“alone”"]
    assert [(one.text, one.count) for one in told[0].variants] == [
        ("y", "3 times"), ("z", "2 times"),
    ]  # fmt: skip


def _appearance(name: str, *counts: int) -> Appearance:
    slugs = (UNDATED, FISH)
    return Appearance(name, name, None, tuple(zip(slugs, counts, strict=False)), ON, ON)


def test_what_the_newest_briefings_are_the_first_to_name() -> None:
    known = tuple(_appearance(name, n) for n, name in enumerate("abcd", 1))
    turnover = (Turnover(UNDATED, ("a",), ()), Turnover(FISH, ("a", "b", "c", "d", "gone"), ()))
    find = _related(appearances=known, turnover=turnover)
    (one,) = examples.newcomers(find, 1)
    # The three most frequent names.
    assert (one.title, one.text) == ("First named on 4 May 2021", "d · c · b")
    assert len(examples.newcomers(find, 3)) == 2
    none = _related(appearances=known, turnover=(Turnover(FISH, (), ()),))
    assert examples.newcomers(none, 3) == []


def _record(id_: str, weight: int, **more: Any) -> Any:
    return replace(
        RECORD, id=id_, weight=weight, figures=(TWELVE.id, THREE.id), status="found",
        passages=(TWELVE.place, THREE.place), **more,
    )  # fmt: skip


def test_differences_of_fact_stand_by_their_weight_and_of_one_heading_one() -> None:
    def shown(*records: Any, most: int = 3) -> list[str]:
        found = contrasts(_find(replace(FULL, discrepancies=records)), most)
        return [one.url.partition("#")[2] for one in found]

    tense = {"type": "tense", "found_by": "result-as-future"}
    light, heavy = _record("light", 10), _record("heavy", 90, **tense)
    assert shown(light, heavy) == ["heavy", "light"]
    assert shown(light, heavy, most=1) == ["heavy"]
    # Both are two numbers for one thing.
    assert shown(light, _record("same", 5)) == ["light"]
    assert shown(_record("wording", 99, group="wording"), light) == ["light"]
    # What editors confirmed comes first, and is then left out.
    assert shown(heavy, replace(light, status="confirmed")) == ["light"]
    assert shown(replace(heavy, status="dismissed")) == []


def test_a_number_stands_alone_where_an_editors_title_says_of_what_it_is() -> None:
    def sides(title: str) -> list[str]:
        record = replace(_record("r", 1), status="confirmed", ruling=Ruling(title=title))
        (shown,) = contrasts(_find(replace(FULL, discrepancies=(record,))), 1)
        return [one.words for one in shown.sides]

    assert sides("How many?") == ["about 12", "3"]
    assert sides("") == ["“We counted 12 fish.”", "“There are 3 nets.”"]


def test_what_can_be_searched_for_is_a_term_in_several_wordings_a_number_and_a_name() -> None:
    both = replace(NETS, usages=(*NETS.usages, replace(NETS.usages[0], wording="net")))
    find = _find(replace(FULL, annotations=replace(FULL.annotations, terms=(both,))))
    assert [
        link.words for link in searches(find, replace(find.key_figures(FISH, 1)[0], quote="3"))
    ] == ["nets", "3", "Bo Fisher"]
    # The title itself must occur in the texts.
    title = replace(both, entry=replace(both.entry, term="nets of the harbour"))
    find = _find(replace(FULL, annotations=replace(FULL.annotations, terms=(title,))))
    assert [link.words for link in searches(find, None)] == ["Bo Fisher", "The Paper"]


def test_a_number_of_no_day_is_known_as_well() -> None:
    first = _observed("stock", end="2020-12-31", figure="f"), _figure("f", date=None)
    second = _observed("stock", end="2021-12-31", figure="s"), _figure("s", date=None)
    assert newest([second, first])[0].figure == "s"


# ---- Figures of a topic and of a person


def _stated(id_: str, passage: str, value: float = 5000, **changes: Any) -> Figure:
    """A figure of the transcript that is clear by itself: large, and with a subject."""
    stated = replace(TWELVE.stated, value=value, quote=f"{value:g}", subject=f"nets of {id_}")
    place = changes.pop("place", Place(FISH, "010", passage, 6, 0, 2))
    speaker = changes.pop("speaker", "cy-net")
    return replace(
        TWELVE, id=id_, places=(place,), speaker=speaker, stated=replace(stated, **changes)
    )


# Both paragraphs of the answer t5 are on nets; what weighs more is a number of a known time.
MANY = (
    _stated("dated", "t5p2"), _stated("undated", "t5p1", period=""),
    _stated("of-bo", "t4p1", speaker="bo-fisher"), _stated("off", "t1p1"),
    _stated("unclear", "t5p1", subject="they"), _stated("second", "t5p2"),
)  # fmt: skip


def test_of_the_figures_on_a_topic_the_clearest_are_shown_and_the_others_counted() -> None:
    dossiers = _find(replace(CORPUS, figures=MANY)).dossiers
    on = dossiers.numbers_on("nets", FISH)
    # One of a paragraph; the answer's first paragraph weighs as much as a known time.
    assert [number.id for number in on.shown] == ["dated", "undated"]
    assert (on.more, on.url) == (2, f"figures/?topic=nets&briefing={FISH}")
    assert [(number.speaker, number.by) for number in on.shown] == [("cy-net", "nets")] * 2
    by = dossiers.numbers_by("cy-net", FISH)
    assert [number.id for number in by.shown] == ["dated", "undated", "off"]
    assert (by.more, by.url) == (2, f"figures/?speaker=cy-net&briefing={FISH}")
    assert [number.by for number in by.shown] == ["nets", "nets", ""]
    assert [number.id for number in dossiers.key_numbers("nets", 9)] == ["dated", "undated"]
    assert [number.id for number in dossiers.key_numbers("nets", 1)] == ["dated"]
    assert dossiers.numbers_on("nets", UNDATED).shown == []
    assert dossiers.numbers_on("nets", UNDATED).more == 0


def test_three_figures_of_a_briefing_are_shown() -> None:
    figures = tuple(
        _stated(f"f{n}", passage) for n, passage in enumerate(("t1p1", "t2p1", "t2p2", "t4p1"))
    )
    by = _find(replace(CORPUS, figures=figures)).dossiers.numbers_by("cy-net", FISH)
    assert (len(by.shown), by.more) == (3, 1)


def test_a_figure_of_an_indicator_stands_for_the_topics_of_that_indicator_only() -> None:
    boats = Topic("boats", "Boats", "All boats.", (), (), ())
    indicator = replace(
        NUMBER_OF_NETS, observations=(Observation("dated", 5000, "2021", "s", "rule"),),
        topics=("boats",),
    )  # fmt: skip
    corpus = replace(CORPUS, figures=MANY, topics=(*CORPUS.topics, boats))
    dossiers = _find(replace(corpus, indicators=(indicator,))).dossiers
    on = dossiers.numbers_on("nets", FISH)
    # It is counted among the figures on nets all the same.
    assert ([number.id for number in on.shown], on.more) == (["undated", "second"], 2)
    assert [number.id for number in dossiers.key_numbers("nets", 9)] == ["undated", "second"]
    both = replace(indicator, topics=("boats", "nets"))
    dossiers = _find(replace(corpus, indicators=(both,))).dossiers
    assert dossiers.numbers_on("nets", FISH).shown[0].id == "dated"


def test_a_figure_belongs_to_the_briefing_that_states_it_first() -> None:
    twice = replace(
        _stated("twice", "t5p1"), places=(Place(FISH, "010", "t5p1", 13, 0, 2), HARBOUR)
    )
    dossiers = _find(replace(CORPUS, figures=(twice,))).dossiers
    assert [number.id for number in dossiers.numbers_by("cy-net", FISH).shown] == ["twice"]
    assert dossiers.numbers_by("cy-net", UNDATED).shown == []
    assert dossiers.numbers_by("cy-net", UNDATED).more == 0
    nobody = _find(replace(CORPUS, figures=(_stated("x", "t5p1", speaker=None),))).dossiers
    assert [number.speaker for number in nobody.numbers_on("nets", FISH).shown] == [""]


def test_the_head_of_a_topic_has_figures_of_its_eight_newest_briefings() -> None:
    fish, harbour = CORPUS.briefings
    briefings = tuple(
        replace(harbour, slug=f"2020-01-{n:02}-x", date=f"2020-01-{n:02}") for n in range(1, 10)
    )
    places = [replace(HARBOUR, briefing=briefing.slug) for briefing in briefings]
    topic = replace(CORPUS.topics[0], exchanges=(), sections=(), passages=tuple(places))
    figures = tuple(_stated(f"f{n}", "", place=place) for n, place in enumerate(places, 1))
    corpus = replace(
        EMPTY, briefings=(fish, *briefings), topics=(topic,), figures=figures,
        relations=Relations(),
    )  # fmt: skip
    shown = _find(corpus).dossiers.key_numbers("nets", 20)
    assert [number.id for number in shown] == [f"f{n}" for n in range(9, 1, -1)]


# ---- Paragraphs and sentences


def test_paragraphs_are_in_the_order_of_the_texts_each_from_its_first_words_on_a_topic() -> None:
    def at(passage: str, line: int, start: int | None, source: str = "010") -> Place:
        end = None if start is None else start + 2
        return Place(FISH, source, passage, line, start, end)

    last, first = at("011-s2p2", 6, 13, "011"), at("t1p1", 3, None)
    nets = replace(CORPUS.topics[0], passages=(last, at("t7p1", 18, 3), at("t2p1", 6, 9), first))
    boats = Topic(
        "boats", "Boats", "", (), (), (at("t2p1", 6, 4), at("t1p1", 3, 2), at("t7p1", 18, 5))
    )
    late = Topic("late", "Late", "", (), (), (at("t7p1", 18, None), at("t1p1", 3, 9)))
    dossiers = _find(replace(CORPUS, topics=(nets, boats, late))).dossiers
    assert dossiers.paragraphs(FISH) == [
        (at("t1p1", 3, 2), ("nets", "boats", "late")), (at("t2p1", 6, 4), ("nets", "boats")),
        (at("t7p1", 18, 3), ("nets", "boats", "late")), (last, ("nets",)),
    ]  # fmt: skip
    assert dossiers.paragraphs(UNDATED) == []


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (0, "First."), (6, "First."), (7, "Second one."), (17, "Second one."),
        (None, "First."), (18, "Third."),
    ],
)  # fmt: skip
def test_a_sentence_is_the_one_at_its_place(start: int | None, words: str) -> None:
    text = "First. Second one. Third."
    assert _sentence(text, ((0, 7), (7, 18), (18, 25)), start) == words


def test_a_place_without_words_is_at_the_beginning_even_of_a_short_sentence() -> None:
    assert _sentence("! So it is.", ((0, 1), (1, 11)), None) == "!"


def _sentence(text: str, spans: tuple[tuple[int, int], ...], start: int | None) -> str:
    fish, harbour = CORPUS.briefings
    (witness,) = harbour.witnesses
    (section,) = witness.sections
    passage = replace(section.passages[0], text=text)
    changed = replace(witness, sections=(replace(section, passages=(passage,)),))
    corpus = replace(
        CORPUS, briefings=(fish, replace(harbour, witnesses=(changed,))), people=(), mentions={},
        relations=Relations(sentences={(UNDATED, "s1p1"): spans}),
    )  # fmt: skip
    end = None if start is None else start + 1
    return _find(corpus).dossiers.sentence(Place(UNDATED, "012", "s1p1", 1, start, end)).strip()


def test_a_long_sentence_is_cut_at_its_end_or_around_words_far_from_its_beginning() -> None:
    text = "word " * 51 + "last."
    whole = ((0, len(text)),)
    assert len(text) == 260
    # Of 260 characters all are shown.
    assert _sentence(text, whole, 200) == text
    longer = f"{text} More."
    spans = ((0, len(longer)),)
    assert len(_sentence(longer, spans, 0)) > 250
    # Within 130 characters of the beginning the beginning is shown.
    assert _sentence(longer, spans, 130).startswith("word word")
    assert _sentence(longer, spans, 130).endswith("…")
    assert _sentence(longer, spans, 131).startswith("…word")
    far = _sentence(longer, spans, 140)
    assert far.startswith("…word")
    assert far.endswith("last. More.")
    middle = _sentence(longer * 2, ((0, len(longer) * 2),), 270)
    assert (middle[:1], middle[-1:]) == ("…", "…")
    assert len(middle) <= 262
    behind = _sentence(f"Short. {longer}", ((0, 7), (7, len(longer) + 7)), 147)
    assert behind == far
    # What stands before the sentence does not count.
    before = "Short. " * 20
    here = (len(before), len(before) + 200)
    assert _sentence(before + longer, (here,), len(before) + 150) == longer[:200].strip()
    assert _sentence(f"Short. {longer}", ((0, 7), (7, len(longer) + 7)), 137).startswith("word")
    # Without known sentences the whole passage is one.
    assert _sentence("Any words.", (), 4) == "Any words."


def test_a_phrase_says_of_how_many_later_briefings_on_the_topic_it_is_absent() -> None:
    fish, harbour = CORPUS.briefings
    later = tuple(
        replace(harbour, slug=f"2022-01-{n:02}-x", date=f"2022-01-{n:02}") for n in range(1, 4)
    )
    places = tuple(replace(HARBOUR, briefing=briefing.slug) for briefing in later)

    def shown(*places_on: Place) -> list[tuple[str, str | None]]:
        topic = replace(CORPUS.topics[0], passages=(*CORPUS.topics[0].passages, *places_on))
        phrases = (_phrase("again", ON, ON), _phrase("late", ON, *places_on[:1]))
        corpus = replace(
            CORPUS, briefings=(fish, harbour, *later), topics=(topic,),
            relations=replace(CORPUS.relations, phrases=phrases),
        )  # fmt: skip
        return [(use.phrase, use.without) for use in _find(corpus).dossiers.phrases_on("nets")]

    assert shown(*places) == [("late", None), ("again", "3 later briefings")]
    assert shown(*places[1:]) == [("late", None), ("again", None)]
