"""Tables of editors' explanations: terms with their wordings, mentions, notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from briefings import ids, urls
from briefings.model import NoteKind, NoteWeight
from briefings.publish.annotations import TERM, terms_data
from briefings.publish.records import place_data

from .columns import (
    ABOUT,
    PASSAGE,
    SPEAKS,
    STANDS,
    TO_PASSAGE,
    TO_SPEAKER,
    TO_TEXT,
    TO_TURN,
    URL,
    around,
    at_place,
)
from .fields import Field, Table, flag, refer, taken, taken_as, text, texts, whole
from .reading import BriefingRows, Cells, CorpusRows, Mention, passage_or_line

_OF_TERM = (
    "id", "definition", "definition_by", "definition_basis", "explanation", "explanation_basis",
    "kind", "chinese", "chinese_basis", "broader", "narrower", "related", "gone", "later_without",
    "url",
)  # fmt: skip


def _terms(rows: CorpusRows) -> Iterator[Cells]:
    for record in terms_data(rows.corpus.annotations, rows.texts):
        yield {
            **{name: record[name] for name in _OF_TERM},
            "term": record["prefLabel"],
            "other_wordings": record["altLabel"],
            "mentions": len(record["mentions"]),
            "briefings": len(record["briefings"]),
        }


TERMS = Table(
    "terms",
    "Terms",
    "A name or set phrase that a reader may need explained.",
    (
        taken(TERM, "id", "editors"),
        taken(TERM, "prefLabel", "editors", "term"),
        taken(TERM, "altLabel", "editors", "other_wordings"),
        *taken_as(TERM, "editors", "kind", "chinese", "chinese_basis"),
        taken(TERM, "definition", "editors", null=True),
        *taken_as(TERM, "editors", "definition_by", "definition_basis", "explanation"),
        taken(TERM, "explanation_basis", "editors", null=True),
        *taken_as(TERM, "editors", "broader", "narrower", "related"),
        whole("mentions", "Mentions, in all texts.", "rule", unit="places"),
        whole("briefings", "Briefings that mention it.", "rule", unit="briefings"),
        taken(TERM, "gone", "rule"),
        taken(TERM, "later_without", "rule", unit="briefings"),
        URL,
    ),
    of_corpus=_terms,
)


def _wordings(rows: CorpusRows) -> Iterator[Cells]:
    for record in terms_data(rows.corpus.annotations, rows.texts):
        for rendering in record["renderings"]:
            counts = [entry["count"] for entry in rendering["counts"]]
            yield {
                "term": record["id"],
                "wording": rendering["label"],
                "preferred": rendering["label"] == record["prefLabel"],
                "only_in": [ids.text_key(source) for source in rendering["sources"]],
                "mentions": sum(counts),
                "texts": [ids.text_key(entry["source"]) for entry in rendering["counts"]],
                "counts": counts,
            }


WORDINGS = Table(
    "wordings",
    "Wordings",
    "A wording of a term.",
    (
        text("term", "Id of the term."),
        text("wording", "The wording.", "editors"),
        flag("preferred", "Whether it is the preferred one.", "editors"),
        texts("only_in", "The only texts where it means the term; empty where it does everywhere.",
              "editors"),
        whole("mentions", "How often it is used, in all texts.", "rule", unit="places"),
        texts("texts", "The texts that use it: ids.", "rule"),
        Field("counts", "integers", "How often each of these does, in their order.", "rule",
              unit="places", minimum=1),
    ),
    key=("term", "wording"),
    refers=(refer("terms", "term"),),
    of_corpus=_wordings,
)  # fmt: skip


def _mentions(rows: BriefingRows) -> Iterator[Cells]:
    numbers = {id_: n for n, id_ in enumerate(rows.at)}

    def order(mention: Mention) -> tuple[int, str, str, int, int, str, str]:
        place = mention.place
        passage = place.passage or ""
        number = numbers.get(passage, -1)
        return number, place.source, passage, *place.offsets, mention.kind, mention.of

    seen: set[str] = set()
    for mention in sorted(rows.corpus.mentions.get(rows.slug, []), key=order):
        place, kind, of = mention.place, mention.kind, mention.of
        where = passage_or_line(place_data(place))
        id_ = ids.unused_id(f"{where}-{place.offsets[0]}-{kind}-{of}", seen)
        seen.add(id_)
        yield {
            "id": id_,
            "kind": kind,
            "term": of if kind == "term" else None,
            "wording": mention.wording,
            "names": of if kind == "person" else None,
            "phrase": of if kind == "phrase" else None,
            "text": rows.words(place),
            **around(place, rows),
            **rows.speaks(place.source, place.passage),
            "url": urls.place_url(place),
        }


MENTIONS = Table(
    "mentions",
    "Mentions",
    "A place where a text uses a term, names a person, or says a set phrase.",
    (
        text("id", "The passage, the offset, and what is mentioned."),
        Field("kind", "text", "What is mentioned.", "rule", values=("term", "person", "phrase")),
        text("term", "Id of the term.", "rule", null=True),
        text("wording", "The wording of the term or the set phrase that it is a form of.", "rule",
             null=True),
        text("names", "Id of the person who is named.", "rule", null=True),
        text("phrase", "Id of the set phrase.", "rule", null=True),
        text("text", "What stands there.", "printed", null=True),
        *STANDS,
        *ABOUT,
        *PASSAGE,
        *SPEAKS,
        URL,
    ),
    refers=(
        refer("terms", "term"), refer("people", "names"), refer("phrases", "phrase"), *TO_TEXT,
        *TO_TURN, *TO_PASSAGE, *TO_SPEAKER,
    ),
    indexed=("term", "names", "phrase", "briefing", "passage"),
    weaknesses=(
        "A mention stands in each text of an event: count those with `primary_text`.",
        "A pronoun or a title alone names nobody here.",
    ),
    of_briefing=_mentions,
)  # fmt: skip


def _notes(rows: BriefingRows) -> Iterator[Cells]:
    for note in rows.corpus.notes.get(rows.slug, ()):
        entry, home = note.entry, note.home

        yield {
            "id": f"{home.source}-{entry.id}",
            **rows.stands(home.source),
            **rows.about(home.source, home.passage),
            **at_place(home),
            "kind": entry.kind,
            "weight": entry.weight,
            "quote": rows.words(home),
            "passages": [passage_or_line(place_data(at.place)) for at in note.places],
            "see": [passage_or_line(place_data(place)) for place in note.see],
            "text": entry.text,
            "basis": entry.basis,
            "author": note.author,
            "written": entry.date,
            "url": urls.note_url(rows.slug, entry.id),
        }


NOTES = Table(
    "notes",
    "Notes",
    "An editor's note on quoted words.",
    (
        text("id", "The source of its first words, and the editors' id."),
        *STANDS,
        *ABOUT,
        *PASSAGE,
        Field("kind", "text", "What sort of note it is.", "editors", values=get_args(NoteKind)),
        Field("weight", "text", "Whether a reader should not miss it.", "editors",
              values=get_args(NoteWeight)),
        text("quote", "The words it is on; of a note on several, the first.", "printed", null=True),
        texts("passages", "The passages it is on: ids.", "editors"),
        texts("see", "Other passages on it: ids.", "editors"),
        text("text", "What the editors say, in Markdown.", "editors"),
        text("basis", "What it rests on.", "editors", null=True),
        text("author", "Who signs it.", "editors", null=True),
        Field("written", "day", "Day of the note.", "editors", null=True),
        URL,
    ),
    refers=(*TO_TEXT, *TO_TURN, *TO_PASSAGE),
    indexed=("briefing", "passage"),
    of_briefing=_notes,
)  # fmt: skip
