"""Participants: one entry for each wording of a role that a source gives."""

from __future__ import annotations

from ..model import Participant, Section, Turn
from . import lexicon
from .article import appositions
from .front import Front
from .ledger import Ledger
from .lists import Lists, organization_of
from .speakers import Directory
from .turns import Draft


def participants_of(
    ledger: Ledger,
    lists: Lists,
    directory: Directory,
    chair: str | None,
    front: Front,
    titled: list[tuple[str, str]],
    drafts: list[Draft],
    turns: tuple[Turn, ...],
) -> tuple[Participant, ...]:
    """Return participants from lists and from labels with roles.

    If there is no list, those in the title and in introductions of the first turn are included.
    """
    entries: dict[tuple[str, str | None], Participant] = {}

    def add(name: str, role: str | None, line: int, listed: bool, passage: str | None) -> None:
        known = directory.add(name)
        entries.setdefault(
            (known.id, role),
            Participant(
                known.id, known.name, role, organization_of(role, ledger.language),
                known.id == chair, ledger.cleaned.source.id, line, listed, passage,
            ),
        )  # fmt: skip

    for entry in lists.listed:
        line = ledger.blocks[entry.block].line
        add(lexicon.without_honorific(entry.name, ledger.language), entry.role, line, True, None)
    if not lists.listed:
        line = (
            ledger.blocks[front.title_block].line
            if front.title_block is not None
            else ledger.title_line
        )
        spoke = {draft.who.id for draft in drafts if draft.who}
        for name, role in titled:
            if not drafts or directory.add(name).id in spoke:
                add(name, role, line, False, None)
    for draft in drafts:
        label = draft.label
        has_office = label and label.role and lexicon.is_role(label.role, ledger.language)
        if label and has_office and draft.kind in ("official", "chair"):
            line = ledger.blocks[draft.label_block or 0].line
            add(label.name or "", label.role, line, False, None)
    for passage in turns[0].passages if turns and not lists.listed else ():
        for match in ledger.language.lists.introduced.finditer(passage.text):
            name, role = match.group("name", "role")
            if ledger.language.names.role_word.search(role):
                add(name, role, passage.line, False, passage.id)
    return tuple(entries.values())


def reported(
    ledger: Ledger, sections: tuple[Section, ...], directory: Directory
) -> tuple[Participant, ...]:
    """Return roles given in the running text of an article: "Ann Lee, head of the Office, said"."""
    entries: dict[tuple[str, str], Participant] = {}
    for section in sections:
        for passage in section.passages:
            for name, role in appositions(passage.text, ledger.language):
                known = directory.add(name)
                entries.setdefault(
                    (known.id, role),
                    Participant(
                        known.id, known.name, role, organization_of(role, ledger.language), False,
                        ledger.cleaned.source.id, passage.line, False, passage.id,
                    ),
                )  # fmt: skip
    return tuple(entries.values())
