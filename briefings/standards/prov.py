"""The provenance of each text and note, in the terms of PROV-O.

Each briefing has its own file (a bundle): the sources with their checksums, what was removed from
each, by rule and line, the editors' rulings, the resulting texts, and the editors' notes. One
overview file names the program, the editors and the bundles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefings import ids, urls, wording
from briefings.dating import instant
from briefings.grouping import by_key
from briefings.model import Briefing, Check, Corpus, Discrepancy, Note, Place, Settings, Witness

from .known import known

Data = dict[str, Any]
FILE = "prov.jsonld"
FOLDER = "prov"
_LINKS = (
    "wasAttributedTo", "wasAssociatedWith", "wasDerivedFrom", "wasGeneratedBy", "wasInvalidatedBy",
    "wasRevisionOf", "used", "hadPrimarySource", "atLocation",
)  # fmt: skip
_TIMES = ("generatedAtTime", "invalidatedAtTime", "endedAtTime")
_TIME = "http://www.w3.org/2001/XMLSchema#dateTime"
_CONTEXT: Data = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "id": "@id",
    "type": "@type",
    **{name: {"@id": f"prov:{name}", "@type": "@id"} for name in _LINKS},
    **{name: {"@id": f"prov:{name}", "@type": _TIME} for name in _TIMES},
    "label": "rdfs:label",
    "description": "dcterms:description",
    "identifier": "dcterms:identifier",
    "isPartOf": {"@id": "dcterms:isPartOf", "@type": "@id"},
    "name": "foaf:name",
    "version": "dcterms:hasVersion",
}
# Editors' settings that change how a source is read, by field name.
_RULED = {
    "labels": "who speaks", "roles": "what lines are", "part_roles": "what parts of lines are",
    "names": "whom names mean", "title": "the title", "date": "the day", "kind": "the kind of text",
    "event": "which event it tells", "primary": "which text is primary",
    "quality": "how good the text is", "publisher": "the publisher",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Program:
    """The program that made the texts: its version, and a checksum of its modules."""

    version: str
    sum: str


def bundle_path(briefing: str) -> str:
    """The path of a briefing's file relative to `data/`."""
    return f"{FOLDER}/{briefing}.jsonld"


def overview(corpus: Corpus, program: Program, base: str) -> Data:
    """The program, the editors, their rulings on differences, and the bundles."""
    return {"@context": {**_CONTEXT, "@base": base}, "@graph": _all(corpus, program)}


def bundle(briefing: Briefing, notes: Sequence[Note], checks: Sequence[Check], base: str) -> Data:
    """The provenance of a briefing's texts: `notes` have their home there, `checks` are of its
    sources.
    """
    nodes = _Bundle(briefing).nodes(notes, checks)
    return {"@context": {**_CONTEXT, "@base": base}, "@graph": nodes}


def checks_of(briefing: Briefing, corpus: Corpus) -> tuple[Check, ...]:
    """The checks of a briefing's sources and of the briefing as a whole, with who made them."""
    own = (check for slug, check in _checks(corpus) if slug == briefing.slug)
    return tuple(dict.fromkeys(own))


def _checks(corpus: Corpus) -> list[tuple[str, Check]]:
    """Every check of a source, then of a briefing, after the slug of its briefing."""
    checks = [(source.briefing, source.check) for source in corpus.report.sources]
    checks += [(whole.briefing, whole.check) for whole in corpus.report.briefings]
    return [(slug, check) for slug, check in checks if check]


def _all(corpus: Corpus, program: Program) -> Iterator[Data]:
    yield _node(
        _PROGRAM,
        "Agent",
        "SoftwareAgent",
        label="The program that reads the texts and makes the site",
        version=program.version,
        identifier=f"sha256:{program.sum}",
    )
    yield _node(_EDITORS, "Agent", name="Editors")
    names = {note.entry.author: note.author for note in corpus.annotations.notes}
    names |= {check.by: check.name for _, check in _checks(corpus)}
    ruled = [discrepancy for discrepancy in corpus.discrepancies if discrepancy.ruling]
    for author in map(_author, ruled):
        names.setdefault(author, author)
    for id_, name in sorted(names.items()):
        yield _node(_editor(id_), "Agent", name=name)
    for discrepancy in ruled:
        yield _ruling(discrepancy)
    for briefing in corpus.briefings:
        yield _node(
            urls.data_url(bundle_path(briefing.slug)), "Entity", "Bundle", label=briefing.title
        )


def _author(discrepancy: Discrepancy) -> str:
    return discrepancy.ruling.author if discrepancy.ruling else ""


def _ruling(discrepancy: Discrepancy) -> Data:
    """An editor's ruling on a difference between texts."""
    ruling = discrepancy.ruling
    day = _instant(ruling.date if ruling else None)
    return _node(
        urls.discrepancy_url(discrepancy.id),
        "Entity",
        label=f"Ruling: {discrepancy.status}",
        wasAttributedTo=_editor(_author(discrepancy)) if _author(discrepancy) else None,
        generatedAtTime=day,
        wasDerivedFrom=_texts(discrepancy.passages),
    )


class _Bundle:
    """Converts one briefing to PROV."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing

    def nodes(self, notes: Sequence[Note], checks: Sequence[Check]) -> Iterator[Data]:
        texts = []
        for witness in self._briefing.witnesses:
            yield from self._witness(witness)
            texts.append(urls.text_file(witness.source.id))
        page = urls.briefing_url(self._briefing.slug)
        note_urls = [urls.note_url(note.home.briefing, note.entry.id) for note in notes]
        yield _node(
            page,
            "Entity",
            label=self._briefing.title,
            wasDerivedFrom=[*texts, *note_urls],
            wasAttributedTo=_PROGRAM,
        )
        for note, url in zip(notes, note_urls, strict=True):
            yield _node(
                url,
                "Entity",
                label=f"Note ({note.entry.kind})",
                wasAttributedTo=_editor(note.entry.author),
                generatedAtTime=_instant(note.entry.date),
                wasDerivedFrom=sorted({urls.text_file(at.place.source) for at in note.places}),
            )
        for n, check in enumerate(checks, 1):
            yield _node(
                self._id(f"check-{n}"),
                "Activity",
                label="The structure was held against the source",
                used=texts,
                wasAssociatedWith=_editor(check.by),
                endedAtTime=_instant(check.on),
            )

    def _id(self, name: str) -> str:
        return urls.data_url(bundle_path(self._briefing.slug), name)

    def _witness(self, witness: Witness) -> Iterator[Data]:
        """A source, its earlier editions, how it was read, and the resulting text."""
        source, settings = witness.source, witness.settings
        id_ = ids.slug(source.id)
        received, reading = self._id(f"source-{id_}"), self._id(f"reading-{id_}")
        editions = [self._id(f"source-{id_}-{n}") for n in range(1, len(settings.editions) + 1)]
        publisher = self._id(f"publisher-{id_}") if witness.publisher else None
        rulings = self._id(f"rulings-{id_}") if _ruled(settings) else None
        for n, (edition, name) in enumerate(zip(settings.editions, editions, strict=True)):
            yield _node(
                name,
                "Entity",
                label=edition.file,
                identifier=f"sha256:{edition.sha256}",
                wasRevisionOf=editions[n - 1] if n else None,
                atLocation=edition.url,
                invalidatedAtTime=_instant(edition.replaced),
            )
        yield _node(
            received,
            "Entity",
            label=source.file,
            identifier=f"sha256:{source.sha256}",
            wasRevisionOf=editions[-1] if editions else None,
            wasAttributedTo=publisher,
            atLocation=witness.url,
            generatedAtTime=_instant(witness.published),
        )
        if publisher:
            yield _node(publisher, "Agent", name=witness.publisher)
        if rulings:
            yield _node(
                rulings,
                "Entity",
                label="What editors say of the source",
                description=f"Ruled on: {', '.join(_ruled(settings))}.",
                wasAttributedTo=_EDITORS,
            )
        yield _node(
            reading,
            "Activity",
            label="Reading: tags and junk are taken out, the rest is given a role line by line",
            used=[received, *([rulings] if rulings else [])],
            wasAssociatedWith=_PROGRAM,
        )
        yield _node(
            urls.text_file(source.id),
            "Entity",
            label=f"The text of {source.file}",
            wasGeneratedBy=reading,
            wasDerivedFrom=received,
            hadPrimarySource=received,
        )
        for rule, lines in sorted(_removed(witness).items()):
            yield _node(
                self._id(f"removed-{id_}-{ids.slug(rule)}"),
                "Entity",
                label=f"Taken out by the rule {rule}",
                description=f"Lines {line_ranges(lines)}",
                isPartOf=received,
                atLocation=urls.source_url(source.id, lines[0]),
                wasInvalidatedBy=reading,
            )


def _node(id_: str, *kinds: str, **fields: str | list[str] | None) -> Data:
    """An entity, activity or agent; fields without a value are left out."""
    return known({"id": id_, "type": [f"prov:{kind}" for kind in kinds], **fields})


def _texts(places: Iterable[Place]) -> list[str]:
    """The texts that contain these places, without duplicates."""
    return sorted({urls.text_file(place.source) for place in places})


def _removed(witness: Witness) -> dict[str, list[int]]:
    """The numbers of lines removed, completely or in part, by rule."""
    return by_key(
        (rule, line.n)
        for line in witness.lines
        for rule in sorted(filter(None, {line.rule, *(part.rule for part in line.parts)}))
    )


def line_ranges(lines: Iterable[int]) -> str:
    """
    >>> line_ranges([3, 4, 5, 9, 11, 12])
    '3-5, 9, 11-12'
    """
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def _ruled(settings: Settings) -> list[str]:
    """What editors decided about a source instead of the rules, in words."""
    return [words for name, words in _RULED.items() if getattr(settings, name) not in (None, ())]


def _editor(id_: str) -> str:
    return urls.data_url(FILE, f"editor-{ids.slug(id_)}")


def _instant(day: str | None) -> str | None:
    return instant(whole) if (whole := wording.full_date(day)) else None


_PROGRAM = urls.data_url(FILE, "program")
_EDITORS = urls.data_url(FILE, "editors")
