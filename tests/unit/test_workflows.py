"""Check the GitHub workflows: pinned actions, least permissions, no script injection."""

from __future__ import annotations

import importlib.resources
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from ruamel.yaml import YAML

from briefings.model import NoteKind
from briefings.suggestions.form import LIMITS, OPTIONAL

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*-*.yml"))
SCRIPTS = sorted((GITHUB / "scripts").iterdir())
PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
# All that any job may write.
WRITES = {
    ("codeql", "analyze"): {"security-events"},
    ("note", "propose"): {"contents", "issues", "pull-requests"},
    ("pages", "deploy"): {"id-token", "pages"},
    ("pages", "record"): {"contents"},
    ("release", "publish"): {"attestations", "contents", "id-token"},
    ("scorecard", "analysis"): {"id-token", "security-events"},
}


def _yaml(path: Path) -> dict[str, Any]:
    # YAML 1.2, so that the key `on` stays a word.
    loaded: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    return loaded


def _jobs() -> list[tuple[str, str, dict[str, Any]]]:
    return [(path.stem, id_, job) for path in WORKFLOWS for id_, job in _yaml(path)["jobs"].items()]


def test_every_action_is_pinned_to_a_commit_and_names_its_version() -> None:
    uses = [
        line.split("uses:")[1].strip()
        for path in WORKFLOWS
        for line in path.read_text("utf-8").splitlines()
        if "uses:" in line
    ]
    assert len(uses) > 20
    assert [one for one in uses if not PINNED.fullmatch(one)] == []
    versions: dict[str, set[str]] = {}
    for one in uses:
        action, _, rest = one.partition("@")
        versions.setdefault("/".join(action.split("/")[:2]), set()).add(rest)
    assert {action for action, several in versions.items() if len(several) > 1} == set()


def test_a_workflow_may_nothing_and_a_job_what_it_needs() -> None:
    assert [path.name for path in WORKFLOWS if _yaml(path)["permissions"] != {}] == []
    writes = {
        (workflow, id_): {scope for scope, what in job["permissions"].items() if what == "write"}
        for workflow, id_, job in _jobs()
    }
    assert {job: scopes for job, scopes in writes.items() if scopes} == WRITES
    assert {
        what for _, _, job in _jobs() for what in job["permissions"].values()
    } == {"read", "write"}  # fmt: skip


def test_every_job_ends_and_keeps_no_credentials() -> None:
    assert [(workflow, id_) for workflow, id_, job in _jobs() if "timeout-minutes" not in job] == []
    checkouts = [
        step for _, _, job in _jobs() for step in job["steps"]
        if step.get("uses", "").startswith("actions/checkout@")
    ]  # fmt: skip
    assert len(checkouts) > 8
    assert [one for one in checkouts if one["with"].get("persist-credentials") is not False] == []


def test_nothing_that_anybody_can_write_enters_a_command() -> None:
    """Values reach a shell through its environment; only the secrets that GitHub gives are used."""
    commands = [step["run"] for _, _, job in _jobs() for step in job["steps"] if "run" in step]
    assert [one for one in commands if "${{" in one] == []
    for path in WORKFLOWS:
        text = path.read_text("utf-8")
        assert "secrets." not in text
        assert not re.search(r"\bpull_request_target\b|\bworkflow_run\b", text)
        assert not re.search(r"github\.event\.(?:issue|pull_request)\.(?!number\b)", text)


def test_nothing_kept_from_another_run_reaches_what_is_published() -> None:
    for workflow, _, job in _jobs():
        if workflow in ("pages", "release", "note"):
            for step in job["steps"]:
                assert not step.get("uses", "").startswith("actions/cache")
                assert "cache" not in step.get("with", {})


def test_content_is_checked_and_published_without_the_tests_of_the_code() -> None:
    checks, publishes = (_yaml(GITHUB / "workflows" / f"{name}.yml") for name in ("ci", "pages"))

    def runs(job: dict[str, Any]) -> list[str]:
        return [step["run"] for step in job["steps"] if "run" in step]

    assert runs(checks["jobs"]["content"]) == ["make check", "make site", "make verify"]
    assert runs(publishes["jobs"]["build"]) == [
        "make check", ".github/scripts/install-pango", "make .venv/.release",
        "make site ARGS=--pdf", "make verify",
    ]  # fmt: skip
    assert "if" not in checks["jobs"]["content"]
    assert runs(checks["jobs"]["code"]) == [".ci/run"]
    assert checks["jobs"]["code"]["if"] == "needs.changes.outputs.code == 'true'"
    assert checks["jobs"]["passed"]["needs"] == ["content", "changes", "code"]
    assert checks["jobs"]["passed"]["if"] == "always()"
    assert publishes["jobs"]["deploy"]["needs"] == "build"
    assert publishes["jobs"]["record"]["needs"] == "deploy"


def test_zizmor_finds_nothing() -> None:
    zizmor = Path(sys.executable).parent / "zizmor"
    done = subprocess.run(
        [str(zizmor), "--offline", "--persona=auditor", "--no-progress", str(GITHUB)],
        env={**os.environ, "NO_COLOR": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_what_github_reads_keeps_to_its_schema(schema: str, files: list[Path]) -> None:
    """The schemas come with check-jsonschema; nothing is fetched."""
    vendor = importlib.resources.files("check_jsonschema") / "builtin_schemas" / "vendor"
    shape = json.loads((vendor / f"{schema}.json").read_text("utf-8"))
    validator = jsonschema.validators.validator_for(shape)(shape)
    assert files
    told = [f"{path}: {error.message}" for path in files for error in
            validator.iter_errors(_yaml(path))]  # fmt: skip
    assert told == []


def test_the_fields_of_a_form_can_be_filled_in_by_a_link() -> None:
    for path in FORMS:
        fields = [one for one in _yaml(path)["body"] if one["type"] != "markdown"]
        ids = [one["id"] for one in fields]
        assert len(set(ids)) == len(ids)
        assert {"passage", "quote"} <= set(ids)


def test_no_form_sets_the_label_by_which_an_editor_takes_a_suggestion() -> None:
    assert [path.name for path in FORMS if "note" in _yaml(path).get("labels", [])] == []


def test_the_command_reads_the_fields_of_the_form() -> None:
    fields = {
        one["attributes"]["label"]: one
        for one in _yaml(GITHUB / "ISSUE_TEMPLATE" / "suggest-a-note.yml")["body"]
        if one["type"] != "markdown"
    }
    assert list(fields) == list(LIMITS)
    asked = {label for label, one in fields.items() if not one["validations"]["required"]}
    assert asked <= OPTIONAL
    assert tuple(fields["Kind"]["attributes"]["options"]) == get_args(NoteKind)


def test_dependabot_keeps_every_kind_of_pins_new() -> None:
    updates = _yaml(GITHUB / "dependabot.yml")["updates"]
    assert {(one["package-ecosystem"], one["directory"]) for one in updates} == {
        ("github-actions", "/"), ("npm", "/"), ("pip", "/requirements"),
    }  # fmt: skip


def test_whoever_owns_code_owns_what_is_there() -> None:
    rules = [
        line.split() for line in (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]  # fmt: skip
    assert [path for path, *owners in rules if not owners] == []
    assert [path for path, *_ in rules if not (ROOT / path.strip("/")).exists()] == []


def test_every_script_is_used_and_can_be_run() -> None:
    used = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    assert [path.name for path in SCRIPTS if f".github/scripts/{path.name}" not in used] == []
    assert [path.name for path in SCRIPTS if not os.access(path, os.X_OK)] == []
    for path in SCRIPTS:
        assert path.read_text("utf-8").startswith("#!/usr/bin/env bash\n")
        assert "\nset -euo pipefail\n" in path.read_text("utf-8")
