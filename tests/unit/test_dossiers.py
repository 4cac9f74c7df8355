"""What dossiers and examples select, using the small corpus with additions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefings.model import Corpus, Place, TermMention
from briefings.model.figures import Ruling
from briefings.model.page import SiteInfo
from briefings.model.relations import Appearance, Commitment, Phrase, Turnover, Use, Variant
from briefings.views import examples
from briefings.views.front import contrasts, searches
from briefings.views.headlines import newest
from briefings.views.lookup import Lookup

from .sample_corpus import FISH, UNDATED
from .test_headlines import _figure, _observed
from .test_views_annotations import FULL, NETS, NOTE, RECORD, THREE, TWELVE

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
        replace(_phrase("bare", ON), variants=three, has_page=False),
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
