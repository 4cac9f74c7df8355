"""Parse transcripts: make turns from labels, and report everything that was doubtful."""

from __future__ import annotations

from dataclasses import dataclass

from ..ids import passage_id, turn_id
from ..model import Credits, Participant, SourceKind, Speaker, Turn
from .closing import read_closing
from .front import Front
from .labels import Candidate
from .ledger import Ledger
from .lines import Split
from .lists import Lists
from .naming import chair_by_behaviour, name_speakers
from .narration import in_brackets, is_heard, is_narrated
from .participants import participants_of
from .speakers import Directory
from .turns import Draft, draft_turns, part_lost_askers


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a transcript or an article, as used to build a witness.

    `opening` are texts from its beginning in which facts of the event may be stated.
    """

    kind: SourceKind
    participants: tuple[Participant, ...]
    credits: Credits
    split: Split
    opening: list[str]


def read_transcript(
    ledger: Ledger,
    front: Front,
    lists: Lists,
    directory: Directory,
    labels: dict[int, Candidate],
    titled: list[tuple[str, str]],
) -> tuple[tuple[Turn, ...], Body]:
    """Return the turns of a source with labels, and its body."""
    blocks = ledger.blocks
    first_label = min(labels, default=len(blocks))
    alone = {n: label.alone for n, label in labels.items()}
    closing = read_closing(blocks, first_label, alone, lists.roles, ledger.language)
    ledger.roles.update(closing.roles)
    ledger.rules.update(closing.rules)
    _repeated_front(ledger, front, first_label)
    _headings(ledger, front, labels, first_label)
    _narrated(ledger, labels, directory, first_label)
    ledger.apply_editors_roles()
    texts = [
        n
        for n in range(len(blocks))
        if n not in labels
        and n not in ledger.roles
        and (n >= first_label or n in front.opening or ledger.editors_role(n) == "passage")
    ]
    drafts = draft_turns(blocks, texts, labels, ledger.block_rulings(), ledger.language)
    chair = next((directory.add(entry.name).id for entry in lists.listed if entry.chair), None)
    speakers = directory.names
    sole = speakers[0] if len(speakers) == 1 else None
    unsure = name_speakers(drafts, directory, chair, sole)
    opening = drafts[0] if drafts else None
    if opening and not (opening.label or opening.who or opening.ruling) and len(titled) == 1:
        opening.kind, opening.who = "official", directory.add(titled[0][0])
    chair = chair or chair_by_behaviour(drafts, ledger.language)
    for draft in drafts:
        settled = draft.ruling is not None and draft.ruling.kind is not None
        if draft.who and draft.who.id == chair and draft.kind == "official" and not settled:
            draft.kind = "chair"
    lost_askers = part_lost_askers(drafts, blocks)
    _report(ledger, drafts, unsure, lost_askers, directory)
    for n, label in labels.items():
        if not label.rest:
            ledger.roles[n] = "label"
    turns = _turns(ledger, drafts)
    people = participants_of(ledger, lists, directory, chair, front, titled, drafts, turns)
    opens_with = [draft.words for draft in drafts[:1] if draft.kind in ("chair", "official")]
    credits = closing.credits
    if front.notice and not credits.notice:
        credits = Credits(credits.translators, front.notice)
    return turns, Body(_kind(ledger, drafts), people, credits, closing.split, opens_with)


def _repeated_front(ledger: Ledger, front: Front, start: int) -> None:
    """Give repetitions of the title and dateline, as in paginated texts, the role of the first
    one."""
    known = {
        ledger.blocks[n].text: role for n, role in front.roles.items() if role != "boilerplate"
    }
    for n in range(start, len(ledger.blocks)):
        role = known.get(ledger.blocks[n].text)
        if role and n not in ledger.roles:
            ledger.roles[n] = role


def _headings(ledger: Ledger, front: Front, labels: dict[int, Candidate], start: int) -> None:
    """Mark headings between and within turns, which are nobody's speech."""
    opening = set(front.opening)
    for n, block in enumerate(ledger.blocks):
        in_body = n >= start or n in opening
        if in_body and n not in labels and n not in ledger.roles and block.is_marked_heading:
            ledger.roles[n] = "heading"


def _narrated(
    ledger: Ledger, labels: dict[int, Candidate], directory: Directory, start: int
) -> None:
    """Mark lines that describe events in the room; those outside brackets are reported."""
    rulings = ledger.block_rulings()
    speaker_names = [known.name for known in directory.names]
    speaker_names += [label.name for label in labels.values() if label.name]
    names = frozenset(word for name in speaker_names for word in name.casefold().split())
    for n in range(start + 1, len(ledger.blocks)):
        block = ledger.blocks[n]
        if n in labels or n in ledger.roles or n in rulings:
            continue
        # A line directly below a label is speech, unless brackets separate it from the text that
        # follows.
        below_label = n - 1 in labels and labels[n - 1].alone
        if below_label and (not in_brackets(block.text) or n + 1 in labels):
            continue
        before_break = n + 1 == len(ledger.blocks) or n + 1 in labels or n + 1 in ledger.roles
        narrated = is_narrated(block.text, names, ledger.language) or (
            before_break and is_heard(block.text, ledger.language)
        )
        if narrated and not ledger.editors_role(n):
            ledger.roles[n] = "dateline"
            if not in_brackets(block.text):
                ledger.warn(
                    "narrated-line",
                    f"read as what happened, not as what was said: {block.text[:60]!r}",
                    "settle it under `roles` in the source's editorial file: `dateline`, or "
                    "`passage` if it was said", block.line,
                )  # fmt: skip


def _kind(ledger: Ledger, turns: list[Draft]) -> SourceKind:
    """Return whether the text is a full transcript or one part of a paginated one."""
    if ledger.settings.kind:
        return ledger.settings.kind
    pagers = sum(1 for removal in ledger.cleaned.removals if removal.rule == "pager")
    headless = bool(turns) and turns[0].label is None and not _is_opening(turns[0])
    # Either one page of several, or all pages joined together.
    complete = bool(turns) and pagers > 1 and turns[0].label and turns[-1].kind == "chair"
    return "partial-transcript" if (pagers and not complete) or headless else "transcript"


def _is_opening(turn: Draft) -> bool:
    """Return whether a turn without a label is an opening statement, not the rest of an answer."""
    return turn.who is not None or turn.language.cues.greeting.match(turn.words) is not None


def _report(
    ledger: Ledger,
    turns: list[Draft],
    unsure: list[Draft],
    lost: list[Draft],
    directory: Directory,
) -> None:
    blocks = ledger.blocks
    opening = turns[0] if turns else None
    if opening and opening.label is None and opening.who is None and opening.ruling is None:
        ledger.warn(
            "no-first-label", "the text begins without a label: who speaks is not given",
            "say it under `labels` in the source's editorial file: `label: no` with `kind`",
            blocks[opening.texts[0][0]].line,
        )  # fmt: skip
    doubtful = {id(turn) for turn in unsure}
    for turn in turns:
        if turn.label and turn.label_block is not None and turn.label.kind == "name":
            line = blocks[turn.label_block].line
            person = directory.person(turn.label.name or "")
            if person and person.typo and turn.ruling is None:
                ledger.warn(
                    "label-typo", f"{turn.label.label!r} is read as {person.name}",
                    "settle it under `labels`: `label: yes` if that is so, or say who speaks", line,
                )  # fmt: skip
            if id(turn) in doubtful:
                ledger.warn(
                    "unsure-speaker", f"who {turn.label.label!r} is does not show",
                    "say it under `labels` in the source's editorial file", line,
                )  # fmt: skip
        if not turn.texts and turn.label_block is not None and turn.ruling is None:
            ledger.warn(
                "empty-turn", "nothing stands under this label",
                "settle it under `labels`: `label: no` if it is text, `label: yes` if it is not",
                blocks[turn.label_block].line,
            )  # fmt: skip
    for turn in lost:
        ledger.warn(
            "lost-asker", "a question without a label: asker not given in the source",
            "settle it under `labels`: `label: no` with `kind: unknown`, or who asks",
            blocks[turn.texts[0][0]].line,
        )  # fmt: skip


def _turns(ledger: Ledger, turns: list[Draft]) -> tuple[Turn, ...]:
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
            ledger.passage(n, text, passage_id(id_, k)) for k, (n, text) in enumerate(turn.texts, 1)
        )
        line = ledger.blocks[turn.label_block].line if turn.label_block is not None else None
        built.append(Turn(id_, speaker, passages, line))
    return tuple(built)
