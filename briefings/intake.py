"""`build_site.py new FILE`: a received file becomes a source, with an editorial file to fill in."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from . import anchors
from . import editorial as editorial_stage
from .clean import clean
from .editorial.json_schemas import first_line
from .model import Settings, Source, Witness
from .parse import parse
from .pipeline import Options
from .problems import Problems, shown
from .progress import Progress
from .read import SUFFIXES, SUMS, read, source_ids


def take_in(file: Path, options: Options, problems: Problems, progress: Progress) -> None:
    """Copies the file to the seeds, lists its sum, and writes what was recognised for editors.

    Nothing is written where the file cannot be read or its name is taken.
    """
    if not file.is_file():
        problems.error("no-file", shown(file), "there is no such file", "name a text or HTML file")
        return
    if not _may_be_source(file.name):
        problems.error(
            "no-source", shown(file),
            "is no source: its name must end in .txt, .html, .htm or .md and not begin with README",
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
    written = options.editorial / "sources" / f"{witness.source.id}.yml"
    try:
        options.seeds.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.copyfile(file, target)
        _list_sum(options.seeds / SUMS, target)
        if not written.exists():
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_text(_editorial_file(witness, written), "utf-8")
    except OSError as error:
        problems.error(
            "unwritable", shown(Path(error.filename or options.seeds)),
            f"cannot be written: {error.strerror}", "check its permissions",
        )  # fmt: skip
        return
    progress.say(f"Taken in as source {witness.source.id}: {shown(target)}")
    progress.say(f"What was recognised, for you to check: {shown(written)}")


def _recognise(file: Path, options: Options, problems: Problems) -> Witness | None:
    """The witness that the file will be, read alone but under the id it will have."""
    with tempfile.TemporaryDirectory() as folder:
        found = Problems()
        try:
            shutil.copyfile(file, Path(folder) / file.name)
        except OSError as error:
            problems.error(
                "unreadable", shown(file), f"cannot be read: {error.strerror}",
                "check its permissions",
            )  # fmt: skip
            return None
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
    ids = _ids(file, options.seeds, problems)
    if file.name not in ids:
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


def _may_be_source(name: str) -> bool:
    return Path(name).suffix.lower() in SUFFIXES and not name.upper().startswith(("README", "."))


def _ids(file: Path, seeds: Path, problems: Problems) -> dict[str, str]:
    """The ids of all sources with the new one; none where an address that stands would change."""
    there = {path.name for path in seeds.iterdir()} if seeds.is_dir() else set()
    before = source_ids(sorted(name for name in there - {file.name} if _may_be_source(name)))
    ids = source_ids(sorted({*before, file.name}))
    addresses = {anchors.slug(id_): name for name, id_ in before.items()}
    other = addresses.get(anchors.slug(ids[file.name]))
    changed = next((name for name, id_ in before.items() if ids[name] != id_), other)
    if changed is None:
        return ids
    problems.error(
        "same-id", shown(file),
        f"would take the id {before[changed]!r}, under which {changed} is published",
        "give the new file a name that begins otherwise: what stands before the first _ or . is "
        "the id",
    )  # fmt: skip
    return {}


def _list_sum(sums: Path, target: Path) -> None:
    line = f"{hashlib.sha256(target.read_bytes()).hexdigest()}  {target.name}\n"
    known = sums.read_text("utf-8") if sums.is_file() else ""
    if f"  {target.name}\n" not in known:
        lines = known.splitlines(keepends=True)
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        # By file name, and the lines of others stay where they are: branches then merge.
        after = (n for n, other in enumerate(lines) if other[66:].strip() > target.name)
        lines.insert(next(after, len(lines)), line)
        sums.write_text("".join(lines), "utf-8")


def _editorial_file(witness: Witness, path: Path) -> str:
    """What was recognised, each line valid as it is once its first number sign is taken off."""
    told = (
        ("kind", witness.kind, "transcript, partial-transcript or article"),
        ("title", witness.title, "a title, where the source has none"),
        ("date", witness.date, "the day of the event, 2024-05-31; --05-31 where no year is known"),
        ("date_basis", None, "what the date rests on"),
        ("time", witness.time, "the hour as worded, 10 a.m."),
        ("place", witness.place, "the city or hall"),
        ("host", witness.host, "who held the event"),
        ("publisher", witness.publisher, "who published this text"),
        ("published", witness.published, "the day this text was published"),
        ("quality", None, "official-translation, agency-report, machine-translated or rewritten"),
        ("quality_basis", None, "what in the text shows it"),
        ("url", None, "where it was found"),
        ("archived", None, "an archived copy"),
        ("rights", None, "who holds them"),
        ("event", None, "a word shared by sources that tell the same event"),
    )
    lines = [
        first_line(path, "source"),
        f"## Source {witness.source.id}: what was recognised in {witness.source.file}.",
        "## Take the # off a line to settle it; what stays a comment is left to the build.",
        "",
        *(f"#{key}: {_yaml(value)}" for key, value, _ in told if value),
        "",
        "## Not recognised, or an editor's to say:",
        *(f"##   {key}: {meaning}" for key, value, meaning in told if not value),
    ]
    if labels := _labels(witness):
        lines += [
            "",
            "## Labels as they were read. `label: no` makes a line text; with `speaker` and `kind`",
            "## (chair, official, outlet, unknown) it says who speaks from there.",
            "#labels:",
            *labels,
        ]
    return "\n".join(lines) + "\n"


def _labels(witness: Witness) -> list[str]:
    """A ruling for each turn that says what was read; none for a line that holds several things."""
    shared = {line.n for line in witness.lines if line.parts}
    rulings = []
    for turn in witness.turns:
        line = turn.label_line or (turn.passages[0].line if turn.passages else 0)
        if not line or line in shared:
            continue
        fields = [f"line: {line}", f"label: {'yes' if turn.speaker.label else 'no'}"]
        if turn.speaker.name:
            fields.append(f"speaker: {_yaml(turn.speaker.name)}")
        rulings.append(f"#  - {{{', '.join([*fields, f'kind: {turn.speaker.kind}'])}}}")
    return rulings


def _yaml(value: str) -> str:
    """A value in quotes: JSON is YAML."""
    return json.dumps(value, ensure_ascii=False)
