"""Test reading `editorial/`: every mistake is reported at its place, every value is returned."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefings.editorial import known_sources, load
from briefings.editorial.document import read
from briefings.editorial.json_schemas import FOLDER, json_schemas
from briefings.intake import take_in
from briefings.model import (
    Change,
    Editorial,
    LabelRuling,
    OutletEntry,
    PersonEntry,
    Rendering,
    Settings,
    TopicEntry,
    Where,
)
from briefings.pipeline import Options
from briefings.problems import Problems
from briefings.progress import Progress
from tests.command import FIVE

CASES = sorted(path.parent for path in Path(__file__).parents[1].glob("cases/editorial/*/*.txt"))


@pytest.mark.parametrize("folder", CASES, ids=[one.name for one in CASES])
def test_every_mistake_is_told_in_one_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    problems = Problems()
    load(Path("editorial"), problems)
    assert [str(problem) for problem in problems] == (
        (folder / "expected.txt").read_text("utf-8").splitlines()
    )


def test_there_are_cases() -> None:
    assert len(CASES) >= 10


def _load(folder: Path, **files: str) -> tuple[Editorial, Problems]:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    problems = Problems()
    return load(folder, problems), problems


def test_nothing_written_is_fine(tmp_path: Path) -> None:
    problems = Problems()
    assert load(tmp_path / "none", problems) == Editorial()
    assert load(tmp_path, problems) == Editorial()
    assert not list(problems)


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "editorial").write_text("x")
    problems = Problems()
    load(tmp_path / "editorial", problems)
    assert [problem.rule for problem in problems] == ["not-a-folder"]


def test_a_file_that_is_not_utf_8_is_told_with_its_first_bad_byte(tmp_path: Path) -> None:
    (tmp_path / "people.yml").write_bytes(b"ann:\n  name: Ann\xe9\n")
    (tmp_path / "outlets.yml").write_bytes(b"a:\n  name: A\x07\n")
    (tmp_path / "topics.yml").mkdir()
    problems = Problems()
    load(tmp_path, problems)
    assert [(Path(p.path).name, p.line, p.column, p.rule) for p in problems] == [
        ("outlets.yml", 2, 10, "broken-yaml"),
        ("people.yml", 2, 12, "not-utf-8"),
        ("topics.yml", 0, 0, "file-unreadable"),
    ]


def test_settings_are_handed_on(tmp_path: Path) -> None:
    editorial, problems = _load(
        tmp_path,
        sources__000=(
            "kind: transcript\nquality: agency-report\nquality_basis: its byline\n"
            "title: A title\ndate: --01-10\ndate_basis: no year\ntime: 10 a.m.\nplace: Beijing\n"
            "host: A ministry\npublisher: A paper\npublished: 2023-01-11\n"
            "url: https://example.org/a\narchived: https://example.org/b\nrights: theirs\n"
            "event: harbour\nprimary: no\nslug: harbour\n"
            "labels:\n  - {line: 4, label: yes, speaker: Ann, kind: chair}\n"
            "  - {line: 9, label: false}\n"
            "roles:\n  - {line: 2, role: notice}\n"
        ),
    )
    assert not list(problems)
    path = (tmp_path / "sources" / "000.yml").as_posix()
    assert editorial.sources == {
        "000": Settings(
            kind="transcript",
            quality="agency-report",
            quality_basis="its byline",
            title="A title",
            date="--01-10",
            date_basis="no year",
            time="10 a.m.",
            location="Beijing",
            host="A ministry",
            publisher="A paper",
            published="2023-01-11",
            url="https://example.org/a",
            archived="https://example.org/b",
            rights="theirs",
            event="harbour",
            primary=False,
            slug="harbour",
            labels=(
                LabelRuling(4, True, "Ann", "chair", Where(path, 19, 5)),
                LabelRuling(9, False, None, None, Where(path, 20, 5)),
            ),
            roles=((2, "notice"),),
            where=Where(path, 1, 1),
            role_wheres=(Where(path, 22, 5),),
        )
    }


def test_people_outlets_topics_changes_and_redirects_are_handed_on(tmp_path: Path) -> None:
    editorial, problems = _load(
        tmp_path,
        people="ann: {name: Ann, aliases: [A.], note: A remark.}\n",
        outlets="gazette: {name: Gazette}\n",
        topics=(
            "fish:\n  title: Fish\n  description: On fish.\n  words: [net]\n"
            "  passages:\n    - 000:12\n    - 2018-10-26-t16-t1p2\n"
        ),
        changes="- {date: 2022-01-02, text: First., briefing: fish}\n",
        redirects="briefings/a/#t1p1: briefings/a/#t2p1\n",
        search="- words: [net, seine]\n",
    )
    assert not list(problems)
    people, outlets, search = (
        Where((tmp_path / f"{name}.yml").as_posix(), 1, column)
        for name, column in (("people", 1), ("outlets", 1), ("search", 3))
    )
    alias = Where(people.path, 1, 28)
    topics = (tmp_path / "topics.yml").as_posix()
    changes = (tmp_path / "changes.yml").as_posix()
    assert editorial == Editorial(
        people=(PersonEntry("ann", "Ann", ("A.",), "A remark.", wheres=(people, alias)),),
        outlets=(OutletEntry("gazette", "Gazette", wheres=(outlets,)),),
        topics=(
            TopicEntry(
                "fish",
                "Fish",
                "On fish.",
                ("net",),
                ("000:12", "2018-10-26-t16-t1p2"),
                (Where(topics, 6, 7), Where(topics, 7, 7)),
                where=Where(topics, 1, 1),
                word_wheres=(Where(topics, 4, 11),),
            ),
        ),
        changes=(Change("2022-01-02", "First.", "fish", Where(changes, 1, 3)),),
        redirects=(("briefings/a/#t1p1", "briefings/a/#t2p1"),),
        redirect_wheres=(Where((tmp_path / "redirects.yml").as_posix(), 1, 1),),
        same=(("net", "seine"),),
        same_wheres=(search,),
    )


def test_the_glossary_is_handed_on_with_the_preferred_wording_first(tmp_path: Path) -> None:
    editorial, problems = _load(
        tmp_path,
        glossary=(
            "net-ban:\n  term: net ban\n  kind: law\n  case: exact\n  definition: |\n    No nets.\n"
            "  basis: its title\n  renderings:\n    - ban on nets\n"
            "    - {text: No Net, sources: ['003'], case: any}\n  not: [net bank]\n"
        ),
    )
    path = (tmp_path / "glossary.yml").as_posix()
    (term,) = editorial.glossary
    assert [problem.rule for problem in problems] == []
    assert (term.definition, term.wrong, term.where) == (
        "No nets.",
        ("net bank",),
        Where(path, 1, 1),
    )
    assert term.renderings == (
        Rendering("net ban", Where(path, 2, 9), (), "exact"),
        Rendering("ban on nets", Where(path, 9, 7), (), "exact"),
        Rendering("No Net", Where(path, 10, 7), ("003",), "any"),
    )


def test_a_source_that_is_not_there_is_told_once_with_all_that_refers_to_it(
    tmp_path: Path,
) -> None:
    editorial, problems = _load(
        tmp_path,
        sources__00o="kind: article\n",
        glossary=(
            "net-ban:\n  term: net ban\n  kind: law\n  definition: No nets.\n  basis: its title\n"
            "  quotations:\n    - {passage: '007:12', quote: no net}\n"
            "  renderings:\n    - {text: no net, sources: ['000', '007']}\n"
        ),
        editors="ann: {name: Ann}\n",
        notes__fish=(
            "first: {passage: '000:5', quote: a, kind: context, text: 'See [it](007:3).',\n"
            "  basis: b, see: ['007-s1p2'], author: ann, date: 2022-01-01}\n"
            "second: {passage: '007:5', quote: a, kind: context, text: t, basis: b,\n"
            "  author: ann, date: 2022-01-01}\n"
            "third: {passage: '007:6', quote: a, also: [{passage: '001:7', quote: c}],\n"
            "  kind: context, text: t, basis: b, author: ann, date: 2022-01-01}\n"
        ),
        topics="fish: {title: Fish, description: On fish., passages: ['007:4', '001:4']}\n",
    )
    assert not list(problems)
    kept = known_sources(editorial, ["000", "001"], problems, ())
    folder = tmp_path.as_posix()
    assert [(Path(p.path).name, p.line, p.column, p.message) for p in problems] == [
        (
            "glossary.yml", 9, 7,
            f"there is no source '007': 7 places refer to it, in {folder}/glossary.yml (2), "
            f"{folder}/notes/fish.yml (4), {folder}/topics.yml (1)",
        ),
        ("00o.yml", 0, 0, f"there is no source '00o': 1 place refers to it, in "
                          f"{folder}/sources/00o.yml (1)"),
    ]  # fmt: skip
    assert kept.sources == {}
    assert [(note.id, note.text, note.see) for note in kept.notes] == [
        ("first", "See it.", ()),
        ("third", "t", ()),
    ]
    assert [one.passage for one in kept.notes[1].quotations] == ["001:7"]
    assert [topic.passages for topic in kept.topics] == [("001:4",)]
    (term,) = kept.glossary
    assert term.quotations == ()
    assert [one.sources for one in term.renderings] == [(), ("000",)]


def test_a_file_that_could_not_be_read_is_not_told_a_second_time(tmp_path: Path) -> None:
    editorial, problems = _load(tmp_path, sources__000="kind: article\n")
    assert known_sources(editorial, [], problems, unread=["000"]).sources == {}
    assert not list(problems)


@given(st.text() | st.text(alphabet="a:-[]{}#&*!|>'\"\n \t,?%@0", max_size=60))
@example("a: " + "9" * 5000)
@example("[" * 900)
@example("a: " + "{b: " * 300)
@example("&a [*a]")
@example("? [a, b]\n: c\n")
@example("a: 0x\n")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_stops_the_reading(tmp_path: Path, text: str) -> None:
    """Whatever a file contains, it is read or its problems are reported; nothing is raised."""
    for name in ("people", "glossary", "changes", "redirects"):
        (tmp_path / f"{name}.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
    load(tmp_path, Problems())


def test_the_committed_json_schemas_are_current() -> None:
    kept = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.json")}
    assert kept == json_schemas(), "run: python -m briefings.editorial.json_schemas"


def _schema_of(path: Path) -> str:
    folder = {"sources": "source", "notes": "notes"}
    return f"{folder.get(path.parent.name, path.stem)}.json"


OURS = sorted((FIVE / "editorial").rglob("*.yml"))


@pytest.mark.parametrize("path", OURS, ids=[path.stem for path in OURS])
def test_our_own_files_keep_to_their_json_schemas(path: Path) -> None:
    """A language server would report no errors in these files."""
    schema = json.loads((FOLDER / _schema_of(path)).read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    assert _faults(path, schema) == []


def _faults(path: Path, schema: dict[str, Any]) -> list[Any]:
    document = read(path, Problems())
    data = document.data if document else None
    return list(jsonschema.Draft7Validator(schema).iter_errors(data))


@pytest.mark.parametrize("path", OURS, ids=[path.stem for path in OURS])
def test_the_first_line_names_the_schema_for_an_editor_s_program(path: Path) -> None:
    depth = len(path.relative_to(FIVE / "editorial").parts) - 1
    first = path.read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={'../' * depth}schemas/{_schema_of(path)}"


def test_what_new_writes_keeps_to_its_schema_which_its_first_line_finds(tmp_path: Path) -> None:
    file = tmp_path / "7_nets.txt"
    file.write_text("Nets\n\nThe nets were mended in spring, said the fishermen.\n", "utf-8")
    folder = tmp_path / "editorial"
    options = Options(tmp_path / "seeds", folder, tmp_path / "site")
    problems = Problems()
    take_in([file], options, problems, Progress(quiet=True))
    assert not problems.errors
    written = folder / "sources" / "7.yml"
    first, *rest = written.read_text("utf-8").splitlines()
    schema = (written.parent / first.partition("$schema=")[2]).resolve()
    assert schema == (FOLDER / "source.json").resolve()
    faults = _faults(written, json.loads(schema.read_text("utf-8")))
    assert faults == []
    written.write_text("\n".join(line.removeprefix("#") for line in rest), "utf-8")
    assert _faults(written, json.loads(schema.read_text("utf-8"))) == []


def test_json_schemas_refuse_what_the_loading_refuses() -> None:
    schema = json.loads((FOLDER / "glossary.json").read_text("utf-8"))
    good = {"net": {"term": "net", "kind": "measure", "renderings": ["nets", {"text": "seine"}]}}
    bad = [
        {"net": {"term": "net", "kind": "mesure"}},
        {"net": {"term": "net", "kind": "measure", "renderings": [{"txt": "seine"}]}},
        {"net": {"term": 1, "kind": "measure"}},
        {"A Net": {"term": "net", "kind": "measure"}},
        [],
    ]
    validator = jsonschema.Draft7Validator(schema)
    assert validator.is_valid(good)
    assert [validator.is_valid(one) for one in bad] == [False] * len(bad)


def test_an_address_that_leads_to_nothing_is_an_error(tmp_path: Path) -> None:
    editorial, problems = _load(
        tmp_path, redirects="briefings/a/: ''\nbriefings/b/: briefings/c/\nbriefings/d/:\n"
    )
    assert editorial.redirects == (("briefings/b/", "briefings/c/"),)
    assert [(one.rule, one.line) for one in problems.errors] == [
        ("wrong-type", 1),
        ("wrong-type", 3),
    ]
