"""blocks -> structure: find title, dates, participants, turns or sections, and the role of every
line."""

from __future__ import annotations

from ..ids import passage_id, section_id
from ..model import Cleaned, Editorial, Section, Settings, Turn, Witness
from ..problems import Problems
from . import lexicon
from .article import find_imprint, read_article
from .closing import read_closing
from .dating import event_date
from .deciding import Labels
from .facts import agency_line, host_of, host_of_title, series_of
from .front import Front, is_lead, read_front
from .labels import Candidate, candidate
from .layouts import hold_conventions
from .ledger import Ledger
from .lines import account
from .lists import Lists, find_lists
from .participants import participants_of, reported
from .shapes import plain_heading
from .speakers import Directory
from .titles import find_title, is_title_beside, people_of_lead, people_of_title
from .transcript import Body, read_transcript
from .words import is_link


def parse(
    cleaned: Cleaned, settings: Settings, editorial: Editorial, problems: Problems
) -> Witness:
    """Parse one source into a witness.

    Doubtful decisions are reported to `problems`; editors settle them in `settings`.
    """
    ledger = Ledger(cleaned, settings, editorial, problems)
    blocks, language = ledger.blocks, ledger.language
    ledger.report_idle_rulings()
    candidates = _candidates(ledger, {})
    lists = find_lists(blocks, candidates, language)
    if lists.keys:
        candidates = _candidates(ledger, lists.keys)
    for n in lists.roles:
        candidates.pop(n, None)
    directory = Directory(editorial.people, editorial.outlets, language)
    for entry in lists.listed:
        directory.add(entry.name)
    unsure = _hold_conventions(ledger, candidates, lists, directory)
    title = find_title(blocks, max(min(candidates, default=len(blocks)), 1), lists.roles, language)
    meta_title = ledger.meta.get("title")
    if title is not None and meta_title and not is_title_beside(blocks[title], meta_title):
        title = None
    titled_people = people_of_title(_title_text(ledger, title), language=language)
    for block in blocks[: min(candidates, default=0)]:
        titled_people += (
            people_of_lead(block.text, language) if is_lead(block.text, language) else []
        )
    if not lists.listed:
        for name, _ in titled_people:
            directory.add(name)
    path = cleaned.source.path
    decisions = Labels(blocks, candidates, directory, ledger.block_rulings(), path, problems)
    labels = decisions.accepted()
    decisions.report(unsure)
    article = settings.kind == "article" or (settings.kind is None and not labels)
    if article:
        labels = {}
    front = read_front(
        blocks, min(labels, default=len(blocks)), lists, title, article, language, meta_title
    )
    ledger.roles |= {**lists.roles, **front.roles}
    ledger.rules |= front.rules
    for n in front.strays:
        if ledger.editors_role(n):
            continue
        ledger.warn(
            "stray-line",
            f"left out, as it is no title, date, list or text: {blocks[n].text[:60]!r}",
            "settle it under `roles` in the source's editorial file", blocks[n].line,
        )  # fmt: skip
    if article:
        sections, body = _article(ledger, front, lists, directory)
        return _witness(ledger, front, lists, body, sections=sections)
    titled_people += people_of_title(front.subtitle, front.byline, language=language)
    turns, body = read_transcript(ledger, front, lists, directory, labels, titled_people)
    return _witness(ledger, front, lists, body, turns=turns)


def _candidates(ledger: Ledger, keys: dict[str, str]) -> dict[int, Candidate]:
    """Return the candidates for labels by block number; a block that an editor rules on is always
    one."""
    ruled = ledger.block_rulings()
    candidates = {}
    for n, block in enumerate(ledger.blocks):
        if block.is_related:
            continue
        label = candidate(block.text, ledger.raw_line(n), keys, ledger.language)
        if label is None and n in ruled:
            before, _, speech = block.text.partition(":")
            name = before.strip(" *_#")
            label = Candidate("name", name, name, speech.strip(), language=ledger.language)
        if label is not None:
            candidates[n] = label
    return candidates


def _hold_conventions(
    ledger: Ledger, candidates: dict[int, Candidate], lists: Lists, directory: Directory
) -> dict[int, Candidate]:
    """Add the labels found by the document's own layout to `candidates`; return doubtful ones."""
    ruled = ledger.block_rulings()
    raws = {
        n: ledger.raw_line(n)
        for n, block in enumerate(ledger.blocks)
        if n not in lists.roles and n not in ruled and not block.is_related
    }
    by_layout, unsure = hold_conventions(ledger.blocks, raws, candidates, directory)
    # Capitals before a full stop are a label only by convention: "BY DR. ANN LEE" may begin a
    # title.
    for n in [n for n, label in candidates.items() if label.pointed and n in raws]:
        del candidates[n]
    candidates |= by_layout
    return unsure


def _title_text(ledger: Ledger, title: int | None) -> str | None:
    if ledger.settings.title:
        return ledger.settings.title
    printed = ledger.blocks[title].text if title is not None else None
    return ledger.meta.get("title") or printed


def _article(
    ledger: Ledger, front: Front, lists: Lists, directory: Directory
) -> tuple[tuple[Section, ...], Body]:
    blocks = ledger.blocks
    closing = read_closing(
        blocks, min(front.opening, default=len(blocks)), {}, lists.roles, ledger.language
    )
    imprint = find_imprint(
        blocks, [n for n in front.opening if n not in ledger.roles], ledger.language
    )
    if imprint is not None:
        closing.roles[imprint] = "credit"
        closing.rules.pop(imprint, None)
    ledger.roles |= closing.roles
    ledger.rules |= closing.rules
    ledger.apply_editors_roles()
    opening = set(front.opening)
    text = [
        n
        for n in range(len(blocks))
        if n not in ledger.roles and (n in opening or ledger.editors_role(n) == "passage")
    ]
    article = read_article(blocks, text, imprint, ledger.language)
    front.publisher = front.publisher or article.publisher
    front.published = front.published or article.published
    sections = []
    for number, (heading, members) in enumerate(article.sections, 1):
        part = section_id(number)
        if heading is not None:
            ledger.roles[heading] = "heading"
        passages = tuple(
            ledger.passage(n, blocks[n].text, passage_id(part, k)) for k, n in enumerate(members, 1)
        )
        heading_text = plain_heading(blocks[heading].text) if heading is not None else None
        line = blocks[heading].line if heading is not None else None
        sections.append(Section(part, heading_text, line, passages))
    if ledger.settings.kind is None:
        ledger.warn(
            "no-labels", "no line tells who speaks, so it is read as an article",
            "set `kind: article` in the source's editorial file, or name its labels there",
        )  # fmt: skip
    paragraphs = [passage.text for section in sections for passage in section.passages]
    agency, day = agency_line(paragraphs[0], ledger.language) if paragraphs else (None, None)
    front.publisher = front.publisher or agency
    front.published = front.published or day
    people = participants_of(ledger, lists, directory, None, front, [], [], ())
    people += reported(ledger, tuple(sections), directory)
    kind = ledger.settings.kind or "article"
    return tuple(sections), Body(kind, people, closing.credits, closing.split, paragraphs[:3])


def _witness(
    ledger: Ledger,
    front: Front,
    lists: Lists,
    body: Body,
    turns: tuple[Turn, ...] = (),
    sections: tuple[Section, ...] = (),
) -> Witness:
    settings, blocks, meta = ledger.settings, ledger.blocks, ledger.meta
    ledger.leave_out_the_rest()
    title = front.title
    published = settings.published or front.published or ledger.meta_day()
    date, basis = event_date(ledger, front, lists, body.opening, published, body.kind)
    page = front.dateline or front.stamp
    if published is None and date and page and page > date and not page.startswith("--"):
        published = page  # a later date on the page is the date of publication
    host = (
        settings.host
        or host_of(*body.opening, front.lead, language=ledger.language)
        or host_of_title(title, ledger.language)
    )
    if host is None and body.kind != "article":
        orgs = (p.organization for p in body.participants if not p.listed and p.organization)
        host = next(
            (org for org in orgs if ledger.language.names.organization_word.search(org)), None
        )
    series, number = series_of(*body.opening, front.lead, title, language=ledger.language)
    meta_publisher = meta.get("publisher") or meta.get("source")
    publisher = (
        settings.publisher
        or front.publisher
        or (None if is_link(meta_publisher or "") else meta_publisher)
    )
    listed_time = next((t for n in lists.dates if (t := blocks[n].time)), None)
    return Witness(
        source=ledger.cleaned.source,
        settings=settings,
        kind=body.kind,
        language=ledger.language.code,
        title=settings.title or title,
        title_by_editors=settings.title is not None and settings.title != title,
        subtitle=front.subtitle,
        byline=front.byline,
        lead=front.lead,
        publisher=publisher,
        published=published,
        url=settings.url or ledger.meta_link(),
        date=date,
        date_basis=basis,
        time=settings.time or front.time or listed_time,
        place=settings.location or _place(lists, ledger) or front.place,
        host=host,
        series=series,
        number=number,
        participants=body.participants,
        turns=turns,
        sections=sections,
        credits=body.credits,
        lines=account(
            ledger.cleaned, ledger.roles, ledger.rules, ledger.passages, ledger.repeats, body.split
        ),
    )


def _place(lists: Lists, ledger: Ledger) -> str | None:
    """Return the text below or after a heading such as "Venue", or None."""
    if not lists.places:
        return None
    text = ledger.blocks[lists.places[0]].text
    head, _, place = text.partition(":")
    return place.strip() if lexicon.heading_of(head, ledger.language) else text
