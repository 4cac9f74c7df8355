"""`build_site.py note --from FILE`: turns a suggestion made on GitHub into a note for review.

The file is untrusted input. It is read as text, checked field by field, anchored by the words that
it quotes, and written as YAML that contains only this one note. No part of it is used as a file
name, and after an error nothing has changed.
"""

from __future__ import annotations

import datetime
import shutil
import tempfile
from pathlib import Path

from .. import editorial as editorial_stage
from .. import ids, prose
from ..model import Corpus, Editorial, NoteEntry, Pointers
from ..pipeline import Options, gather_for
from ..problems import Problems, shown
from ..progress import Progress
from .anchoring import Anchor, anchor
from .form import AUTHOR, TEXT, Suggestion, read_form
from .writing import appended, entry

NOTES = "notes"


def take_suggestion(
    file: Path,
    options: Options,
    problems: Problems,
    progress: Progress,
    editor: str | None,
    day: str | None,
    today: str,
) -> None:
    """Appends the suggested note to `notes/<briefing>.yml` and reports what was written.

    `file` is a GitHub event (JSON) or the text of an issue (Markdown). `editor` is the id of the
    person who signs, by default the form's *Sign as*; `day` is the ISO date of the note, by default
    the day of the issue, or `today` if it has none. If there is an error, nothing is written.
    """
    suggestion = read_form(file, problems)
    if suggestion is None:
        return
    reported = Problems()
    with progress.step("Reading the texts"):
        gathered = gather_for(options, reported)
    problems.extend(reported.errors)
    if gathered is None or reported.errors:
        return
    corpus, editorial = gathered.corpus, gathered.editorial
    author = _author(suggestion, editorial, editor, problems)
    anchored = anchor(suggestion, corpus.briefings, problems)
    _check_links(suggestion, corpus, problems)
    date = _date(file, day or suggestion.day or today, problems)
    if author is None or anchored is None or date is None or problems.errors:
        return
    if _stands(anchored, suggestion, editorial.notes):
        suggestion.fault(
            problems, "note-stands", TEXT, "is on these words already", "nothing has to be done"
        )
        return
    id_ = ids.free_id(anchored.quote, {note.id for note in editorial.notes})
    path = options.editorial / NOTES / f"{anchored.briefing}.yml"
    block = entry(id_, anchored, suggestion, author, date)
    if _write(path, block, options.editorial, suggestion, problems):
        _say(path, block, anchored, progress)


def _author(
    suggestion: Suggestion, editorial: Editorial, chosen: str | None, problems: Problems
) -> str | None:
    """Who signs: the given editor, the one named in the form, or the only one there is."""
    editors = {editor.id: editor.name for editor in editorial.editors}
    if chosen is not None:
        if chosen in editors:
            return chosen
        problems.error(
            "unknown-editor", "--editor", f"'{chosen}' is not in editors.yml",
            f"known: {', '.join(sorted(editors)) or 'nobody'}",
        )  # fmt: skip
        return None
    sign = suggestion.sign.casefold()
    matches = [id_ for id_, name in editors.items() if sign in (id_, name.casefold())]
    if len(matches) == 1:
        return matches[0]
    if not sign and len(editors) == 1:
        return next(iter(editors))
    suggestion.fault(
        problems, "unknown-editor", AUTHOR,
        "is empty, and there is not one editor only" if not sign else "names no editor",
        "give --editor with an id of editors.yml"
        + (f": {', '.join(sorted(editors))}" if editors else ", which lists nobody yet"),
    )  # fmt: skip
    return None


def _check_links(suggestion: Suggestion, corpus: Corpus, problems: Problems) -> None:
    """Reports links of the note that do not lead to a passage."""
    pointers = Pointers(corpus.briefings)
    for run in (run for paragraph in prose.paragraphs(suggestion.text) for run in paragraph):
        href = run.href or ""
        if prose.is_pointer(href) and len(pointers.find(href)) != 1:
            suggestion.fault(
                problems, "unknown-passage", TEXT, f"links to '{href}', which is not one passage",
                "write source and line as 000:57, or the passage's id with its source",
            )  # fmt: skip


def _date(file: Path, day: str, problems: Problems) -> str | None:
    try:
        return datetime.date.fromisoformat(day).isoformat()
    except ValueError:
        problems.error(
            "bad-date", shown(file), f"'{day[:20]}' is not a date", "give --date as 2022-07-25"
        )
        return None


def _stands(anchored: Anchor, suggestion: Suggestion, notes: tuple[NoteEntry, ...]) -> bool:
    """Whether the same note on the same quotation exists already: the suggestion was
    taken before.
    """
    folded = " ".join(suggestion.text.split())
    return any(
        note.file == anchored.briefing
        and any(quotation.quote == anchored.quote for quotation in note.quotations)
        and " ".join(note.text.split()) == folded
        for note in notes
    )


def _write(
    path: Path, block: str, folder: Path, suggestion: Suggestion, problems: Problems
) -> bool:
    """Writes the file if all of `editorial/` still loads with it; otherwise reports the errors."""
    try:
        content = path.read_bytes() if path.exists() else None
        extended = appended(content, block)
        if _loads(path, extended, folder, suggestion, problems):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(extended)
            return True
    except OSError as error:
        problems.unwritable(error, path)
    return False


def _loads(
    path: Path, content: bytes, folder: Path, suggestion: Suggestion, problems: Problems
) -> bool:
    """Tries the file in a copy of the folder, so that nothing has to be undone."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "editorial"
        if folder.is_dir():
            shutil.copytree(folder, copy)
        target = copy / NOTES / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        tried = Problems()
        editorial_stage.load(copy, tried)
    for problem in tried.errors:
        suggestion.fault(problems, problem.rule, TEXT, problem.message, problem.hint)
    return not tried.errors


def _say(path: Path, block: str, anchored: Anchor, progress: Progress) -> None:
    progress.say(f"Written to {shown(path)}:")
    # The start of a line could be a workflow command to the program that shows the log.
    for line in block.splitlines():
        progress.say(f"| {line}")
    if anchored.reading:
        progress.say(anchored.reading)
    progress.say("Read it, then run: make check")
