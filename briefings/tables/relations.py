"""Tables of relations between texts, and of announcements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefings import ids, urls
from briefings.model import Place
from briefings.publish.figures import DISCREPANCY, discrepancies_data
from briefings.publish.relations import (
    COMMITMENT,
    PAIR,
    PHRASE,
    alignments_data,
    commitments_data,
    phrases_data,
)

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
    speaker_at,
)
from .fields import Field, Table, refer, taken, taken_as, text, texts, whole
from .reading import BriefingRows, Cells, CorpusRows, passage_or_line, place_key

_SIDES = (("a", "the fuller text, or the earlier passage"), ("b", "the other one"))
_AT = ("text_id", "text_name", "publisher", "quality", "primary_text")


def _alignments(rows: BriefingRows) -> Iterator[Cells]:
    pairs = rows.corpus.pairs.get(rows.slug, [])
    for pair, record in zip(pairs, alignments_data(pairs, rows.corpus.texts), strict=True):
        differences = record["differences"]
        yield {
            **{name: record[name] for name in ("id", "kind", "score")},
            "pair_group": record["group"],
            **{name: rows.stands(pair.a.source)[name] for name in ("briefing", "date", "day")},
            **_side("a", pair.a, rows),
            **_side("b", pair.b, rows),
            "differs": [difference["kind"] for difference in differences],
            "differs_a": [difference["a"] for difference in differences],
            "differs_b": [difference["b"] for difference in differences],
            "figures": [id_ for difference in differences for id_ in difference["figures"]],
            "url": urls.place_url(pair.a),
        }


def _side(side: str, place: Place, rows: BriefingRows) -> Cells:
    stands = rows.stands(place.source)
    at = {
        **{name: stands[name] for name in _AT},
        "passage": place_key(place),
        "start": place.start,
        "end": place.end,
        "text": rows.words(place),
    }
    return {f"{side}_{name}": value for name, value in at.items()}


def _side_fields(side: str, which: str) -> tuple[Field, ...]:
    fields = {field.name: field for field in (*STANDS, *PASSAGE)}
    return (
        *(
            replace(
                fields[name],
                name=f"{side}_{name}",
                description=f"Of {which}: {fields[name].description}",
            )
            for name in (*_AT, "passage", "start", "end")
        ),
        text(f"{side}_text", f"Of {which}: its words.", "printed", null=True),
    )


_DIFFERENCE = PAIR["properties"]["differences"]["items"]
ALIGNMENTS = Table(
    "alignments",
    "Alignments",
    "Two stretches of the texts of one event that say the same thing, with what they say "
    "differently.",
    (
        taken(PAIR, "id", "build"),
        taken(PAIR, "group", "build", "pair_group"),
        *STANDS[:3],
        *(field for side, which in _SIDES for field in _side_fields(side, which)),
        taken(PAIR, "kind", "rule"),
        taken(PAIR, "score", "rule", measured=("alignment", "found")),
        Field(
            "differs", "texts", "What they say differently; empty where nothing is found.", "rule",
            values=tuple(_DIFFERENCE["properties"]["kind"]["enum"]),
        ),
        texts("differs_a", "The words of `a` for each of these; empty where it has none.", "rule"),
        texts("differs_b", "The words of `b` for each of these; empty where it has none.", "rule"),
        texts("figures", "The figures that differ: ids.", "rule"),
        URL,
    ),
    refers=(
        refer("briefings", "briefing"), refer("texts", "a_text_id"), refer("texts", "b_text_id"),
        refer("passages", "a_passage"), refer("passages", "b_passage"),
    ),
    indexed=("briefing", "a_passage", "b_passage"),
    weaknesses=("What differs is named by rules; a difference of meaning alone is not found.",),
    of_briefing=_alignments,
)  # fmt: skip

_OF_DISCREPANCY = (
    "id", "type", "class", "status", "found_by", "weight", "title", "text", "basis", "takeaway",
    "reason", "author", "figures",
)  # fmt: skip


def _discrepancies(rows: CorpusRows) -> Iterator[Cells]:
    for record in discrepancies_data(rows.corpus.discrepancies, rows.texts):
        places = record["passages"]
        yield {
            **{name: record[name] for name in _OF_DISCREPANCY},
            "ruled": record["date"],
            "briefings": list(dict.fromkeys(place["briefing"] for place in places)),
            "text_ids": [ids.text_key(place["source"]) for place in places],
            "passages": [passage_or_line(place) for place in places],
            "text_names": record["text_name"],
            "publishers": [name or "" for name in record["publisher"]],
            "qualities": [grade or "" for grade in record["quality"]],
            "url": urls.discrepancy_url(record["id"]),
        }


DISCREPANCIES = Table(
    "discrepancies",
    "Discrepancies",
    "Passages that should agree and do not, or whose numbers are worth holding together.",
    (
        taken(DISCREPANCY, "id", "build"),
        *taken_as(DISCREPANCY, "rule", "type", "class"),
        taken(DISCREPANCY, "status", "editors"),
        *taken_as(DISCREPANCY, "rule", "found_by", "weight"),
        taken(DISCREPANCY, "title", "editors", null=True),
        taken(DISCREPANCY, "text", "rule", measured=("discrepancy", "found")),
        taken(DISCREPANCY, "basis", "rule", null=True),
        taken(DISCREPANCY, "takeaway", "editors", null=True),
        taken(DISCREPANCY, "reason", "editors", null=True),
        taken(DISCREPANCY, "author", "editors", null=True),
        Field("ruled", "day", "Day of the editors' ruling.", "editors", null=True),
        texts("briefings", "Briefings it is about: ids."),
        texts("passages", "Passages it is about: ids; source and line where one is in none."),
        texts("text_ids", "The text of each of these: ids."),
        texts("text_names", "What people call each of these texts."),
        texts("publishers", "Who published each; empty where it is not known.", "printed"),
        texts("qualities", "Editors' grade of each; empty where there is none.", "editors"),
        taken(DISCREPANCY, "figures", "rule"),
        URL,
    ),
    weaknesses=("Never a verdict: what a rule finds is `found` until an editor rules on it.",),
    of_corpus=_discrepancies,
)


def _phrases(rows: CorpusRows) -> Iterator[Cells]:
    for record in phrases_data(rows.corpus.relations.phrases, rows.texts):
        yield {
            **{name: record[name] for name in _OF_PHRASE},
            "wordings": [variant["text"] for variant in record["variants"]],
            "counts": [variant["count"] for variant in record["variants"]],
            "uses": len(record["occurrences"]),
        }


_OF_PHRASE = ("id", "phrase", "telling", "briefings", "first", "last", "url")
PHRASES = Table(
    "phrases",
    "Set phrases",
    "A run of words that returns from briefing to briefing.",
    (
        taken(PHRASE, "id", "build"),
        taken(PHRASE, "phrase", "rule", measured=("phrase", "found")),
        taken(PHRASE, "telling", "rule"),
        taken(PHRASE, "briefings", "rule", unit="briefings"),
        whole("uses", "Where it is said: rows of mentions.", "rule", unit="places"),
        *taken_as(PHRASE, "rule", "first", "last"),
        texts("wordings", "Its wordings, in the order in which they were first said.", "rule"),
        Field("counts", "integers", "How often each of these was said.", "rule", unit="places",
              minimum=1),
        URL,
    ),
    weaknesses=("Many set phrases are not found: see the measured recall.",),
    of_corpus=_phrases,
)  # fmt: skip

_OF_COMMITMENT = (
    "id", "kind", "class", "why", "text", "cue", "terms", "indicators", "url",
)  # fmt: skip


def _commitments(rows: BriefingRows) -> Iterator[Cells]:
    commitments = rows.corpus.commitments.get(rows.slug, [])
    for commitment, record in zip(
        commitments, commitments_data(commitments, rows.corpus.texts), strict=True
    ):
        yield {
            **{name: record[name] for name in _OF_COMMITMENT},
            **around(commitment.place, rows),
            **speaker_at(commitment.place, record["speaker"], record["speaker_name"], rows),
            "topics": record["topics"],
            "later": [passage_or_line(later) for later in record["later"]],
        }


COMMITMENTS = Table(
    "commitments",
    "Announcements",
    "A sentence that announces what the speaker's own side will do.",
    (
        taken(COMMITMENT, "id", "build"),
        *STANDS,
        *ABOUT,
        *PASSAGE,
        *SPEAKS,
        *taken_as(COMMITMENT, "rule", "kind", "class", "why"),
        taken(COMMITMENT, "text", "printed", measured=("announcement", "found")),
        taken(COMMITMENT, "cue", "printed"),
        *taken_as(COMMITMENT, "rule", "terms", "indicators"),
        texts("later", "Passages of later briefings on the same thing, whatever they say of it.",
              "rule"),
        URL,
    ),
    refers=(*TO_TEXT, *TO_TURN, *TO_PASSAGE, *TO_SPEAKER),
    indexed=("briefing", "person"),
    weaknesses=("Only the fullest text of a briefing is looked through.",),
    of_briefing=_commitments,
)  # fmt: skip
