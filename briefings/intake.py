"""`build_site.py new FILE`: a received file becomes a source, with an editorial file to fill in."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from . import editorial as editorial_stage
from .clean import clean
from .model import Settings, Source, Witness
from .parse import parse
from .pipeline import Options
from .problems import Problems
from .progress import Progress
from .read import SUFFIXES, SUMS, read, shown, source_ids


def take_in(file: Path, options: Options, problems: Problems, progress: Progress) -> None:
    """Copies the file to the seeds, lists its sum, and writes what was recognised for editors.

    Nothing is written where the file cannot be read or its name is taken.
    """
    if not file.is_file():
        problems.error("no-file", shown(file), "there is no such file", "name a text or HTML file")
        return
    if file.suffix.lower() not in SUFFIXES:
        problems.error(
            "no-source", shown(file), "is no source: its name must end in .txt, .html, .htm or .md",
            "rename it, or save it as text",
        )  # fmt: skip
        return
    target = options.seeds / file.name
    if target.exists() and target.resolve() != file.resolve():
        problems.error("taken", shown(target), "is there already", "give the new file another name")
        return
    witness = _recognise(file, options, problems)
    if witness is None or problems.errors:
        return
    options.seeds.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        shutil.copyfile(file, target)
    _list_sum(options.seeds / SUMS, target)
    written = options.editorial / "sources" / f"{witness.source.id}.yml"
    if not written.exists():
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_text(_editorial_file(witness), "utf-8")
    progress.say(f"Taken in as source {witness.source.id}: {shown(target)}")
    progress.say(f"What was recognised, for you to check: {shown(written)}")


def _recognise(file: Path, options: Options, problems: Problems) -> Witness | None:
    """The witness that the file will be, read alone but under the id it will have."""
    with tempfile.TemporaryDirectory() as folder:
        alone = Path(folder) / file.name
        shutil.copyfile(file, alone)
        found = Problems()
        sources = read(Path(folder), found)
        for problem in found.errors:
            problems.error(
                problem.rule,
                shown(file),
                problem.message,
                problem.hint,
                problem.line,
                problem.column,
            )
    if not sources:
        return None
    names = {file.name}
    if options.seeds.is_dir():
        names |= {p.name for p in options.seeds.iterdir() if p.suffix.lower() in SUFFIXES}
    ids = source_ids(sorted(names))
    stems = [Path(name).stem for name in names]
    if stems.count(file.stem) > 1:
        problems.error(
            "same-id", shown(file), "a source with this name and another ending is there already",
            "give the new file another name",
        )  # fmt: skip
        return None
    read_one = sources[0]
    source = Source(
        ids[file.name], read_one.file, shown(file), read_one.sha256, read_one.lines, read_one.markup
    )
    written = editorial_stage.load(options.editorial, problems)
    cleaned = clean(source, problems)
    if not cleaned.blocks:
        return None
    return parse(cleaned, written.sources.get(source.id, Settings()), written, problems)


def _list_sum(sums: Path, target: Path) -> None:
    line = f"{hashlib.sha256(target.read_bytes()).hexdigest()}  {target.name}\n"
    known = sums.read_text("utf-8") if sums.is_file() else ""
    if f"  {target.name}\n" not in known:
        if known and not known.endswith("\n"):
            known += "\n"
        sums.write_text(known + line, "utf-8")


def _editorial_file(witness: Witness) -> str:
    """Every key that an editor may set, with what was recognised; all of it commented out."""
    lines = [
        f"# Source {witness.source.id}: what was recognised in {witness.source.file}.",
        "# Take the number sign off a line to set it; what stays commented is left to the build.",
    ]
    told = (
        ("kind", witness.kind),
        ("title", witness.title),
        ("date", witness.date),
        ("time", witness.time),
        ("location", witness.place),
        ("host", witness.host),
        ("publisher", witness.publisher),
        ("published", witness.published),
    )
    lines += [
        f"# {key}: {json.dumps(value, ensure_ascii=False) if value else ''}".rstrip()
        for key, value in told
    ]
    lines += [
        "# quality:        # official-translation, agency-report, machine-translated or rewritten",
        "# quality_basis:  # what in the text shows it",
        "# url:            # where it was found",
        "# archived:       # an archived copy",
        "# rights:         # who holds them",
        "# event:          # a name shared by sources that tell the same event",
        "#",
        "# Labels as they were read; `label: false` makes one text, `speaker:` says whose it is.",
        "# labels:",
    ]
    for turn in witness.turns:
        line = turn.label_line or (turn.passages[0].line if turn.passages else 0)
        name = turn.speaker.name or "not given"
        shown_label = (
            json.dumps(turn.speaker.label, ensure_ascii=False) if turn.speaker.label else "no label"
        )
        lines.append(f"#   - line: {line}  # {shown_label}: {turn.speaker.kind}, {name}")
    return "\n".join(lines) + "\n"
