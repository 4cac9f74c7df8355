"""The faults that `make mutate` puts into the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Example
from ruamel.yaml import YAML

from tests.command import ROOT
from tests.mutation import operators
from tests.mutation.mutants import OWN, changed_lines, mutants, sample

EXAMPLES = [(name, one) for name in OWN for one in getattr(operators, name).examples()]
CODE = """\
LIMIT = 420
def long(words, names):
    if len(words) > 3 and words not in names:
        return True
    return any(word for word in words if word in names)
"""


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_a_fault_is_what_its_example_says(name: str, example: Example) -> None:
    operator = getattr(operators, name)()
    mutated = mutate_code(example.pre_mutation_code, operator, example.occurrence)
    assert mutated == example.post_mutation_code


def test_a_mutant_changes_one_line() -> None:
    changed = {changed_lines(CODE, one.code(CODE) or "") for one in mutants("long.py", CODE)}
    assert {
        ("LIMIT = 420", "LIMIT = 210"),
        ("if len(words) > 3 and words not in names:", "if words not in names:"),
        ("if len(words) > 3 and words not in names:", "if len(words) > 3 and words in names:"),
        ("return True", "return False"),
    } <= changed


def test_a_sample_keeps_its_mutants_while_code_around_them_changes() -> None:
    before = sample(mutants("long.py", CODE), 8, seed=1)
    after = sample(mutants("long.py", f"FIRST = 'line'\n{CODE}"), 8, seed=1)
    assert [one.key for one in before] == [one.key for one in after]
    assert [one.line + 1 for one in before] == [one.line for one in after]
    assert [one.key for one in sample(mutants("long.py", CODE), 8, seed=2)] != [
        one.key for one in before
    ]


def test_equivalent_mutants_are_of_lines_that_stand_there() -> None:
    entries = YAML(typ="safe").load((ROOT / "tests/mutation/equivalent.yml").read_text("utf-8"))
    for entry in entries:
        assert sorted(entry) == ["new", "old", "path", "why"]
        code = " ".join(Path(ROOT, entry["path"]).read_text("utf-8").split())
        assert " ".join(entry["old"].split()) in code, f"take it out: {entry['old']}"
