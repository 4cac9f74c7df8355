"""Replaces a source by a later edition; keeps the earlier edition and updates references to it."""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from .. import editorial as editorial_stage
from .. import wording
from ..decoding import is_utf8
from ..earlier import as_read, earlier_text
from ..editorial.json_schemas import first_line
from ..likeness import contained, shingles, words_of
from ..model import Editorial, Settings, Source, Witness
from ..pipeline import Options
from ..problems import Problems, shown
from ..progress import Progress
from ..read import SUMS, read
from ..revisions import Revision, revisions
from .fetch import Rules
from .inputs import Incoming, incoming
from .pointing import ToJudge, carried_over
from .reattach import Reattacher
from .recognise import as_source
from .showing import show_judgements, show_revisions
from .writing import with_sum, without_sum, write_all
from .yamltext import Edit, NotEditableError, YamlText, changed

# A text that has less in common is not an edition.
_LEAST_SHARED = 0.2


@dataclass(frozen=True, slots=True)
class Replacement:
    """All changes for a later edition, computed before anything is written."""

    source: str
    edition: str
    files: dict[Path, bytes | None]
    revisions: tuple[Revision, ...]
    pointers: int
    to_judge: tuple[ToJudge, ...]


def replace_source(
    id_: str,
    argument: str | Path,
    options: Options,
    problems: Problems,
    progress: Progress,
    day: str,
    *,
    dry_run: bool = False,
    rules: Rules | None = None,
    console: Console | None = None,
) -> Replacement | None:
    """Replaces a source by a later edition, or reports why it cannot; all or nothing.

    `day` (2026-11-25) is the date of the change. Changed passages and decisions left to a person
    are printed to `console` (by default standard output); with `dry_run`, nothing is written.
    Returns None if there is an error.
    """
    editorial = editorial_stage.load(options.editorial, problems)
    old = _source(id_, options, editorial, problems)
    if problems.errors or old is None:
        return None
    texts = incoming([argument], problems, progress, rules)
    if len(texts) > 1:
        problems.error(
            "one-edition",
            str(argument),
            "contains several texts",
            "name the one that replaces the source",
        )
    if problems.errors or not texts:
        return None
    try:
        replacement = _Replacing(old, texts[0], options, editorial, day).work_out(problems)
        if replacement is not None and not dry_run:
            write_all(replacement.files)
    except NotEditableError as error:
        problems.error("not-editable", shown(options.editorial), str(error), "then try again")
        return None
    except (OSError, UnicodeDecodeError) as error:
        path = getattr(error, "filename", None) or options.editorial
        problems.error(
            "unwritable", shown(Path(path)),
            f"cannot be read or written: {getattr(error, 'strerror', None) or error}",
            "nothing was changed; check its permissions",
        )  # fmt: skip
        return None
    if replacement is not None:
        _tell(replacement, progress, console or Console(highlight=False), dry_run)
    return replacement


def _source(id_: str, options: Options, editorial: Editorial, problems: Problems) -> Source | None:
    encodings = {name: s.encoding for name, s in editorial.sources.items() if s.encoding}
    reading_problems = Problems()
    sources = {source.id: source for source in read(options.seeds, reading_problems, encodings)}
    if id_ in sources:
        return sources[id_]
    similar = difflib.get_close_matches(id_, sources, 3) or sorted(sources)[:5]
    problems.error(
        "unknown-source", shown(options.seeds), f"contains no readable source '{id_}'",
        f"give the id of a source: {', '.join(similar)}"
        if similar else "add the text with: new FILE",
    )  # fmt: skip
    return None


class _Replacing:
    """One replacement: the two editions, and the files that change."""

    def __init__(
        self, old: Source, text: Incoming, options: Options, editorial: Editorial, day: str
    ) -> None:
        self._old = old
        self._options = options
        self._written = editorial
        self._day = day
        self._settings = editorial.sources.get(old.id, Settings())
        name = Path(old.file).with_suffix(Path(text.name).suffix.lower()).name
        encoding = text.encoding or (None if is_utf8(text.data) else self._settings.encoding)
        self._text = replace(text, name=name, encoding=encoding)
        self._original = text
        self._edition = self._free_edition()

    def _free_edition(self) -> str:
        """The path of the kept file below `seeds/`, with the next free number."""
        n = len(self._settings.editions) + 1
        suffix = Path(self._old.file).suffix.lower()
        folder = self._options.seeds / "editions"
        while list(folder.glob(f"{self._old.id}.{n}.*")):
            n += 1
        return f"editions/{self._old.id}.{n}{suffix}"

    def work_out(self, problems: Problems) -> Replacement | None:
        """Computes all changes; None if the text is not an edition, which is reported."""
        new = as_source(self._text, self._old.id, problems)
        if new is None:
            return None
        before = as_read(self._old, self._settings, self._written)
        after = earlier_text(new, self._settings, self._written)
        if not self._is_edition(new, before, after, problems) or before is None or after is None:
            return None
        reattacher = Reattacher(before, after)
        bare = earlier_text(self._old, self._settings, self._written)
        changed_passages = revisions((bare or before).passages, after.passages)
        files, pointers, to_judge = self._editorial(reattacher, changed_passages)
        to_judge += [*self._renamed(before, after), *self._named_in_readme()]
        files |= self._seeds()
        return Replacement(
            self._old.id,
            Path(self._edition).stem,
            files,
            changed_passages,
            pointers,
            tuple(to_judge),
        )

    def _is_edition(
        self, new: Source, before: Witness | None, after: Witness | None, problems: Problems
    ) -> bool:
        if new.sha256 == self._old.sha256:
            problems.error(
                "same-edition", self._original.origin,
                f"is identical to source {self._old.id}", "nothing needs to be done",
            )  # fmt: skip
            return False
        a, b = (words_of(p.text for p in text.passages) if text else () for text in (before, after))
        share = contained(shingles(a), shingles(b))
        if share < _LEAST_SHARED:
            problems.error(
                "no-edition", self._original.origin,
                f"has {share:.0%} of its word sequences in common with source {self._old.id}, "
                "too few for an edition of it",
                "check the id, or add it as a separate source: new FILE",
            )  # fmt: skip
            return False
        return True

    def _seeds(self) -> dict[Path, bytes | None]:
        """The kept edition, the new text, and their checksums."""
        seeds = self._options.seeds
        old, new, sums = seeds / self._old.file, seeds / self._text.name, seeds / SUMS
        old_bytes = old.read_bytes()
        files: dict[Path, bytes | None] = {seeds / self._edition: old_bytes}
        given = self._original.path
        listed = sums.read_text("utf-8") if sums.is_file() else ""
        if given is not None and given.resolve().parent == seeds.resolve():
            # A later edition that lies among the sources must not remain as a separate source.
            files[seeds / given.name] = None
            listed = without_sum(listed, given.name)
        if new != old:
            files[old] = None
            listed = without_sum(listed, self._old.file)
        files[new] = self._text.data
        listed = with_sum(listed, self._text.name, hashlib.sha256(self._text.data).hexdigest())
        listed = with_sum(listed, self._edition, hashlib.sha256(old_bytes).hexdigest())
        return {**files, sums: listed.encode()}

    def _editorial(
        self, reattacher: Reattacher, changed_passages: tuple[Revision, ...]
    ) -> tuple[dict[Path, bytes | None], int, list[ToJudge]]:
        folder = self._options.editorial
        own_path = folder / "sources" / f"{self._old.id}.yml"
        changes = folder / "changes.yml"
        files: dict[Path, bytes | None] = {}
        to_judge: list[ToJudge] = []
        pointers, briefing = 0, None
        for path in (*sorted({*_yaml_files(folder), own_path} - {changes}), changes):
            file = YamlText(path, self._text_of(path))
            carried = carried_over(
                file, self._old.id, Path(self._edition).stem, reattacher, path == own_path
            )
            edits = list(carried.edits)
            if path == own_path:
                edits += self._own_edits(file)
                to_judge += self._doubtful_settings(file)
            if path == changes:
                edits.append(self._change(file, changed_passages, briefing))
            if path.parent.name == "notes" and self._is_noted(file):
                briefing = path.stem
            pointers += carried.pointers
            to_judge += carried.to_judge
            text = changed(file.text, edits)
            if text != file.text:
                YamlText(path, text)  # raises an error if the new text is not readable
                files[path] = text.encode()
        return files, pointers, to_judge

    def _text_of(self, path: Path) -> str:
        """The file's text; a new file starts with a line that names its schema."""
        if path.is_file():
            return path.read_bytes().decode("utf-8")
        return first_line(path, "changes" if path.name == "changes.yml" else "source") + "\n"

    def _is_noted(self, file: YamlText) -> bool:
        """Whether a file of notes, named after its briefing, has a note whose home is in the
        source.
        """
        pointers = (f"{self._old.id}:", f"{self._old.id}-")
        return any(
            len(value.loc) == 2 and value.loc[1] == "passage" and value.value.startswith(pointers)
            for value in file.scalars()
        )

    def _own_edits(self, file: YamlText) -> list[Edit]:
        """Edits that list the earlier edition and record where the new one was fetched from."""
        entry = {
            "file": self._edition,
            "sha256": json.dumps(self._old.sha256),
            "replaced": self._day,
            "published": self._settings.published,
            "url": json.dumps(self._settings.url) if self._settings.url else None,
            "encoding": self._settings.encoding,
        }
        lines = [f"{key}: {value}" for key, value in entry.items() if value]
        edits = [file.appended("editions", "- " + "\n  ".join(lines))]
        if self._text.url:
            edits.append(file.with_value("url", json.dumps(self._text.url)))
            edits.append(file.with_value("retrieved", self._day))
        if self._text.encoding != self._settings.encoding:
            edits.append(file.with_value("encoding", self._text.encoding or "utf-8"))
        return edits

    def _renamed(self, before: Witness, after: Witness) -> list[ToJudge]:
        """A title or day that differs in the new edition; both are part of the page's address."""
        path = self._options.editorial / "sources" / f"{self._old.id}.yml"
        pairs = (("title", before.title, after.title), ("date", before.date, after.date))
        return [
            ToJudge(
                path, 1, 1,
                f"the {key} is another one: set `{key}` or `slug` to keep the page's address",
                old or "none", new or "none",
            )
            for key, old, new in pairs
            if old != new
        ]  # fmt: skip

    def _named_in_readme(self) -> list[ToJudge]:
        """Mentions of the source in the README of the seeds, which may refer to the earlier
        edition.
        """
        path = self._options.seeds / "README.md"
        text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
        question = f"tells of {self._old.file}: does it hold of this edition?"
        return [
            ToJudge(path, n, line.index(self._old.file) + 1, question)
            for n, line in enumerate(text.splitlines(), 1)
            if self._old.file in line
        ]

    def _doubtful_settings(self, file: YamlText) -> list[ToJudge]:
        """Settings made for the earlier edition that may not hold for the new one."""
        doubtful = []
        for key in ("published", "archived"):
            value = file.top(key)
            if value is not None:
                line, column = file.position(value.start)
                question = f"`{key}` was said of the earlier edition: does it hold of this one?"
                doubtful.append(ToJudge(file.path, line, column, question, value.value))
        return doubtful

    def _change(
        self, file: YamlText, changed_passages: tuple[Revision, ...], briefing: str | None
    ) -> Edit:
        number = wording.count(len(changed_passages), "passage")
        by = f"its publisher's later edition: {number} changed."
        text = f"The text of source {self._old.id} was replaced by {by}"
        entry = f"- date: {self._day}\n  text: {json.dumps(text, ensure_ascii=False)}\n"
        if briefing:
            entry += f"  briefing: {briefing}\n"
        return file.prepended(entry)


def _yaml_files(folder: Path) -> Iterable[Path]:
    """Every file that editors write, without the schemas."""
    return (path for path in folder.rglob("*.yml") if path.is_file())


def _tell(replacement: Replacement, progress: Progress, console: Console, dry_run: bool) -> None:
    show_revisions(replacement.source, replacement.revisions, console)
    show_judgements(replacement.to_judge, console)
    files = ", ".join(shown(path) for path in sorted(replacement.files))
    changed_passages = wording.count(len(replacement.revisions), "passage")
    references = wording.count(replacement.pointers, "reference")
    left = wording.count(len(replacement.to_judge), "thing")
    progress.say(
        f"{changed_passages} changed; {references} to lines of source {replacement.source} "
        f"carried over; {left} for you to decide."
    )
    if dry_run:
        progress.say(f"Nothing was written. Without --dry-run these files change: {files}")
    else:
        progress.say(f"The earlier edition is kept as {replacement.edition}. Written: {files}")
        progress.say("Next: check each place listed above, then run `make check`.")
