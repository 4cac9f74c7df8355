"""Takes received texts in as sources, each with an editorial file; all or nothing for each text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import editorial as editorial_stage
from ..model import Editorial, Source
from ..pipeline import ROOT, Options
from ..problems import Problems, shown
from ..progress import Progress
from ..read import SUMS, read
from .comparing import Known, Match, proposed_event
from .fetch import Rules
from .inputs import Incoming, incoming
from .recognise import Recognised, new_id, recognise
from .template import editorial_file
from .writing import with_sum, write_all


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an editor requests besides the texts.

    `id` is the requested id of a single text; `as_new` adds a text that is nearly identical to
    another; `today` is the date recorded for a fetched page; `rules` limit what may be fetched.
    """

    id: str | None = None
    as_new: bool = False
    today: str | None = None
    rules: Rules | None = None


@dataclass(frozen=True, slots=True)
class _AddedSource:
    id: str
    editorial: Path
    unsure: int


def take_in(
    arguments: Sequence[str | Path],
    options: Options,
    problems: Problems,
    progress: Progress,
    wishes: Wishes | None = None,
) -> None:
    """Copies each text to the seeds, lists its checksum, and writes an editorial file with what was
    recognised.

    A text that cannot be read, whose name is taken, or that already exists is skipped and reported;
    the others are taken in.
    """
    wishes = wishes or Wishes()
    editorial = editorial_stage.load(options.editorial, problems)
    if problems.errors:
        return
    texts = incoming(arguments, problems, progress, wishes.rules)
    if wishes.id and len(texts) > 1:
        problems.error(
            "one-id", texts[1].origin, f"--id {wishes.id} is for one text, and several are given",
            "add them one by one, or omit --id",
        )  # fmt: skip
        return
    taking = _Taking(options, editorial, wishes, progress)
    for text in texts:
        taking.take(text, problems)
    taking.say_what_next()


class _Taking:
    """One run of the command: the sources before it, and those it has added."""

    def __init__(
        self, options: Options, editorial: Editorial, wishes: Wishes, progress: Progress
    ) -> None:
        self._options = options
        self._editorial = editorial
        self._wishes = wishes
        self._progress = progress
        self._taken: list[_AddedSource] = []
        self._known = Known(_sources(options, editorial), editorial)

    def take(self, text: Incoming, problems: Problems) -> None:
        """Takes in one text, or reports why it cannot."""
        seeds = self._options.seeds
        existing = {path.name for path in seeds.iterdir()} if seeds.is_dir() else set()
        is_in_seeds = text.path is not None and text.path.resolve().parent == seeds.resolve()
        if self._wishes.id and is_in_seeds:
            problems.error(
                "has-id", text.origin, "is already a source; its id is its file's name",
                "omit --id",
            )  # fmt: skip
            return
        requested = f"{self._wishes.id}_{text.name}" if self._wishes.id else text.name
        if requested in existing and not is_in_seeds:
            problems.error(
                "taken", shown(seeds / requested), "already exists",
                "give the new file another name, or set a free id with --id; to add a later "
                "edition of a source, use --replaces",
            )  # fmt: skip
            return
        named = new_id(text, self._wishes.id, existing, problems)
        recognised = recognise(text, named[1], self._editorial, problems) if named else None
        if named is None or recognised is None:
            return
        matches = self._known.matches(recognised.witness)
        if self._refused(text, matches, problems):
            return
        self._write(text, named[0], recognised, matches, problems)

    def _refused(self, text: Incoming, matches: list[Match], problems: Problems) -> bool:
        closest = matches[0] if matches else None
        if closest is None:
            return False
        source = closest.witness.source
        if closest.relation == "duplicate":
            problems.error(
                "duplicate", text.origin, f"has the same words as source {source.id} "
                f"({source.file})", "nothing needs to be done: that source exists",
            )  # fmt: skip
            return True
        if closest.relation == "edition" and not self._wishes.as_new:
            problems.error(
                "edition", text.origin,
                f"shares {closest.share:.0%} of its words with source {source.id} ({source.file}): "
                "it seems to be an edition of it",
                f"type: build_site.py new --replaces {source.id} {text.origin}; or, if it is "
                "another text, add --as-new",
            )  # fmt: skip
            return True
        return False

    def _write(
        self,
        text: Incoming,
        name: str,
        recognised: Recognised,
        matches: list[Match],
        problems: Problems,
    ) -> None:
        id_ = recognised.witness.source.id
        target = self._options.seeds / name
        path = self._options.editorial / "sources" / f"{id_}.yml"
        sums = self._options.seeds / SUMS
        facts, event = self._settled(text, matches)
        try:
            files: dict[Path, bytes | None] = {}
            if not target.exists():
                files[target] = text.data
            sums_text = sums.read_text("utf-8") if sums.is_file() else ""
            if f"  {name}\n" not in f"{sums_text}\n":
                sha256 = hashlib.sha256(text.data).hexdigest()
                files[sums] = with_sum(sums_text, name, sha256).encode()
            if not path.exists():
                files[path] = editorial_file(recognised.witness, path, facts, event).encode()
            write_all(files)
        except (OSError, UnicodeDecodeError) as error:
            problems.unwritable(error, sums)
            return
        self._known.add(recognised.witness)
        self._taken.append(_AddedSource(id_, path, recognised.unsure))
        self._progress.say(f"Added as source {id_}: {shown(target)}")
        self._progress.say(f"Recognised facts, for you to check: {shown(path)}")
        self._say_event(id_, matches)

    def _settled(
        self, text: Incoming, matches: list[Match]
    ) -> tuple[dict[str, str | Sequence[str]], str | None]:
        """The keys to set from the start in the editorial file, and a proposed event."""
        facts: dict[str, str | Sequence[str]] = {}
        if text.url:
            facts["url"] = text.url
            if self._wishes.today:
                facts["retrieved"] = self._wishes.today
        if text.encoding:
            facts["encoding"] = text.encoding
        editions = [match.witness.source.id for match in matches if match.relation == "edition"]
        if editions:
            facts["distinct_from"] = editions
        same_event = next((match for match in matches if match.relation == "same-event"), None)
        if same_event is None:
            return facts, None
        event = proposed_event(same_event, self._editorial.sources)
        if same_event.witness.settings.event:
            # If one text names its event, the other must name the same event to belong to it.
            facts["event"] = event
            return facts, None
        return facts, event

    def _say_event(self, id_: str, matches: list[Match]) -> None:
        same_event = next((match for match in matches if match.relation == "same-event"), None)
        if same_event is None:
            return
        other = same_event.witness
        word = proposed_event(same_event, self._editorial.sources)
        how = (
            f"`event: {word}` is written in its file, as in that of source {other.source.id}"
            if other.settings.event
            else f"`event: {word}` is proposed in its file; write it there and in "
            f"sources/{other.source.id}.yml to settle it"
        )
        self._progress.say(
            f"Source {id_} seems to be about the event of source {other.source.id} "
            f"({other.source.file}): {how}."
        )

    def say_what_next(self) -> None:
        """Prints the files to review, what is uncertain in each, and the next commands to type."""
        if not self._taken:
            return
        files = [f"{shown(source.editorial)} ({_unsure(source.unsure)})" for source in self._taken]
        is_default = self._options.seeds.resolve() == ROOT / "seeds"
        seeds, editorial = shown(self._options.seeds), shown(self._options.editorial)
        options = "" if is_default else f" --seeds {seeds} --editorial {editorial}"
        commands = [
            f"`make {name}`" if is_default else f"`build_site.py {name}{options}`"
            for name in ("check", "serve")
        ]
        self._progress.say(f"Next: look at {', '.join(files)}, then {', then '.join(commands)}.")


def _sources(options: Options, editorial: Editorial) -> Sequence[Source]:
    """The existing sources; their problems are left to builds to report."""
    if not options.seeds.is_dir():
        return ()
    encodings = {id_: s.encoding for id_, s in editorial.sources.items() if s.encoding}
    return read(options.seeds, Problems(), encodings)


def _unsure(number: int) -> str:
    if number == 0:
        return "nothing is unsure"
    return "1 thing is unsure" if number == 1 else f"{number} things are unsure"
