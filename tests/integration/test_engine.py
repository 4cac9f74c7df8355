"""Reuse of earlier results, if they are unchanged and complete."""

from __future__ import annotations

import gc
import multiprocessing
import shutil
from array import array
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from briefings import editorial as editorial_stage
from briefings.engine.executing import FEW, ExecutorError, Workers
from briefings.engine.inputs import Inputs
from briefings.engine.keys import key_of
from briefings.engine.shelf import Chained, Joined, Shelf, Shelved
from briefings.engine.store import MissingError, Store
from briefings.gathering import gather_all, prepare
from briefings.gathering.tasks import ReadTask
from briefings.isolation import RULE
from briefings.model import Corpus, Place
from briefings.problems import Problems
from briefings.progress import Progress
from tests.command import FIVE
from tests.published_data import published_files


def test_a_key_is_of_values_and_not_of_how_they_look() -> None:
    assert key_of("a", "b") == key_of("a", "b")
    assert key_of("a", "b") != key_of("ab")
    assert key_of("a", "b") != key_of("b", "a")
    assert key_of(1) != key_of("1")
    assert key_of(b"1") != key_of(1, b"")
    with pytest.raises(TypeError, match="order"):
        key_of({"a", "b"})


def test_what_was_put_is_got_again_by_another_run(tmp_path: Path) -> None:
    place = Place("slug", "000", "t1p1", 3, 1, 5)
    Store(tmp_path).put("aa11", (place, array("I", [1, 2])))
    assert Store(tmp_path).get("aa11") == (place, array("I", [1, 2]))
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".")]


def test_what_was_never_put_is_missing(tmp_path: Path) -> None:
    for store in (Store(tmp_path), Store()):
        assert not store.is_sound("aa11")
        with pytest.raises(MissingError):
            store.get("aa11")


@pytest.mark.parametrize(
    "damage",
    [
        lambda entry: b"",
        lambda entry: entry[:-1],
        lambda entry: entry[:64],
        lambda entry: entry[:70] + bytes([entry[70] ^ 1]) + entry[71:],
        lambda entry: b"\xff" * 64 + entry[64:],
    ],
)
def test_a_damaged_entry_is_missing(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    Store(tmp_path).put("aa11", "a result that is long enough to be cut in the middle")
    (path,) = (path for path in tmp_path.rglob("*") if path.is_file())
    path.write_bytes(damage(path.read_bytes()))
    store = Store(tmp_path)
    assert not store.is_sound("aa11")
    with pytest.raises(MissingError):
        store.get("aa11")


def test_a_result_is_made_once_and_its_problems_are_told_each_time(tmp_path: Path) -> None:
    calls = []

    def make(problems: Problems) -> str:
        calls.append(1)
        problems.warning("odd", "a.txt", "is odd", "look", 2, 1)
        return "made"

    for _ in range(2):
        problems = Problems()
        assert Store(tmp_path).cached("aa11", make, problems) == "made"
        assert [str(one) for one in problems] == ["a.txt:2:1: warning: is odd (look) [odd]"]
    assert len(calls) == 1


def test_a_result_that_a_mistake_had_part_in_is_made_again(tmp_path: Path) -> None:
    calls = []

    def make(problems: Problems) -> str:
        calls.append(1)
        problems.warning(RULE, "a.txt", "could not", "report it")
        return "half"

    for _ in range(2):
        Store(tmp_path).cached("aa11", make, Problems())
    assert len(calls) == 2


def test_what_some_runs_did_not_ask_for_is_pruned(tmp_path: Path) -> None:
    first = Store(tmp_path)
    first.put("aa11", 1)
    first.put("bb22", 2)
    second = Store(tmp_path)
    assert second.get("aa11") == 1
    second.prune(2)
    assert Store(tmp_path).is_sound("bb22")
    third = Store(tmp_path)
    assert third.get("aa11") == 1
    third.prune(2)
    assert Store(tmp_path).is_sound("aa11")
    assert not Store(tmp_path).is_sound("bb22")


def test_an_entry_that_is_asked_for_again_begins_anew(tmp_path: Path) -> None:
    Store(tmp_path).put("aa11", 1)
    Store(tmp_path).prune(3)
    Store(tmp_path).prune(3)
    again = Store(tmp_path)
    assert again.get("aa11") == 1
    again.prune(3)
    Store(tmp_path).prune(3)
    Store(tmp_path).prune(3)
    assert Store(tmp_path).is_sound("aa11")
    Store(tmp_path).prune(3)
    assert not Store(tmp_path).is_sound("aa11")


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Kept:
    words: tuple[str, ...]


def test_a_shelf_loads_what_is_looked_at_and_drops_what_was_used_longest_ago() -> None:
    loaded: list[str] = []

    def load(key: str) -> Kept:
        loaded.append(key)
        return Kept((key, key.upper()))

    shelf = Shelf(load, kept=2)
    rows = [Shelved(shelf, key, 2, lambda kept: kept.words) for key in "abc"]
    assert [len(row) for row in rows] == [2, 2, 2]
    assert loaded == []
    assert [list(row) for row in rows] == [["a", "A"], ["b", "B"], ["c", "C"]]
    assert rows[2][1] == "C"
    assert loaded == ["a", "b", "c"]
    gc.collect()
    assert rows[1][0] == "b"
    assert loaded == ["a", "b", "c"]
    assert rows[0][-1] == "A"
    assert loaded == ["a", "b", "c", "a"]


def test_a_record_that_somebody_holds_is_the_same_for_everybody() -> None:
    shelf = Shelf(lambda key: Kept((key,)), kept=1)
    held = shelf["a"]
    shelf["b"]
    assert shelf["a"] is held


def test_chained_sequences_are_one() -> None:
    chained = Chained([("a", "b"), (), ("c",), ("d", "e")])
    assert list(chained) == list("abcde")
    assert len(chained) == 5
    assert (chained[0], chained[2], chained[4], chained[-1], chained[-5]) == tuple("aceea")
    assert list(chained[1:4]) == list("bcd")
    for outside in (5, -6):
        with pytest.raises(IndexError):
            chained[outside]


def test_joined_mappings_are_one() -> None:
    joined = Joined({"x": lambda: {1: "a", 2: "b"}, "y": lambda: {1: "c"}})
    assert dict(joined) == {("x", 1): "a", ("x", 2): "b", ("y", 1): "c"}
    assert joined.get(("y", 2)) is None
    assert joined.get(("z", 1)) is None
    assert len(joined) == 3


def double(shared: int, task: int) -> int:
    """The function run by workers in these tests; other processes find it by name."""
    return shared * task


@pytest.mark.parametrize("number", [0, 1, FEW - 1, FEW, FEW + 7])
def test_results_come_in_order_from_this_process_or_others(number: int) -> None:
    with Workers(count=2) as workers:
        assert list(workers.run(double, 10, range(number), number)) == [
            10 * n for n in range(number)
        ]


def test_workers_that_rest_leave_no_process_and_start_again() -> None:
    tens = [10 * n for n in range(FEW)]
    with Workers(count=2) as workers:
        assert list(workers.run(double, 10, range(FEW), FEW)) == tens
        workers.rest()
        assert not multiprocessing.active_children()
        assert list(workers.run(double, 10, range(FEW), FEW)) == tens


def test_tasks_are_drawn_as_they_are_needed() -> None:
    drawn = 0

    def tasks() -> Iterator[int]:
        nonlocal drawn
        for n in range(1000):
            drawn += 1
            yield n

    with Workers(count=2) as workers:
        results = workers.run(double, 1, tasks(), 1000)
        assert next(results) == 0
        assert drawn < 100


def test_what_a_lost_worker_was_doing_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    with Workers(count=2) as workers:
        results = workers.run(double, 1, range(FEW), FEW)
        assert next(results) == 0
        executor = workers._executor
        assert executor is not None

        def broken(*_: object) -> None:
            raise BrokenExecutor

        monkeypatch.setattr(executor, "submit", broken)
        assert list(results) == list(range(1, FEW))


def test_an_executor_that_is_not_there_is_told() -> None:
    with pytest.raises(ExecutorError, match="not the address"), Workers("tcp://somewhere"):
        pass


TWELVE = FIVE.parent / "twelve"


def _corpus(folder: Path, store: Store, workers: Workers | None = None) -> tuple[Corpus, list[str]]:
    problems = Problems()
    gathered = gather_all(
        folder / "seeds", folder / "editorial", problems, Progress(quiet=True),
        store=store, workers=workers,
    )  # fmt: skip
    return gathered.corpus, [str(problem) for problem in problems]


def _published(
    folder: Path, store: Store, workers: Workers | None = None
) -> tuple[dict[str, str], list[str]]:
    corpus, told = _corpus(folder, store, workers)
    return published_files(corpus), told


@pytest.fixture
def twelve(tmp_path: Path) -> Path:
    """Return a writable copy of twelve small texts."""
    shutil.copytree(TWELVE / "texts", tmp_path / "twelve" / "seeds")
    shutil.copytree(TWELVE / "editorial", tmp_path / "twelve" / "editorial")
    return tmp_path / "twelve"


def test_kept_results_give_the_same_corpus_through_every_change(
    twelve: Path, tmp_path: Path
) -> None:
    """After successive edits, results cached for one state never appear in the next."""
    kept, editorial = tmp_path / "kept", twelve / "editorial"
    extra = twelve / "seeds" / "200_later.txt"
    edits: list[Callable[[], object]] = [
        lambda: None,
        lambda: None,
        lambda: next(iter(sorted((editorial / "notes").glob("*.yml")))).unlink(),
        lambda: (editorial / "topics.yml").unlink(),
        lambda: _append(editorial / "sources" / "100.yml", "publisher: Another Paper\n"),
        lambda: _append(
            editorial / "people.yml", "runa-eide:\n  name: Runa B. Eide\n  aliases: [Runa Eide]\n"
        ),
        lambda: extra.write_text(
            "Ministry holds press conference on boats\n\nLowtown | 10 a.m. May 4, 2021\n\n"
            "Li Wei:\n\nWe built 3,400 boats, 12% more than in 2020, says Runa Eide.\n\n"
            "Q: Why?\n\nLi Wei:\n\nThey are needed.\n",
            "utf-8",
        ),
        lambda: extra.write_text(extra.read_text("utf-8").replace("3,400", "3,500"), "utf-8"),
        lambda: (editorial / "glossary.yml").unlink(),
        lambda: extra.unlink(),
        lambda: (twelve / "seeds" / "100_ferries.txt").rename(twelve / "seeds" / "100_sailing.txt"),
    ]
    states = []
    for edit in edits:
        edit()
        anew = _published(twelve, Store())
        assert _published(twelve, Store(kept)) == anew
        states.append(anew)
    changes = [before != after for before, after in pairwise(states)]
    assert changes == [False, *[True] * (len(edits) - 2)]


def _append(path: Path, line: str) -> None:
    text = path.read_text("utf-8") if path.exists() else ""
    path.write_text(text + line, "utf-8")


def test_what_editors_wrote_is_composed_once(
    twelve: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error in an unchanged file is reported again, although the file is not read again."""
    composed: list[str] = []
    compose = editorial_stage.compose

    def counted(name: str, text: str, problems: Problems) -> editorial_stage.Document | None:
        composed.append(Path(name).name)
        return compose(name, text, problems)

    monkeypatch.setattr(editorial_stage, "compose", counted)
    outlets, people = (twelve / "editorial" / name for name in ("outlets.yml", "people.yml"))
    outlets.write_text("daily-net:\n  name: 'Daily Net\n", "utf-8")
    _, told = _corpus(twelve, Store(tmp_path / "kept"))
    assert composed.count("outlets.yml") == 1
    assert [one for one in told if "outlets.yml:" in one and "broken-yaml" in one]
    composed.clear()
    _append(people, "# Nothing else.\n")
    assert _corpus(twelve, Store(tmp_path / "kept"))[1] == told
    assert composed == ["people.yml"]


def test_damaged_results_are_made_anew(twelve: Path, tmp_path: Path) -> None:
    anew = _published(twelve, Store())
    _published(twelve, Store(tmp_path / "kept"))
    entries = sorted(path for path in (tmp_path / "kept").rglob("*") if path.is_file())
    for n, path in enumerate(entries):
        if n % 3 == 0:
            path.write_bytes(path.read_bytes()[:-9])
        elif n % 3 == 1:
            path.unlink()
    assert _published(twelve, Store(tmp_path / "kept")) == anew


def test_other_processes_give_the_same_data(
    twelve: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefings.engine.executing.FEW", 1)
    monkeypatch.setattr(Workers, "rest", lambda _: None)  # to see below that there were others
    with Workers(count=2) as workers:
        published = _published(twelve, Store(tmp_path / "there"), workers)
        assert workers._executor is not None
    assert published == _published(twelve, Store())
    assert published == _published(twelve, Store(tmp_path / "there"))


def test_a_cluster_gives_the_same_data(twelve: Path, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None
    ) as cluster:
        address = cluster.scheduler_address.replace("tcp://", "dask://")
        with Workers(address) as workers:
            published = _published(twelve, Store(tmp_path / "there"), workers)
    assert published == _published(twelve, Store())
    assert published == _published(twelve, Store(tmp_path / "there"))


def _prepared(folder: Path, part: tuple[int, int], store: Store) -> int:
    seeds, editorial = folder / "seeds", folder / "editorial"
    problems, progress = Problems(), Progress(quiet=True)
    with Workers(count=1) as workers:
        return prepare(seeds, editorial, part, problems, progress, store, workers)


def test_what_other_machines_prepared_is_not_read_again(
    twelve: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each machine caches its part; merged into one folder, these equal the cache of one build."""
    anew, merged = _published(twelve, Store()), tmp_path / "merged"
    for number in (1, 2, 3):
        own = tmp_path / f"machine-{number}"
        assert _prepared(twelve, (number, 3), Store(own)) == 4
        shutil.copytree(own, merged, dirs_exist_ok=True)
    read: list[str] = []

    def refuse(_: object, task: ReadTask) -> None:
        read.append(task.file.id)

    monkeypatch.setattr("briefings.gathering.sources.read_text", refuse)
    assert _published(twelve, Store(merged)) == anew
    assert read == []


def test_parts_hold_each_source_once(twelve: Path) -> None:
    counts = [_prepared(twelve, (number, 5), Store()) for number in range(1, 6)]
    assert sorted(counts) == [2, 2, 2, 3, 3]


def test_an_unchanged_build_is_known_by_everything_that_it_is_made_of(
    twelve: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "root"
    for name in ("docs", "templates", "theme"):
        (root / name).mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")

    def inputs() -> Inputs:
        return Inputs(tmp_path / "inputs.json", twelve / "seeds", twelve / "editorial", root, "")

    problems = Problems()
    problems.warning("odd", "a.txt", "is odd", "look")
    assert inputs().told_before() is None
    inputs().remember(problems)
    assert inputs().told_before() == tuple(problems)
    changes: list[Callable[[], object]] = [
        lambda: _append(root / "templates" / "new.md.j2", "x"),
        lambda: _append(root / "mkdocs.yml", "x: 1\n"),
        lambda: _append(twelve / "seeds" / "README", "x"),
        lambda: (twelve / "editorial" / "empty").mkdir(),
        lambda: monkeypatch.setenv("SITE_URL", "https://example.org/"),
        lambda: (tmp_path / "inputs.json").write_text("{", "utf-8"),
    ]
    for change in changes:
        inputs().remember(problems)
        change()
        assert inputs().told_before() is None
