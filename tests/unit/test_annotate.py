"""Locating terms and notes, and reporting those that cannot be located."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from briefings import urls
from briefings.annotate import annotate
from briefings.editorial import load
from briefings.extract.terms import Matcher, terms_of
from briefings.model import (
    Annotations,
    Briefing,
    Corpus,
    Editorial,
    Inline,
    NotePlace,
    Passage,
    Place,
    Section,
    Settings,
    Source,
    Speaker,
    Turn,
    Usage,
    Witness,
)
from briefings.problems import Problems
from briefings.publish.annotations import TERM, notes_data, terms_data
from briefings.publish.named_texts import NamedTexts
from tests.command import FIVE
from tests.gathered import gathered

FISH, LATER = "2021-05-04-fish", "2022-06-07-nets"


def _source(id_: str) -> Source:
    return Source(id_, f"{id_}.txt", f"seeds/{id_}.txt", "", (), "text")


def _witness(id_: str, briefing: str, *texts: str) -> Witness:
    """Return a transcript with one turn per text, on lines 2, 4, 6 ..."""
    turns = tuple(
        Turn(
            f"t{n}",
            Speaker("official", "ann", "Ann", "Ann"),
            (Passage(f"t{n}p1", text, 2 * n, 2 * n),),
        )
        for n, text in enumerate(texts, 1)
    )
    return Witness(_source(id_), Settings(), "transcript", turns=turns, briefing=briefing)


def _briefing(slug: str, date: str, *witnesses: Witness) -> Briefing:
    return Briefing(
        slug, slug, False, date, None, None, None, None, None, witnesses, (), (),
        sources=tuple(one.source.id for one in witnesses),
    )  # fmt: skip


def _corpus() -> Corpus:
    report = Witness(
        _source("001"), Settings(), "article", briefing=FISH,
        sections=(
            Section(
                "s1", None, None,
                (
                    Passage("001-s1p1", "Nets are banned.", 3, 3),
                    Passage("001-s1p2", "One line.", 5, 5),
                    Passage("001-s1p3", "Same line.", 5, 5),
                ),
            ),
        ),
    )  # fmt: skip
    talk = _witness(
        "000", FISH, "We banned the net, and the net again.", "The harbour is a place for ships."
    )
    later = _witness("002", LATER, "The harbour has grown since the ban.")
    return Corpus(
        (_briefing(FISH, "2021-05-04", talk, report), _briefing(LATER, "2022-06-07", later)),
        (), (), (), (),
    )  # fmt: skip


GLOSSARY = """\
net:
  term: net
  kind: measure
  definition: A tool for fishing.
  basis: general reference
  explanation: See [the ban](000:2) and *more*.
harbour:
  term: harbour
  kind: place
  quotations:
    - {passage: 000-t2p1, quote: a place for ships}
  see: [net]
"""
EDITORS = "editors: {name: Editors}\n"
NOTE = """\
{id}:
  passage: {passage}
  quote: {quote}
{more}  kind: context
  text: A note.
  basis: the sentence itself
  author: editors
  date: 2022-08-01
"""


def _note(id_: str, passage: str, quote: str, **more: str) -> str:
    lines = "".join(f"  {key}: {value}\n" for key, value in more.items())
    return NOTE.format(id=id_, passage=passage, quote=json.dumps(quote), more=lines)


def _annotated(
    folder: Path, glossary: str = "", **notes: str
) -> tuple[Annotations, Editorial, Problems]:
    (folder / "notes").mkdir()
    (folder / "editors.yml").write_text(EDITORS)
    (folder / "glossary.yml").write_text(glossary)
    for name, text in notes.items():
        (folder / "notes" / f"{name.replace('_', '-')}.yml").write_text(text)
    problems = Problems()
    editorial = load(folder, problems)
    assert [str(problem) for problem in problems] == []
    corpus = _corpus()
    witnesses = [witness for briefing in corpus.briefings for witness in briefing.witnesses]
    mentions = terms_of(witnesses, Matcher(editorial.glossary))
    return annotate(corpus, editorial, mentions, problems), editorial, problems


def _told(problems: Problems) -> list[tuple[str, int, int, str, str]]:
    return [
        (Path(one.path).name, one.line, one.column, one.rule, one.hint) for one in problems
    ]  # fmt: skip


def test_a_term_knows_its_words_its_mentions_and_its_neighbours(tmp_path: Path) -> None:
    annotations, _, problems = _annotated(tmp_path, GLOSSARY)
    assert _told(problems) == []
    harbour, net = annotations.terms
    assert harbour.explanations[0].place == Place(FISH, "000", "t2p1", 4, 15, 32)
    assert harbour.definition == "a place for ships"
    assert net.definition == "A tool for fishing."
    assert [one.place.source for one in net.mentions] == ["000", "000", "001"]
    assert net.usages == (Usage("net", "000", 2), Usage("net", "001", 1))
    assert (harbour.related, net.related) == (("net",), ("harbour",))
    assert (harbour.briefings, net.briefings) == ((FISH, LATER), (FISH,))
    assert (harbour.gone, net.gone) == (False, True)
    assert net.speakers == ("ann",)
    assert net.more == (
        (
            Inline("text", "See "),
            Inline("link", "the ban", f"briefings/{FISH}/#t1p1"),
            Inline("text", " and "),
            Inline("em", "more"),
            Inline("text", "."),
        ),
    )


def test_a_term_that_nobody_mentions_is_not_gone(tmp_path: Path) -> None:
    whale = "whale: {term: whale, kind: measure, definition: x, basis: x}\n"
    annotations, _, _ = _annotated(tmp_path, whale)
    assert [(term.briefings, term.gone) for term in annotations.terms] == [((), False)]


def test_notes_come_in_the_order_of_the_texts(tmp_path: Path) -> None:
    notes = (
        _note("report", "001:3", "banned")
        + _note("ships", "000:4", "ships", see='["001:3"]')
        + _note("second", "000-t1p1", "net", prefix="the", suffix="again")
        + _note("first", "000:2", "net", suffix='", and"')
    )
    annotations, _, problems = _annotated(tmp_path, **{"2021_05_04_fish": notes})
    assert _told(problems) == []
    assert [(one.entry.id, one.places) for one in annotations.notes] == [
        ("first", (NotePlace(1, Place(FISH, "000", "t1p1", 2, 14, 17)),)),
        ("second", (NotePlace(2, Place(FISH, "000", "t1p1", 2, 27, 30)),)),
        ("ships", (NotePlace(3, Place(FISH, "000", "t2p1", 4, 27, 32)),)),
        ("report", (NotePlace(4, Place(FISH, "001", "001-s1p1", 3, 9, 15)),)),
    ]
    assert annotations.notes[2].see == (Place(FISH, "001", "001-s1p1", 3),)
    assert annotations.notes[0].author == "Editors"


def test_a_note_at_several_places_has_a_number_at_each(tmp_path: Path) -> None:
    both = _note(
        "both", "002:2", "the ban", weight="essential",
        also='[{passage: "001:3", quote: banned}, {passage: "000:2", quote: net, suffix: ","}]',
    )  # fmt: skip
    annotations, _, problems = _annotated(
        tmp_path,
        **{
            "2022_06_07_nets": both + _note("grown", "002:2", "grown"),
            "2021_05_04_fish": _note("ships", "000:4", "ships"),
        },
    )
    assert _told(problems) == []
    # In the order of their first places: the briefing of 2021, then that of 2022, by position.
    assert [(one.entry.id, one.entry.weight, one.places) for one in annotations.notes] == [
        ("ships", "more", (NotePlace(2, Place(FISH, "000", "t2p1", 4, 27, 32)),)),
        ("grown", "more", (NotePlace(1, Place(LATER, "002", "t1p1", 2, 16, 21)),)),
        (
            "both", "essential",
            (
                NotePlace(2, Place(LATER, "002", "t1p1", 2, 28, 35)),
                NotePlace(3, Place(FISH, "001", "001-s1p1", 3, 9, 15)),
                NotePlace(1, Place(FISH, "000", "t1p1", 2, 14, 17)),
            ),
        ),
    ]  # fmt: skip


def test_every_place_of_a_note_is_held_to_its_passage(tmp_path: Path) -> None:
    notes = """broken:
  passage: 000:4
  quote: ships
  also:
    - {passage: 000:3, quote: ships}
    - {passage: 001:3, quote: bannd}
    - {passage: 000-t2p1, quote: ships}
  kind: context
  text: A note.
  basis: the sentence itself
  author: editors
  date: 2022-08-01
"""
    annotations, _, problems = _annotated(tmp_path, **{"2021_05_04_fish": notes})
    assert _told(problems) == [
        ("2021-05-04-fish.yml", 5, 17, "unknown-passage", "the nearest passage is on line 2"),
        ("2021-05-04-fish.yml", 6, 31, "quote-gone", "the passage has 'banned.'"),
        (
            "2021-05-04-fish.yml", 7, 34, "repeated-place",
            "remove this place, or quote other words",
        ),
    ]  # fmt: skip
    assert annotations.notes == ()


def test_what_leads_nowhere_is_told_with_its_place(tmp_path: Path) -> None:
    glossary = """\
net:
  term: net
  kind: measure
  quotations:
    - {passage: 000:2, quote: We bannd the net}
    - {passage: 000:3, quote: net}
    - {passage: 007:3, quote: net}
    - {passage: 000-t1p4, quote: net}
    - {passage: 000-t9p1, quote: net}
"""
    notes = (
        _note("twice", "000:2", "net")
        + _note("typo", "000:4", "a place for shops")
        + _note("moved", "000:2", "place for ships")
        + _note("between", "000:2", "net", prefix="no")
        + _note("shared", "001:5", "line")
        + _note("linked", "001:3", "banned", see='["001:99"]')
    )
    annotations, _, problems = _annotated(tmp_path, glossary, **{"2021_05_04_fish": notes})
    assert _told(problems) == [
        ("glossary.yml", 5, 31, "quote-gone", "the passage has 'We banned the net,'"),
        ("glossary.yml", 6, 17, "unknown-passage", "the nearest passage is on line 2"),
        ("glossary.yml", 7, 17, "unknown-passage", "known: 000, 001, 002"),
        ("glossary.yml", 8, 17, "unknown-passage", "the passages there are 000-t1p1"),
        ("glossary.yml", 9, 17, "unknown-passage", "check the id"),
        (
            "2021-05-04-fish.yml", 3, 10, "ambiguous-quote",
            "add 'prefix' or 'suffix', the words right before or after it, or quote more",
        ),
        ("2021-05-04-fish.yml", 11, 10, "quote-gone", "the passage has 'a place for ships.'"),
        ("2021-05-04-fish.yml", 19, 10, "quote-gone", "they stand at '000:4'"),
        (
            "2021-05-04-fish.yml", 27, 10, "quote-gone",
            "the words stand there, but not between this 'prefix' and 'suffix'",
        ),
        ("2021-05-04-fish.yml", 35, 12, "ambiguous-passage", "name one of 001-s1p2, 001-s1p3"),
        ("2021-05-04-fish.yml", 45, 9, "unknown-passage", "the nearest passage is on line 5"),
    ]  # fmt: skip
    assert [note.entry.id for note in annotations.notes] == ["linked"]


def test_notes_in_the_wrong_file_are_told_once_a_file(tmp_path: Path) -> None:
    renamed = _note("a", "000:2", "banned") + _note("b", "000:4", "ships")
    mixed = _note("c", "002:2", "grown") + _note("d", "000:4", "harbour")
    annotations, _, problems = _annotated(
        tmp_path, **{"2021_05_04_fisch": renamed, "2022_06_07_nets": mixed}
    )
    assert len(annotations.notes) == 4
    assert [(one.severity, *told) for one, told in zip(problems, _told(problems), strict=True)] == [
        ("warning", "2021-05-04-fisch.yml", 0, 0, "note-misfiled", f"name the file {FISH}.yml"),
        ("warning", "2022-06-07-nets.yml", 9, 1, "note-misfiled", f"move it to {FISH}.yml"),
    ]


# The five sources, and the editorial files on them.


def _seeds() -> tuple[Annotations, Corpus, Problems]:
    corpus, problems = gathered(FIVE / "seeds", FIVE / "editorial")
    return corpus.annotations, corpus, problems


def test_our_own_glossary_and_notes_are_sound() -> None:
    annotations, _, problems = _seeds()
    assert [str(problem) for problem in problems if "editorial" in problem.path] == []
    assert len(annotations.terms) >= 120
    assert len(annotations.notes) >= 40
    unused = [term.entry.id for term in annotations.terms if not term.mentions]
    assert unused == ["china-org-cn", "guangming-daily", "press-bureau"], (
        "named in lists of participants and by publishers only"
    )


def test_wordings_of_the_machine_made_texts_lead_to_their_terms() -> None:
    annotations, _, _ = _seeds()
    found = {
        (mention.place.source, mention.place.line, mention.text): mention.term
        for term in annotations.terms
        for mention in term.mentions
    }
    assert found["004", 69, 'integration of "emotion, guidance, and action"'] == (
        "intelligence-command-action"
    )
    assert found["003", 5, "safe China"] == "peaceful-china"
    assert found["004", 21, "drug-related crimes"] == "narcotics-crime"
    assert found["002", 177, "drug-related crimes"] == "medicine-crime"
    assert found[
        "003", 13, "Public Security Administration of the Ministry of Public Security"
    ] == ("public-order-bureau")
    assert found["000", 151, "100-day campaign to address prominent traffic violations"] == (
        "traffic-campaign"
    )


def test_a_chinese_wording_says_what_it_rests_on() -> None:
    """No source prints Chinese characters, so all of them come from editors."""
    annotations, _, _ = _seeds()
    bare = [t.entry.id for t in annotations.terms if t.entry.chinese and not t.entry.chinese_basis]
    assert bare == []


# As data.


def _texts(corpus: Corpus) -> dict[str, str]:
    return {
        urls.place_url(Place(briefing.slug, witness.source.id, passage.id, passage.line)): (
            passage.text
        )
        for briefing in corpus.briefings
        for witness in briefing.witnesses
        for passage in witness.passages
    }


def test_terms_as_data_hold_their_shape() -> None:
    annotations, corpus, _ = _seeds()
    rows = terms_data(annotations, NamedTexts(corpus.briefings))
    shape = jsonschema.Draft202012Validator(TERM)
    for row in rows:
        shape.validate(row)
    texts = _texts(corpus)
    for row in rows:
        for mention in row["mentions"]:
            text = texts[urls.briefing_url(mention["briefing"], mention["passage"])]
            assert text[mention["start"] : mention["end"]] == mention["text"]
    ids = {row["id"] for row in rows}
    assert all(ids.issuperset(row["related"]) for row in rows)


def test_selectors_of_notes_resolve_against_the_published_text() -> None:
    annotations, corpus, _ = _seeds()
    collection: dict[str, Any] = json.loads(notes_data(annotations, corpus))
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len(annotations.notes)
    texts = _texts(corpus)
    targets = [
        target
        for item in items
        for target in (item["target"] if isinstance(item["target"], list) else [item["target"]])
    ]
    assert len(targets) == sum(len(note.places) for note in annotations.notes)
    assert all(item["created"].endswith("Z") for item in items)
    for target in targets:
        text = texts[target["source"]]
        quote, position = target["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        assert (
            len(re.findall(re.escape(quote["prefix"] + quote["exact"] + quote["suffix"]), text))
            == 1
        )


def test_a_note_as_data(tmp_path: Path) -> None:
    note = _note("ships", "000:4", "ships", see='["001:3"]')
    annotations, _, _ = _annotated(tmp_path, **{"2021_05_04_fish": note})
    (item,) = json.loads(notes_data(annotations, _corpus()))["first"]["items"]
    assert item == {
        "id": f"briefings/{FISH}/#note-ships",
        "type": "Annotation",
        "motivation": "commenting",
        "creator": {"type": "Organization", "name": "Editors"},
        "created": "2022-08-01T00:00:00Z",
        "body": [
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "value": "A note.",
                "format": "text/markdown",
                "language": "en",
            },
            {"type": "TextualBody", "purpose": "tagging", "value": "context"},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": "Basis: the sentence itself",
            },
            {
                "type": "SpecificResource",
                "purpose": "linking",
                "source": f"briefings/{FISH}/#001-s1p1",
            },
        ],
        "target": {
            "source": f"briefings/{FISH}/#t2p1",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "ships",
                    "prefix": "The harbour is a place for ",
                    "suffix": ".",
                },
                {"type": "TextPositionSelector", "start": 27, "end": 32},
            ],
            # A speaker's name, a paragraph and a second name precede it in the plain text.
            "state": {
                "type": "TimeState",
                "cached": "data/texts/000.txt",
                "refinedBy": {"type": "TextPositionSelector", "start": 78, "end": 83},
            },
            "place": {
                "briefing": FISH,
                "source": "000",
                "passage": "t2p1",
                "line": 4,
                "start": 27,
                "end": 32,
                "text_name": "Transcript, 4 May 2021",
                "publisher": None,
                "quality": None,
                "primary": True,
            },
        },
        "weight": "more",
    }


def test_a_note_at_several_places_as_data_has_a_target_for_each(tmp_path: Path) -> None:
    note = _note(
        "ships", "000:4", "ships", weight="essential",
        also='[{passage: "002:2", quote: harbour}]',
    )  # fmt: skip
    annotations, _, _ = _annotated(tmp_path, **{"2021_05_04_fish": note})
    collection = json.loads(notes_data(annotations, _corpus()))
    (item,) = collection["first"]["items"]
    assert item["id"] == f"briefings/{FISH}/#note-ships"
    assert [one["source"] for one in item["target"]] == [
        f"briefings/{FISH}/#t2p1",
        f"briefings/{LATER}/#t1p1",
    ]
    assert [one["selector"][0]["exact"] for one in item["target"]] == ["ships", "harbour"]
    assert item["weight"] == "essential"
    # Neither key is in the W3C's vocabulary, so readers of linked data ignore them.
    assert collection["@context"][1] == {"@base": "../", "place": None, "weight": None}


@pytest.mark.parametrize("pointer", ["000:4", "000-t2p1"])
def test_both_ways_to_point_lead_to_the_same_passage(tmp_path: Path, pointer: str) -> None:
    note = _note("ships", pointer, "ships")
    annotations, _, _ = _annotated(tmp_path, **{"2021_05_04_fish": note})
    assert annotations.notes[0].home.passage == "t2p1"
