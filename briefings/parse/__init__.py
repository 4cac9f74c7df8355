"""blocks -> structure: title, dates, participants, turns or sections, and every line's role."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..anchors import passage_id, section_id, turn_id
from ..model import (
    Block,
    Cleaned,
    Credits,
    Editorial,
    Participant,
    Passage,
    Role,
    Section,
    Settings,
    SourceKind,
    Speaker,
    Turn,
    Witness,
)
from ..problems import Problems
from . import lexicon
from .article import appositions, read_article
from .closing import Closing, read_closing
from .dates import day_before, find_dates, find_time, resolve, valid
from .facts import agency_line, article_date, host_of, host_of_title, series_of
from .front import Front, find_title, people_of_title, plain_heading, read_front
from .labels import Candidate, candidate
from .lines import account
from .lists import Lists, find_lists, organization_of
from .speakers import Directory
from .turns import (
    Draft,
    Labels,
    chair_by_behaviour,
    drafts,
    is_related,
    name_speakers,
    part_lost_askers,
)

_SHORTEST_REPEAT = 40


@dataclass
class _State:
    """What is gathered about one source while it is read; block numbers are the keys."""

    cleaned: Cleaned
    settings: Settings
    editorial: Editorial
    problems: Problems
    roles: dict[int, Role] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    passages: dict[int, str] = field(default_factory=dict)
    repeats: dict[str, str] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self.cleaned.blocks

    def passage(self, n: int, text: str, id_: str) -> Passage:
        block = self.blocks[n]
        self.passages[n] = id_
        self.roles[n] = "passage"
        self.rules.pop(n, None)
        key = text.casefold()
        first = self.seen.setdefault(key, id_) if len(text) >= _SHORTEST_REPEAT else id_
        if first != id_:
            self.repeats[id_] = first
        return Passage(id_, text, block.line, block.last_line, first if first != id_ else None)

    def warn(self, rule: str, message: str, hint: str, line: int = 0) -> None:
        self.problems.warning(rule, self.cleaned.source.path, message, hint, line, int(line > 0))


def parse(
    cleaned: Cleaned, settings: Settings, editorial: Editorial, problems: Problems
) -> Witness:
    """The structure of one source; what is unsure is reported, and settled in `settings`."""
    state = _State(cleaned, settings, editorial, problems)
    blocks = cleaned.blocks
    rulings = {ruling.line: ruling for ruling in settings.labels}
    candidates = _candidates(state, set(rulings))
    lists = find_lists(blocks, candidates)
    for n in lists.roles:
        candidates.pop(n, None)
    directory = Directory(editorial.people, editorial.outlets)
    for entry in lists.listed:
        directory.add(entry.name)
    limit = min(candidates, default=len(blocks))
    title = find_title(blocks, max(limit, 1), lists.roles)
    titled = people_of_title(_title_text(state, title))
    if not lists.listed:
        for name, _ in titled:
            directory.add(name)
    labels = Labels(
        blocks, candidates, directory, rulings, cleaned.source.path, problems
    ).accepted()
    article = settings.kind == "article" or (settings.kind is None and not labels)
    if article:
        labels = {}
    first = min(labels, default=len(blocks))
    front = read_front(blocks, first, lists, title, article)
    state.roles.update(lists.roles)
    state.roles.update(front.roles)
    state.rules.update(front.rules)
    for n in front.strays:
        state.warn(
            "stray-line", f"left out, as it is no title, date, list or text: {blocks[n].text[:60]!r}",
            "settle it under `roles` in the source's editorial file", blocks[n].line,
        )  # fmt: skip
    if article:
        return _article(state, front, lists, directory)
    return _transcript(state, front, lists, directory, labels, first, titled)


def _candidates(state: _State, ruled: set[int]) -> dict[int, Candidate]:
    found = {}
    for n, block in enumerate(state.blocks):
        if is_related(block.text):
            continue
        span = block.spans[0]
        raw = state.cleaned.source.lines[span.line - 1][span.start : span.end]
        made = candidate(block.text, raw)
        if made is None and ruled.intersection(range(block.line, block.last_line + 1)):
            shown, _, rest = block.text.partition(":")
            made = Candidate("name", shown.strip(" *_#"), shown.strip(" *_#"), rest.strip())
        if made is not None:
            found[n] = made
    return found


def _title_text(state: _State, title: int | None) -> str | None:
    if state.settings.title:
        return state.settings.title
    if title is not None:
        return state.blocks[title].text
    return next((value for key, value, _ in state.cleaned.front_matter if key == "title"), None)


def _transcript(
    state: _State,
    front: Front,
    lists: Lists,
    directory: Directory,
    labels: dict[int, Candidate],
    first: int,
    titled: list[tuple[str, str]],
) -> Witness:
    blocks = state.blocks
    closing = read_closing(blocks, first, set(labels), lists.roles)
    state.roles.update(closing.roles)
    state.rules.update(closing.rules)
    _repeated_front(state, front, first)
    _rule_roles(state)
    texts = [
        n
        for n in range(len(blocks))
        if n not in labels and (n in front.opening or (n >= first and n not in state.roles))
    ]
    rulings = {ruling.line: ruling for ruling in state.settings.labels}
    turns = drafts(blocks, texts, labels, rulings)
    chair = _listed_chair(lists, directory)
    known = directory.names
    sole = known[0] if len(known) == 1 else None
    unsure = name_speakers(turns, directory, chair, sole)
    chair = chair or chair_by_behaviour(turns)
    for turn in turns:
        if turn.who and turn.who.id == chair and turn.kind == "official":
            turn.kind = "chair"
    lost = part_lost_askers(turns, blocks)
    _report_turns(state, turns, unsure, lost, directory)
    for n, label in labels.items():
        if not label.rest:
            state.roles[n] = "label"
    built = _build_turns(state, turns)
    participants = _participants(state, lists, directory, chair, front, titled, turns)
    said = [turn.words for turn in turns[:1] if turn.kind in ("chair", "official")]
    return _witness(
        state, front, lists, closing,
        kind=_kind(state, turns), participants=participants, turns=built, sections=(),
        told=said, byline=front.byline,
    )  # fmt: skip


def _article(state: _State, front: Front, lists: Lists, directory: Directory) -> Witness:
    blocks = state.blocks
    start = min(front.opening, default=len(blocks))
    closing = read_closing(blocks, start, set(), lists.roles)
    imprint = read_article(blocks, [n for n in front.opening if n not in state.roles]).imprint
    for n in list(closing.roles):
        if n == imprint:
            closing.roles.pop(n)
            closing.rules.pop(n, None)
    state.roles.update(closing.roles)
    state.rules.update(closing.rules)
    _rule_roles(state)
    article = read_article(blocks, [n for n in front.opening if n not in state.roles])
    if article.imprint is not None:
        state.roles[article.imprint] = "credit"
    front.publisher = front.publisher or article.publisher
    front.published = front.published or article.published
    sections = []
    for number, (heading, members) in enumerate(article.sections, 1):
        part = section_id(number)
        if heading is not None:
            state.roles[heading] = "heading"
        sections.append(
            Section(
                part,
                plain_heading(blocks[heading].text) if heading is not None else None,
                blocks[heading].line if heading is not None else None,
                tuple(
                    state.passage(n, blocks[n].text, passage_id(part, k))
                    for k, n in enumerate(members, 1)
                ),
            )
        )
    if state.settings.kind is None:
        state.warn(
            "no-labels", "no line tells who speaks, so it is read as an article",
            "set `kind: article` in the source's editorial file, or name its labels there",
        )  # fmt: skip
    paragraphs = [passage.text for section in sections for passage in section.passages]
    agency, day = agency_line(paragraphs[0]) if paragraphs else (None, None)
    front.publisher = front.publisher or agency
    front.published = front.published or day
    participants = _participants(state, lists, directory, None, front, [], [])
    participants += _reported(state, sections, directory)
    return _witness(
        state, front, lists, closing,
        kind=state.settings.kind or "article", participants=participants, turns=(),
        sections=tuple(sections), told=paragraphs[:3], byline=front.byline,
    )  # fmt: skip


def _repeated_front(state: _State, front: Front, first: int) -> None:
    """Page after page of a pager repeats title and dateline: they keep their role."""
    known = {state.blocks[n].text: role for n, role in front.roles.items() if role != "boilerplate"}
    for n in range(first, len(state.blocks)):
        role = known.get(state.blocks[n].text)
        if role and n not in state.roles:
            state.roles[n] = role


def _rule_roles(state: _State) -> None:
    """What an editor has settled line by line."""
    ruled = dict(state.settings.roles)
    for n, block in enumerate(state.blocks):
        role = next((ruled[k] for k in range(block.line, block.last_line + 1) if k in ruled), None)
        if role == "passage":
            state.roles.pop(n, None)
            state.rules.pop(n, None)
        elif role:
            state.roles[n] = role
            if role == "boilerplate":
                state.rules[n] = "editors"


def _listed_chair(lists: Lists, directory: Directory) -> str | None:
    return next((directory.add(entry.name).id for entry in lists.listed if entry.chair), None)


def _kind(state: _State, turns: list[Draft]) -> SourceKind:
    """A part of a text that a pager cuts, or all of it."""
    if state.settings.kind:
        return state.settings.kind
    pagers = sum(1 for removal in state.cleaned.removals if removal.rule == "pager")
    headless = bool(turns) and turns[0].label is None and not is_opening(turns)
    # One page of several, or the pages of all put one after the other.
    whole = bool(turns) and pagers > 1 and turns[0].label and turns[-1].kind == "chair"
    return "partial-transcript" if (pagers and not whole) or headless else "transcript"


def is_opening(turns: list[Draft]) -> bool:
    """Whether a text without a label is an opening statement: known speaker, then questions."""
    return turns[0].kind == "official" and (
        len(turns) < 2 or turns[1].kind in ("outlet", "unknown")
    )


def _report_turns(
    state: _State, turns: list[Draft], unsure: list[Draft], lost: list[Draft], directory: Directory
) -> None:
    blocks = state.blocks
    if turns and turns[0].label is None and turns[0].who is None:
        state.warn(
            "no-first-label", "the text begins without a label: who speaks is not given",
            "say it under `labels` in the source's editorial file",
            blocks[turns[0].texts[0][0]].line,
        )  # fmt: skip
    for turn in turns:
        if turn.label and turn.label_block is not None and turn.label.kind == "name":
            line = blocks[turn.label_block].line
            found = directory.person(turn.label.name or "")
            if found and found.typo and turn.ruling is None:
                state.warn(
                    "label-typo", f"{turn.label.label!r} is read as {found.name}",
                    "if it is somebody else, say who under `labels`", line,
                )  # fmt: skip
            if any(turn is other for other in unsure):
                state.warn(
                    "unsure-speaker", f"who {turn.label.label!r} is does not show",
                    "say it under `labels` in the source's editorial file", line,
                )  # fmt: skip
        if not turn.texts and turn.label_block is not None:
            state.warn(
                "empty-turn", "nothing stands under this label", "check the source",
                blocks[turn.label_block].line,
            )  # fmt: skip
    for turn in lost:
        state.warn(
            "lost-asker", "a question without a label: asker not given in the source",
            "name the asker under `labels` if another source gives it", blocks[turn.texts[0][0]].line,
        )  # fmt: skip


def _build_turns(state: _State, turns: list[Draft]) -> tuple[Turn, ...]:
    built: list[Turn] = []
    for turn in turns:
        if not turn.texts and turn.label_block is None:
            continue
        id_ = turn_id(len(built) + 1)
        label = turn.label.label if turn.label else None
        who = turn.who
        speaker = Speaker(
            turn.kind, (who.id or None) if who else None, who.name if who else None, label
        )
        passages = tuple(
            state.passage(n, text, passage_id(id_, k)) for k, (n, text) in enumerate(turn.texts, 1)
        )
        line = state.blocks[turn.label_block].line if turn.label_block is not None else None
        built.append(Turn(id_, speaker, passages, line))
    return tuple(built)


def _participants(
    state: _State,
    lists: Lists,
    directory: Directory,
    chair: str | None,
    front: Front,
    titled: list[tuple[str, str]],
    turns: list[Draft],
) -> tuple[Participant, ...]:
    """One entry for each wording: lists first, then a title or a label that carries a role."""
    source = state.cleaned.source.id
    entries: dict[tuple[str, str | None], Participant] = {}

    def add(name: str, role: str | None, n: int, listed: bool) -> None:
        known = directory.add(name)
        line = state.blocks[n].line
        entries.setdefault(
            (known.id, role),
            Participant(
                known.id,
                known.name,
                role,
                organization_of(role),
                known.id == chair,
                source,
                line,
                listed,
            ),
        )

    for entry in lists.listed:
        add(lexicon.without_honorific(entry.name), entry.role, entry.block, True)
    if not lists.listed and front.title_block is not None:
        for name, role in titled:
            add(name, role, front.title_block, False)
    for turn in turns:
        label = turn.label
        if (
            label
            and label.role
            and turn.kind in ("official", "chair")
            and turn.label_block is not None
        ):
            add(label.name or "", label.role, turn.label_block, False)
    return tuple(entries.values())


def _reported(
    state: _State, sections: list[Section], directory: Directory
) -> tuple[Participant, ...]:
    """Roles that an article gives in running text: "Ann Lee, head of the Office, said"."""
    found: dict[tuple[str, str], Participant] = {}
    for section in sections:
        for passage in section.passages:
            for name, role in appositions(passage.text):
                known = directory.add(name)
                found.setdefault(
                    (known.id, role),
                    Participant(
                        known.id, known.name, role, organization_of(role), False,
                        state.cleaned.source.id, passage.line, False, passage.id,
                    ),
                )  # fmt: skip
    return tuple(found.values())


def _witness(
    state: _State,
    front: Front,
    lists: Lists,
    closing: Closing,
    *,
    kind: SourceKind,
    participants: tuple[Participant, ...],
    turns: tuple[Turn, ...],
    sections: tuple[Section, ...],
    told: list[str],
    byline: str | None,
) -> Witness:
    settings, blocks = state.settings, state.blocks
    meta = {key: value for key, value, _ in state.cleaned.front_matter}
    for n in range(len(blocks)):
        if n not in state.roles:
            state.roles[n], state.rules[n] = "boilerplate", "after-end"
    printed_title = front.title or meta.get("title")
    published = settings.published or front.published
    date, basis = _date(state, front, lists, meta, told, published, kind)
    place = _first(lists.places, blocks) or front.place
    host = settings.host or host_of(*told, front.lead) or host_of_title(printed_title)
    if host is None and kind != "article":
        host = next((p.organization for p in participants if not p.listed), None)
    series, number = series_of(*told, front.lead, printed_title)
    return Witness(
        source=state.cleaned.source,
        settings=settings,
        kind=kind,
        title=settings.title or printed_title,
        title_by_editors=settings.title is not None and settings.title != printed_title,
        subtitle=front.subtitle,
        byline=byline,
        lead=front.lead,
        publisher=settings.publisher
        or front.publisher
        or meta.get("publisher")
        or meta.get("source"),
        published=published,
        date=date,
        date_basis=basis,
        time=settings.time or front.time or _first_time(lists, blocks),
        place=settings.location or place,
        host=host,
        series=series,
        number=number,
        participants=participants,
        turns=turns,
        sections=sections,
        credits=closing.credits if closing else Credits(),
        lines=account(
            state.cleaned, state.roles, state.rules, state.passages, state.repeats, closing
        ),
    )


def _date(
    state: _State,
    front: Front,
    lists: Lists,
    meta: dict[str, str],
    told: list[str],
    published: str | None,
    kind: SourceKind,
) -> tuple[str | None, str | None]:
    """The event's date and what it rests on; partial and missing ones are reported."""
    settings, blocks = state.settings, state.blocks
    if settings.date:
        return settings.date, settings.date_basis or "set by the editors"
    found: list[tuple[str, str]] = []

    def offer(text: str | None, basis: str) -> None:
        found.extend((date.iso, basis) for date in find_dates(text or "")[:1])

    for n in lists.dates:
        offer(blocks[n].text, "the list of participants")
    offer(
        front.dateline if front.dateline and not front.dateline.startswith("--") else None,
        "the dateline",
    )
    offer(front.title, "the title")
    offer(meta.get("date"), "the front matter")
    offer(front.lead, "the lead")
    if front.dateline and front.dateline.startswith("--"):
        found.append((front.dateline, "the dateline"))
    if kind == "article":
        day = article_date(told)
        if day:
            found.append((day, "the report's first paragraphs"))
    whole = next(
        ((iso, basis) for iso, basis in found if valid(iso) and not iso.startswith("--")), None
    )
    if whole:
        return whole
    partial = next(iter(found), None)
    if published and published.startswith("--"):
        published = None
    if partial and published:
        day = resolve(partial[0], published)
        if day:
            return day, f"{partial[1]}; the year from the date of publication"
    if partial is None and published:
        event = [text for text in (front.lead, *told) if text and lexicon.EVENT.search(text)]
        day = next((d for d in (day_before(text[:400], published) for text in event) if d), None)
        if day:
            return day, "the weekday or day named, counted back from the date of publication"
    if partial:
        state.warn(
            "date-without-year", f"the date is given without a year: {partial[0]}",
            "set `date` in the source's editorial file if it can be known",
        )  # fmt: skip
        return partial[0], partial[1]
    state.warn(
        "no-date", "no date of the event is given", "set `date` in the source's editorial file"
    )
    return None, None


def _first(numbers: list[int], blocks: tuple[Block, ...]) -> str | None:
    if not numbers:
        return None
    text = blocks[numbers[0]].text
    return text.split(":", 1)[1].strip() if lexicon.heading_of(text.split(":", 1)[0]) else text


def _first_time(lists: Lists, blocks: tuple[Block, ...]) -> str | None:
    return next((t for n in lists.dates if (t := find_time(blocks[n].text))), None)
