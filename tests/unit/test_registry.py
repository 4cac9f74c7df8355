"""Ids are assigned once: a text that changes keeps the id of everything that is still there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings import registry
from briefings.group import group
from briefings.model import (
    Corpus,
    Editorial,
    Figure,
    Passage,
    Place,
    Publication,
    PublishedSource,
    Registry,
    Section,
    Settings,
    Source,
    Speaker,
    Stated,
    Turn,
    Witness,
)
from briefings.model.relations import Formula, Occurrence, Relations
from briefings.problems import Problems
from briefings.registry.matching import match

HARBOURS = "The ministry opened twelve new harbours in the year under review."
LIGHTS = "A second paragraph is about the lighthouses along the northern coast."
BOATS = "The third paragraph is about boats and their owners, in some detail."
QUESTION = "How many boats were counted in the past year? Thank you very much."
ANSWER = "There were some nine hundred boats, most of them built of timber."
THANKS = "Finally the minister thanked the press for its patience and questions."
NEW = "Nobody had asked about the nets, which were mended twice in spring."

NOBODY = Speaker("unknown", None, None, None)
OUTLET = Speaker("outlet", "the-paper", "The Paper", "The Paper")
OFFICIAL = Speaker("official", "bo-fisher", "Bo Fisher", "Bo Fisher")


def witness(
    *turns: Sequence[str],
    source: str = "000",
    speakers: Sequence[Speaker] = (),
    chosen: Settings | None = None,
    date: str | None = "2021-05-04",
    title: str = "Press conference on harbours",
) -> Witness:
    """A transcript numbered as `parse` numbers it: turn by turn, paragraph by paragraph."""
    made = []
    line = 1
    for n, texts in enumerate(turns, 1):
        passages = []
        for k, text in enumerate(texts, 1):
            passages.append(Passage(f"t{n}p{k}", text, line, line))
            line += 1
        speaker = speakers[n - 1] if n <= len(speakers) else NOBODY
        made.append(Turn(f"t{n}", speaker, tuple(passages)))
    return Witness(
        source=Source(source, f"{source}.txt", f"seeds/{source}.txt", "0" * 64, (), "text"),
        settings=chosen or Settings(),
        kind="transcript",
        title=title,
        date=date,
        turns=tuple(made),
    )


def ids(one: Witness) -> list[tuple[str, list[str]]]:
    return [(part.id, [passage.id for passage in part.passages]) for part in one.parts]


def publish(*witnesses: Witness, before: Registry | None = None) -> Registry:
    """Return the registry after publishing these texts, starting from `before`."""
    corpus, known, moved = read(*witnesses, before=before)
    return registry.record(corpus, known, moved, {})


def read(
    *witnesses: Witness, before: Registry | None = None
) -> tuple[Corpus, Registry, dict[str, dict[str, str]]]:
    """Return the corpus of these texts with published ids, and the targets of ids that are gone."""
    known = before or Registry()
    found = [registry.identify(one, known.sources.get(one.source.id)) for one in witnesses]
    corpus = group(tuple(one.witness for one in found), Editorial(), Problems(), known)
    return corpus, known, {one.witness.source.id: dict(one.moved) for one in found}


def again(*turns: Sequence[str]) -> registry.Identified:
    """A later state of the text that the tests below publish."""
    first = witness([HARBOURS, LIGHTS], [BOATS, QUESTION, ANSWER], [THANKS])
    return registry.identify(witness(*turns), publish(first).sources["000"])


def test_a_text_that_nobody_published_is_numbered_as_it_stands() -> None:
    fresh = registry.identify(witness([HARBOURS], [LIGHTS, BOATS]), None)
    assert ids(fresh.witness) == [("t1", ["t1p1"]), ("t2", ["t2p1", "t2p2"])]
    assert fresh.moved == {}


def test_a_label_that_is_found_late_takes_no_address_away() -> None:
    """The question and the text after it keep their ids, though they are separate turns now."""
    found = again([HARBOURS, LIGHTS], [BOATS], [QUESTION], [ANSWER], [THANKS])
    assert ids(found.witness) == [
        ("t1", ["t1p1", "t1p2"]),
        ("t2", ["t2p1"]),
        ("t2a", ["t2p2"]),
        ("t2b", ["t2p3"]),
        ("t3", ["t3p1"]),
    ]
    assert found.moved == {}


def test_turns_that_are_joined_keep_the_id_of_the_first() -> None:
    found = again([HARBOURS, LIGHTS], [BOATS, QUESTION, ANSWER, THANKS])
    assert ids(found.witness) == [
        ("t1", ["t1p1", "t1p2"]),
        ("t2", ["t2p1", "t2p2", "t2p3", "t3p1"]),
    ]
    assert found.moved == {"t3": "t3p1"}


def test_what_is_inserted_gets_an_id_between() -> None:
    found = again([HARBOURS, NEW, LIGHTS], [NEW + " Twice."], [BOATS, QUESTION, ANSWER], [THANKS])
    assert ids(found.witness) == [
        ("t1", ["t1p1", "t1p1a", "t1p2"]),
        ("t1a", ["t1ap1"]),
        ("t2", ["t2p1", "t2p2", "t2p3"]),
        ("t3", ["t3p1"]),
    ]


def test_what_is_added_at_the_end_is_numbered_on() -> None:
    found = again([HARBOURS, LIGHTS], [BOATS, QUESTION, ANSWER], [THANKS, NEW], [NEW + " Twice."])
    assert ids(found.witness)[2:] == [("t3", ["t3p1", "t3p2"]), ("t4", ["t4p1"])]


def test_a_paragraph_with_a_word_changed_keeps_its_id() -> None:
    found = again(
        [HARBOURS.replace("twelve", "thirteen"), LIGHTS], [BOATS, QUESTION, ANSWER], [THANKS]
    )
    assert ids(found.witness)[0] == ("t1", ["t1p1", "t1p2"])


def test_the_id_of_a_paragraph_that_goes_is_not_given_again() -> None:
    first = witness([HARBOURS, LIGHTS, BOATS], [THANKS])
    before = publish(first)
    after = publish(witness([HARBOURS, BOATS], [THANKS]), before=before)
    gone = {one.id: one for one in after.sources["000"].passages if one.lost}
    assert {id_: one.text for id_, one in gone.items()} == {"t1p2": LIGHTS}
    later = registry.identify(witness([HARBOURS, NEW, BOATS], [THANKS]), after.sources["000"])
    assert ids(later.witness)[0] == ("t1", ["t1p1", "t1p1a", "t1p3"])


def test_words_that_return_get_their_id_back() -> None:
    before = publish(witness([HARBOURS, LIGHTS, BOATS], [THANKS]))
    without = publish(witness([HARBOURS, BOATS], [THANKS]), before=before)
    back = registry.identify(witness([HARBOURS, LIGHTS, BOATS], [THANKS]), without.sources["000"])
    assert ids(back.witness)[0] == ("t1", ["t1p1", "t1p2", "t1p3"])


def test_joined_paragraphs_lead_to_the_one_that_has_their_words() -> None:
    found = again([f"{HARBOURS} {LIGHTS}"], [BOATS, QUESTION, ANSWER], [THANKS])
    [(turn, [kept])] = ids(found.witness)[:1]
    assert turn == "t1"
    assert {kept, *found.moved} == {"t1p1", "t1p2"}
    assert set(found.moved.values()) == {kept}


def test_of_a_paragraph_that_is_split_the_longer_part_keeps_the_id() -> None:
    longer, rest = BOATS[: BOATS.index(", in")], BOATS[BOATS.index("in some") :]
    found = again([HARBOURS, LIGHTS], [longer, rest, QUESTION, ANSWER], [THANKS])
    assert ids(found.witness)[1] == ("t2", ["t2p1", "t2p1a", "t2p2", "t2p3"])


def test_sections_and_turns_do_not_share_ids() -> None:
    """A text that was read as an article and is a transcript now."""
    section = Section("s1", None, None, witness([HARBOURS]).passages)
    article = replace(witness(), kind="article", sections=(section,))
    named = article.with_ids(lambda id_: id_.replace("t1", "s1"))
    found = registry.identify(witness([HARBOURS]), publish(named).sources["000"])
    assert ids(found.witness) == [("t1", ["s1p1"])]
    assert found.moved == {"s1": "s1p1"}


def test_an_exchange_keeps_its_id_when_one_is_found_before_it() -> None:
    speakers = [OFFICIAL, OUTLET, OFFICIAL]
    before = publish(witness([HARBOURS], [QUESTION], [ANSWER], speakers=speakers))
    assert before.sources["000"].exchanges == (("x1", "t2"),)
    asked = "And what of the lighthouses that were promised two years ago?"
    corpus, _, _ = read(
        witness(
            [HARBOURS], [asked], [LIGHTS], [QUESTION], [ANSWER],
            speakers=[OFFICIAL, OUTLET, OFFICIAL, OUTLET, OFFICIAL],
        ),
        before=before,
    )  # fmt: skip
    assert [(one.id, one.question) for one in corpus.briefings[0].exchanges] == [
        ("x0a", "t1a"),
        ("x1", "t2"),
    ]


# Events and addresses

EARLIER = witness([HARBOURS, LIGHTS], [BOATS])
OTHER = witness([QUESTION], [ANSWER, THANKS], source="001", title="Boats", date="2021-05-05")
PAGE = "2021-05-04-harbours"


def _same_event(one: Witness, **changed: str) -> Witness:
    return replace(one, settings=Settings(event="harbours"), **changed)  # type: ignore[arg-type]


def _former(corpus: Corpus, known: Registry, moved: dict[str, dict[str, str]]) -> dict[str, str]:
    return {
        f"{one.page}#{one.fragment}": one.url or "gone"
        for one in registry.former(corpus, known, moved)
    }


def test_two_events_that_are_merged_lead_to_the_words() -> None:
    before = publish(EARLIER, OTHER)
    corpus, known, moved = read(_same_event(EARLIER), _same_event(OTHER), before=before)
    assert [one.slug for one in corpus.briefings] == [PAGE]
    assert ids(corpus.briefings[0].witnesses[1]) == [
        ("001-t1", ["001-t1p1"]),
        ("001-t2", ["001-t2p1", "001-t2p2"]),
    ]
    old, new = "briefings/2021-05-05-boats/", f"briefings/{PAGE}/"
    assert _former(corpus, known, moved) == {
        f"{old}#t1p1": f"{new}#001-t1p1",
        f"{old}#t2p1": f"{new}#001-t2p1",
        f"{old}#t2p2": f"{new}#001-t2p2",
        f"{old}#t1": f"{new}#001-t1",
        f"{old}#t2": f"{new}#001-t2",
        f"{old}#x1": f"{new}#001-t1",
        f"{old}#x2": f"{new}#001-t2",
    }


def test_an_event_that_is_split_leaves_the_address_with_its_first_text() -> None:
    before = publish(_same_event(EARLIER), _same_event(OTHER))
    corpus, known, moved = read(EARLIER, OTHER, before=before)
    assert [one.slug for one in corpus.briefings] == [PAGE, "2021-05-05-boats"]
    assert _former(corpus, known, moved)[f"briefings/{PAGE}/#001-t2p2"] == (
        "briefings/2021-05-05-boats/#t2p2"
    )


def test_merged_and_split_again_every_address_leads_home() -> None:
    apart = publish(EARLIER, OTHER)
    joined = publish(_same_event(EARLIER), _same_event(OTHER), before=apart)
    corpus, known, moved = read(EARLIER, OTHER, before=joined)
    assert [one.slug for one in corpus.briefings] == [PAGE, "2021-05-05-boats"]
    leads = _former(corpus, known, moved)
    assert leads[f"briefings/{PAGE}/#001-t1p1"] == "briefings/2021-05-05-boats/#t1p1"
    assert not [old for old in leads if old.startswith("briefings/2021-05-05-boats/")]


def test_a_fuller_text_does_not_take_the_ids_of_the_one_before_it() -> None:
    before = publish(_same_event(EARLIER))
    fuller = witness([HARBOURS, LIGHTS], [BOATS], [QUESTION], [ANSWER, THANKS], source="009")
    corpus, known, moved = read(_same_event(EARLIER), _same_event(fuller), before=before)
    first, second = corpus.briefings[0].witnesses
    assert (first.source.id, first.parts[0].id) == ("009", "009-t1")
    assert (second.source.id, second.parts[0].id) == ("000", "t1")
    assert corpus.briefings[0].slug == PAGE
    # Questions are those of the fuller text now; the earlier one leads to the words it began with.
    assert _former(corpus, known, moved) == {f"briefings/{PAGE}/#x1": f"briefings/{PAGE}/#t2"}


def test_a_date_that_is_found_moves_the_page_and_every_passage_with_it() -> None:
    undated = replace(EARLIER, date=None)
    corpus, known, moved = read(EARLIER, before=publish(undated))
    assert corpus.briefings[0].slug == PAGE
    assert _former(corpus, known, moved)["briefings/undated-harbours/#t2p1"] == (
        f"briefings/{PAGE}/#t2p1"
    )


def test_a_title_that_changes_moves_nothing() -> None:
    corpus, known, moved = read(replace(EARLIER, title="On harbours"), before=publish(EARLIER))
    assert corpus.briefings[0].slug == PAGE
    assert _former(corpus, known, moved) == {}


def test_a_second_undated_briefing_does_not_take_the_address_of_the_first() -> None:
    first = replace(witness([HARBOURS], source="5"), date=None)
    second = replace(witness([ANSWER, NEW], source="1"), date=None)
    corpus, _, _ = read(second, first, before=publish(first))
    assert {one.slug: one.primary.source.id for one in corpus.briefings} == {
        "undated-harbours": "5",
        "undated-harbours-2": "1",
    }


# Statements


def figure(id_: str, passage: str, text: str, quote: str, nth: int = 0) -> Figure:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    end = start + len(quote)
    place = Place(PAGE, "000", passage, 1, start, end)
    stated = Stated(start, end, quote, 1, "count")
    return Figure(id_, (place,), stated, text, None, None, None, "direct")


def figures_of(one: Witness, found: Sequence[Figure], before: Registry) -> list[str]:
    corpus, _, _ = read(one, before=before)
    (briefing,) = corpus.briefings
    return [named.id for named in registry.name_figures(found, briefing.witnesses, before)]


COUNTS = "We built 600 million piers. The piers cost 6 billion yuan, and 6 billion more is planned."


def _published_figures() -> Registry:
    one = witness([COUNTS])
    corpus, known, moved = read(one)
    found = (
        figure("f1", "t1p1", COUNTS, "600 million"),
        figure("f2", "t1p1", COUNTS, "6 billion"),
        figure("f3", "t1p1", COUNTS, "6 billion", 1),
    )
    return registry.record(replace(corpus, figures=found), known, moved, {})


def test_a_number_before_others_does_not_shift_their_ids() -> None:
    text = f"In 12 towns things changed. {COUNTS}"
    found = [
        figure("f1", "t1p1", text, "12 towns"),
        figure("f2", "t1p1", text, "600 million"),
        figure("f3", "t1p1", text, "6 billion"),
        figure("f4", "t1p1", text, "6 billion", 1),
    ]
    assert figures_of(witness([text]), found, _published_figures()) == ["f1a", "f1", "f2", "f3"]


def test_a_number_that_was_corrected_is_another_figure() -> None:
    text = COUNTS.replace("600 million", "700 million")
    found = [
        figure("f1", "t1p1", text, "700 million"),
        figure("f2", "t1p1", text, "6 billion"),
        figure("f3", "t1p1", text, "6 billion", 1),
    ]
    assert figures_of(witness([text]), found, _published_figures()) == ["f1a", "f2", "f3"]


def test_a_figure_goes_along_with_its_sentence() -> None:
    head, tail = COUNTS.split(" The piers")
    tail = f"The piers{tail}"
    before = _published_figures()
    one = registry.identify(witness([head, tail]), before.sources["000"]).witness
    first, second = (passage.id for passage in one.passages)
    found = [
        figure("f1", first, head, "600 million"),
        figure("g1", second, tail, "6 billion"),
        figure("g2", second, tail, "6 billion", 1),
    ]
    assert figures_of(witness([head, tail]), found, before) == ["f1", "f2", "f3"]


def _formulas(*members: Sequence[tuple[str, str]]) -> Relations:
    """Formulas of (source, text) pairs; each text is the first passage of its source."""
    return Relations(
        formulas=tuple(
            Formula(
                f"formula-{n}",
                "",
                tuple(
                    Occurrence(Place(PAGE, s, "t1p1", 1, 0, len(text)), text, None, None, None)
                    for s, text in sentences
                ),
                (),
            )
            for n, sentences in enumerate(members)
        )
    )


def test_a_formula_that_returns_once_more_keeps_its_id() -> None:
    texts = [
        witness([HARBOURS], source=name, date=f"2021-0{n}-01") for n, name in enumerate("abc", 1)
    ]
    corpus, known, moved = read(*texts)
    said = _formulas([("a", HARBOURS), ("b", HARBOURS)])
    before = registry.record(replace(corpus, relations=said), known, moved, {})
    now = _formulas(
        [("c", HARBOURS), ("a", LIGHTS)], [("a", HARBOURS), ("b", HARBOURS), ("c", HARBOURS)]
    )
    named = registry.name_relations(now, corpus, before)
    assert [one.id for one in named.formulas] == ["formula-0a", "formula-0"]


# What holds whatever is done to a text

# Of so many words two paragraphs have hardly one in common by chance.
WORDS = st.integers(1000, 9999).map("w{}".format)
PARAGRAPH = st.lists(WORDS, min_size=6, max_size=14).map(" ".join)
TEXT = st.lists(st.lists(PARAGRAPH, min_size=1, max_size=4), min_size=1, max_size=5)
OPERATION = st.tuples(
    st.sampled_from(
        ["insert", "delete", "split", "join", "part turn", "join turns", "change", "move"]
    ),
    st.integers(0, 30),
    PARAGRAPH,
)


def _change(text: list[list[str]], operation: tuple[str, int, str]) -> list[list[str]]:
    what, at, fresh = operation
    turns = [list(turn) for turn in text]
    turn = turns[at % len(turns)]
    n = at % len(turn)
    words = turn[n].split()
    if what == "insert":
        turn.insert(n, fresh)
    elif what == "delete" and len(turn) > 1:
        del turn[n]
    elif what == "split" and len(words) > 6:
        turn[n : n + 1] = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
    elif what == "join" and n + 1 < len(turn):
        turn[n : n + 2] = [f"{turn[n]} {turn[n + 1]}"]
    elif what == "part turn" and n:
        turns[at % len(turns) : at % len(turns) + 1] = [turn[:n], turn[n:]]
    elif what == "join turns" and len(turns) > 1:
        follows = (at + 1) % len(turns)
        if follows:
            turn += turns.pop(follows)
    elif what == "change":
        turn[n] = " ".join(["today", *words[1:]])
    elif what == "move":
        turns[(at + 1) % len(turns)].append(turn[n])
        del turn[n]
    return [turn for turn in turns if turn]


@given(TEXT, st.lists(st.lists(OPERATION, min_size=1, max_size=4), min_size=1, max_size=4))
@settings(max_examples=75)
def test_no_id_is_lost_or_comes_to_stand_for_other_words(
    text: list[list[str]], rounds: list[list[tuple[str, int, str]]]
) -> None:
    """Over several publications: insertions, deletions, splits, joins, labels, moves."""
    known = publish(witness(*text))
    for operations in rounds:
        published = {one.id: one for one in known.sources["000"].passages}
        for operation in operations:
            text = _change(text, operation) or [[operation[2]]]
        corpus, _, moved = read(witness(*text), before=known)
        [final] = corpus.briefings[0].witnesses
        now = {passage.id: passage.text for passage in final.passages}
        assert len(now) == len(final.passages)
        assert len({part.id for part in final.parts}) == len(final.parts)
        for id_, words in now.items():
            if id_ in published:
                assert _is_same(published[id_].text, words), (id_, published[id_].text, words)
        exact = {words: id_ for id_, words in now.items()}
        for id_, one in published.items():
            if one.text in exact and not one.lost:
                assert id_ in now or moved["000"][id_] in now
        for home in moved["000"].values():
            assert home in now
        after = registry.record(corpus, known, moved, {})
        assert {one.id for one in after.sources["000"].passages} >= published.keys()
        assert set(after.sources["000"].parts) >= set(known.sources["000"].parts)
        known = after


def _is_same(before: str, now: str) -> bool:
    """Of two wordings under one id nearly half of the words are in both, or one is in the other."""
    a, b = Counter(before.split()), Counter(now.split())
    return (a & b).total() >= 0.45 * min(a.total(), b.total())


@given(st.lists(PARAGRAPH, max_size=12), st.lists(PARAGRAPH, max_size=12))
@settings(max_examples=100)
def test_matches_are_one_to_one_and_equal_texts_find_one_another(
    before: list[str], now: list[str]
) -> None:
    found = match(before, now)
    assert len(set(found.same.values())) == len(found.same)
    assert not found.same.keys() & found.inside.keys()
    for text in set(before) & set(now):
        matched = sum(before[n] == text and now[k] == text for n, k in found.same.items())
        assert matched == min(before.count(text), now.count(text))


# Files


def test_a_registry_is_read_as_it_was_written(tmp_path: Path) -> None:
    folder = tmp_path
    known = _published_figures()
    second = registry.record(*read(witness([THANKS]), before=known), {"figures/": "Figures"})
    for path, text in registry.texts(second).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    problems = Problems()
    assert registry.load(folder, problems) == second
    assert list(problems) == []


@pytest.mark.parametrize(
    "line",
    [
        b"<<<<<<< HEAD",
        b"passage\tt1p1",
        b"page\tsome-briefing\tperhaps",
        b"figure\tf1\t\t000\tt1p1\twords",
        b"\xff\xfe",
        b"nonsense",
    ],
)
def test_a_line_that_freeze_does_not_write_is_an_error_with_its_number(
    line: bytes, tmp_path: Path
) -> None:
    folder = tmp_path / "ids" / "sources"
    folder.mkdir(parents=True)
    (folder / "000.txt").write_bytes(b"\xef\xbb\xbf# head\r\npart\tt1\r\n" + line + b"\n")
    problems = Problems()
    known = registry.load(folder.parents[1], problems)
    assert known.sources["000"].parts == ("t1",)
    assert [(one.line, one.rule) for one in problems] == [(3, "ids-unreadable")]


def test_a_source_that_was_published_twice_on_one_page_lists_it_once() -> None:
    record = publish(EARLIER, before=publish(EARLIER)).sources["000"]
    assert record.pages == (Publication(PAGE, plain=True),)
    assert isinstance(record, PublishedSource)
