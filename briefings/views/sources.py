"""Sources: each text as received, line by line, with the role of every line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from briefings import interface, urls, wording
from briefings.interface import counting, say
from briefings.model import Briefing, EarlierText, JoinEvidence, Line, Passage, Witness
from briefings.model.page import Page
from briefings.model.relations import Run as RedlineRun
from briefings.redline import redline
from briefings.revisions import Revision, revisions

from .forms import FormLink
from .links import BriefingLink, Link
from .lookup import Lookup
from .paging import Paging, Part, by_year, context_of, hub, newest, part_pages
from .pending import Pending
from .report import check_words
from .texts import TextFacts, text_facts


def source_pages(find: Lookup) -> list[Pending]:
    return [
        Pending(
            urls.source_url(witness.source.id),
            find.origin(slug, witness.source.id).name,
            partial(_page, witness.source.id, slug, find),
        )
        for slug, briefing in find.briefings.items()
        for witness in briefing.witnesses
    ]


@dataclass(frozen=True, slots=True)
class JoinedTexts:
    """Two texts of one event with the evidence in plain words."""

    source: str
    source_url: str
    other: str
    other_url: str
    grounds: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the index."""

    facts: TextFacts
    briefing: BriefingLink
    joined: list[JoinedTexts]
    lines: str
    removed: int


@dataclass(frozen=True, slots=True)
class SourcesIndex:
    """The context of `sources.md.j2`: a row for each source, primary texts first in each briefing.

    `count` states the total; `doubts` says whether there is a report of doubts.
    """

    rows: list[SourceRow]
    doubts: bool
    count: str


def sources_page(find: Lookup) -> Page:
    """Return the index of sources, newest briefing first; a long list is split by year."""
    parts = _parts(find)
    briefings = newest(parts, find.site.limits.newest) if parts else list(find.briefings.values())
    return _index(briefings, hub(parts), find)


def sources_parts(find: Lookup) -> list[Pending]:
    """Return a page of sources for each year if one page cannot list them all."""
    make = partial(_index, find=find)
    return part_pages(
        _parts(find),
        Link(interface.section("sources").title, urls.SOURCES),
        make,
        counting("source"),
    )


def _parts(find: Lookup) -> tuple[Part[Briefing], ...]:
    return by_year(
        list(find.briefings.values()), urls.SOURCES, lambda briefing: briefing.date,
        find.site.limits.sources, find, lambda briefing: len(briefing.witnesses),
    )  # fmt: skip


def _index(briefings: Sequence[Briefing], paging: Paging, find: Lookup) -> Page:
    count = sum(len(briefing.witnesses) for briefing in find.briefings.values())
    rows = [
        SourceRow(
            facts=text_facts(witness, briefing, find),
            briefing=find.briefing_link(briefing.slug),
            joined=[
                _joined(join, briefing.slug, find)
                for join in _joins(witness, briefing, is_own=True)
            ],
            lines=say.counts.lines(count=len(witness.lines)),
            removed=sum(line.role == "boilerplate" for line in witness.lines),
        )
        for briefing in briefings
        for witness in briefing.witnesses
    ]
    return find.page(
        urls.SOURCES,
        "sources.md.j2",
        interface.section("sources").title,
        say.sources.description(documents=say.counts.documents(count=count)),
        "index",
        **context_of(
            SourcesIndex(rows, bool(find.corpus.report.sources), interface.count(count, "source")),
            paging,
        ),
    )


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """A changed passage of an edition."""

    kind: str
    line: int | None
    passage: str | None
    url: str | None
    runs: tuple[RedlineRun, ...]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An earlier edition with the changes made by the next one."""

    number: int
    published: str | None
    replaced: str
    url: str | None
    sha256: str
    count: str
    changes: list[RevisionRow]


@dataclass(frozen=True, slots=True)
class LinePart:
    """A part of a line with its role; `before` is what precedes it."""

    text: str
    before: str
    role: str
    badge: str
    rule: str | None
    passage: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line as received, with what became of it; `after` follows its last part."""

    n: int
    text: str
    role: str
    badge: str
    rule: str | None
    passage: str | None
    url: str | None
    repeats: str | None
    repeats_url: str | None
    parts: list[LinePart]
    after: str


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The context of `source.md.j2`: facts about the text and the file, then every line.

    `joined` lists the other texts of the event with the evidence, and `editions` the changes of
    earlier editions. `roles` counts the lines by role, and `rules` the removed ones by rule.
    """

    facts: TextFacts
    file: str
    sha256: str
    briefing: BriefingLink
    date: str
    joined: list[JoinedTexts]
    editions: list[EditionRow]
    data_url: str
    roles: list[tuple[str, int]]
    rules: list[tuple[str, int]]
    checked: str | None
    lines: list[LineRow]
    report: FormLink


def _page(id_: str, slug: str, find: Lookup) -> Page:
    briefing = find.briefings[slug]
    witness = next(witness for witness in briefing.witnesses if witness.source.id == id_)
    source = witness.source
    roles = Counter(line.role for line in witness.lines)
    rules = Counter(rule for line in witness.lines for rule in _rules(line))
    facts = text_facts(witness, briefing, find)
    return find.page(
        urls.source_url(source.id),
        "source.md.j2",
        facts.name,
        _description(facts, briefing),
        "source",
        **context_of(
            SourcePage(
                facts=facts,
                file=source.file,
                sha256=source.sha256,
                briefing=find.briefing_link(slug),
                date=wording.date_words(briefing.date),
                joined=[
                    _joined(join, slug, find) for join in _joins(witness, briefing, is_own=False)
                ],
                editions=_editions(witness, slug),
                data_url=urls.data_url(f"{urls.SOURCES}{quote(source.id)}.json"),
                roles=[(wording.ROLES[role], number) for role, number in roles.most_common()],
                rules=[(wording.rule(rule), number) for rule, number in rules.most_common()],
                checked=check_words(find.checks.get(source.id)),
                lines=[_line(line, witness, slug) for line in witness.lines],
                report=find.report(
                    say.reports.source(source=source.id), urls.source_url(source.id)
                ),
            )
        ),
    )


def _description(facts: TextFacts, briefing: Briefing) -> str:
    if not briefing.date:
        return say.source.description(name=facts.name, kind=facts.kind)
    return say.source.description_of_day(
        name=facts.name, kind=facts.kind, day=wording.date_words(briefing.date)
    )


def _joins(witness: Witness, briefing: Briefing, *, is_own: bool) -> list[JoinEvidence]:
    """Return the evidence that joins a text to its event.

    For the primary text, it is the evidence of the others, unless `is_own` is set.
    """
    id_ = witness.source.id
    return [
        evidence
        for evidence in briefing.joined
        if id_ == evidence.source or (id_ == evidence.other and not is_own)
    ]


def _joined(evidence: JoinEvidence, slug: str, find: Lookup) -> JoinedTexts:
    """Return two texts of one event with the evidence in plain words."""
    words = say.source
    grounds = [
        words.by_editors if evidence.by_editors else None,
        words.same_day if evidence.day else None,
        words.same_hour if evidence.hour else None,
        words.same_place if evidence.place else None,
        words.same_host if evidence.host else None,
        words.same_title if evidence.title else None,
        words.same_number if evidence.number else None,
        words.people(number=evidence.people, people=interface.count(evidence.people_of, "person"))
        if evidence.people
        else None,
        words.share(share=f"{evidence.text:.0%}") if evidence.text >= 0.01 else None,
    ]
    return JoinedTexts(
        source=find.origin(slug, evidence.source).name,
        source_url=urls.source_url(evidence.source),
        other=find.origin(slug, evidence.other).name,
        other_url=urls.source_url(evidence.other),
        grounds=", ".join(ground for ground in grounds if ground),
    )


def _editions(witness: Witness, slug: str) -> list[EditionRow]:
    """Return earlier editions, newest first, each with the changes made by the next one."""
    texts = [*(edition.passages for edition in witness.earlier), witness.passages][1:]
    editions = [
        _edition(n, earlier, after, slug if n == len(texts) else None)
        for n, (earlier, after) in enumerate(zip(witness.earlier, texts, strict=True), 1)
    ]
    return list(reversed(editions))


def _edition(
    number: int, earlier: EarlierText, after: tuple[Passage, ...], slug: str | None
) -> EditionRow:
    """Return an earlier edition; `slug` is given if the edition after it is the one shown."""
    changes = revisions(earlier.passages, after)
    edition = earlier.edition
    return EditionRow(
        number=number,
        published=wording.date_words(edition.published) if edition.published else None,
        replaced=wording.date_words(edition.replaced),
        url=edition.url,
        sha256=edition.sha256,
        count=interface.count(len(changes), "passage"),
        changes=[_revision(change, slug) for change in changes],
    )


def _revision(revision: Revision, slug: str | None) -> RevisionRow:
    before, after = (
        passage.text if passage else "" for passage in (revision.before, revision.after)
    )
    passage = revision.after.id if revision.after and slug else None
    return RevisionRow(
        kind=revision.kind,
        line=revision.before.line if revision.before else None,
        passage=passage,
        url=_target(passage, slug or ""),
        runs=redline(before, after).runs,
    )


def _rules(line: Line) -> list[str]:
    """Return the rules that removed a line, or parts of it."""
    return [part.rule for part in line.parts or (line,) if part.rule]


def _line(line: Line, witness: Witness, slug: str) -> LineRow:
    text = witness.source.lines[line.n - 1]
    parts = [
        LinePart(
            text=text[part.start : part.end],
            before=text[before : part.start],
            role=part.role,
            badge=wording.ROLES[part.role],
            rule=wording.rule(part.rule) if part.rule else None,
            passage=part.passage,
            url=_target(part.passage, slug),
        )
        for before, part in zip([0, *(part.end for part in line.parts)], line.parts, strict=False)
    ]
    return LineRow(
        n=line.n,
        text=text,
        role=line.role,
        badge=wording.ROLES[line.role],
        rule=wording.rule(line.rule) if line.rule else None,
        passage=line.passage,
        url=_target(line.passage, slug),
        repeats=line.repeats,
        repeats_url=_target(line.repeats, slug),
        parts=parts,
        after=text[line.parts[-1].end :] if line.parts else "",
    )


def _target(passage: str | None, slug: str) -> str | None:
    return urls.briefing_url(slug, passage) if passage else None
