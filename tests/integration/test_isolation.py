"""A failure in one passage, source or page is reported and does not affect anything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefings import composing, gathering, isolation, pipeline
from briefings.extract import mentions, quotations, terms
from briefings.extract.figures import assemble
from briefings.extract.figures import corpus as figures
from briefings.gathering import tasks
from briefings.isolation import FIGURES, Part, attempt
from briefings.pipeline import listing
from briefings.problems import Problems
from briefings.progress import Progress
from briefings.relate import appearances, reading, relating, spoken, summary
from briefings.relate.announcements import announced
from briefings.relate.compare import differences
from briefings.views import person
from tests.command import snapshot

pytestmark = pytest.mark.internal_error

BAD = "Some 50 officers from 18 countries attended the ceremony in the harbour with Bo Fisher."
TALK = f"""Ministry of Trade holds press conference on boats
Lowtown | 10 a.m. May 4, 2021

Speakers:
Bo Fisher, director general of the Ports Bureau of the Ministry of Trade

Bo Fisher:
The ministry will build 3,000 boats next year, said Mr. Fisher of the Ports Bureau.
{BAD}

Harbour Daily:
How many boats are there in the harbour today? Thank you.

Bo Fisher:
There are 4,000 boats in the harbour of Lowtown today, and no storm has sunk one.
"""
REPORT = f"""Trade ministry counts boats

Lowtown, May 4, 2021 - The trade ministry held a press conference on boats in Lowtown today.

"The ministry will build 3,000 boats next year, said Mr. Fisher," said Bo Fisher, director general.

{BAD}
"""


@pytest.fixture(name="options")
def two_texts(tmp_path: Path) -> pipeline.Options:
    seeds, editorial = tmp_path / "seeds", tmp_path / "editorial"
    (editorial / "sources").mkdir(parents=True)
    seeds.mkdir()
    (seeds / "1_talk.txt").write_text(TALK, "utf-8")
    (seeds / "2_report.txt").write_text(REPORT, "utf-8")
    for name in ("1", "2"):
        (editorial / "sources" / f"{name}.yml").write_text("event: boats\n", "utf-8")
    (editorial / "glossary.yml").write_text(
        "port:\n  term: harbour\n  kind: place\n  definition: A place for boats.\n"
        "  basis: common knowledge\n",
        "utf-8",
    )
    return pipeline.Options(seeds, editorial, tmp_path / "site")


def _failing(real: Callable[..., Any], text: Callable[..., str]) -> Callable[..., Any]:
    def fails(*given: Any, **more: Any) -> Any:
        if BAD[:40] in text(*given, **more):
            raise KeyError("25")
        return real(*given, **more)

    return fails


def _first(text: Any, *_: Any, **__: Any) -> str:
    return str(getattr(text, "text", text))


@pytest.mark.parametrize(
    ("module", "name", "told"),
    [
        (figures, "extract", isolation.FIGURES),
        (mentions, "_full_names", isolation.MENTIONS),
        (quotations, "_speech", isolation.QUOTATIONS),
        (terms, "_fold", isolation.TERMS),
        (reading, "split", isolation.SENTENCES),
        (spoken, "_numbering", isolation.STATEMENTS),
        (announced, "cues", isolation.COMMITMENTS),
        (appearances, "_names", isolation.NAMES),
    ],
    ids=lambda one: getattr(one, "__name__", None) or str(one)[:20],
)
def test_one_passage_is_told_with_its_line_and_words_and_all_others_stay(
    module: Any,
    name: str,
    told: isolation.Task,
    options: pipeline.Options,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = pipeline.gather(options.seeds, options.editorial, Problems())
    monkeypatch.setattr(module, name, _failing(getattr(module, name), _first))
    problems = Problems()
    corpus = pipeline.gather(options.seeds, options.editorial, problems)
    found = [one for one in problems if one.rule == isolation.RULE]
    places = {(Path(one.path).name, one.line) for one in found}
    assert places
    assert places <= {("1_talk.txt", 9), ("2_report.txt", 7)}
    for one in found:
        assert one.severity == "warning"
        assert f"could not {told.doing}; {told.without}: '{BAD[:40]}" in one.message
        assert "KeyError: '25'" in one.message
        assert "report it" in one.hint
    assert _texts(corpus) == _texts(whole)
    others = [one for one in whole.figures if one.sentence != BAD]
    assert [one.stated for one in corpus.figures if one.sentence != BAD] == [
        one.stated for one in others
    ]


def _texts(corpus: Any) -> list[str]:
    return [
        passage.text
        for briefing in corpus.briefings
        for witness in briefing.witnesses
        for passage in witness.passages
    ]


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (relating, "align"),
        (summary, "repetitions"),
        (differences, "_listed"),
        (relating, "families"),
        (relating, "formulas"),
        (relating, "followed"),
        (relating, "commitments"),
        (gathering, "indicators"),
        (gathering, "crosschecks"),
        (gathering, "relate"),
        (gathering, "rule_on"),
    ],
    ids=lambda one: getattr(one, "__name__", None) or one,
)
def test_what_compares_texts_may_fail_and_the_texts_are_there(
    module: Any, name: str, options: pipeline.Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(module, name, fails)
    problems = Problems()
    corpus = pipeline.gather(options.seeds, options.editorial, problems)
    assert BAD in _texts(corpus)
    assert [one for one in problems.warnings if one.rule == isolation.RULE]
    assert not problems.errors


@pytest.mark.parametrize("stage", ["clean", "parse"])
def test_one_source_that_cannot_be_read_leaves_the_others(
    stage: str, options: pipeline.Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = getattr(tasks, stage)

    def fails(one: Any, *more: Any) -> Any:
        source = getattr(one, "source", one)
        if source.id == "2":
            raise RecursionError("maximum recursion depth exceeded")
        return real(one, *more)

    monkeypatch.setattr(tasks, stage, fails)
    problems = Problems()
    corpus = pipeline.gather(options.seeds, options.editorial, problems)
    assert [one.source.id for one in corpus.briefings[0].witnesses] == ["1"]
    (told,) = [one for one in problems.warnings if one.rule == isolation.RULE]
    assert (Path(told.path).name, told.line) == ("2_report.txt", 1)
    assert "the file is left out: 'Trade ministry counts boats'" in told.message


def test_a_plain_build_succeeds_and_a_strict_one_writes_nothing(
    options: pipeline.Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figures, "extract", _failing(assemble.extract, _first))
    strict = pipeline.Options(options.seeds, options.editorial, options.site, strict=True)
    assert not pipeline.build(strict, Problems(), Progress(quiet=True))
    assert not options.site.exists()
    assert pipeline.build(options, Problems(), Progress(quiet=True))
    (text,) = options.site.glob("data/briefings/*.txt")
    assert BAD in " ".join(text.read_text("utf-8").split())


def test_a_page_that_cannot_be_made_says_so(
    options: pipeline.Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("no such speaker")

    monkeypatch.setattr(person, "_page", fails)
    problems = Problems()
    assert pipeline.build(options, problems, Progress(quiet=True))
    told = {one.path for one in problems.warnings if one.rule == isolation.RULE}
    assert told == {"page speakers/bo-fisher/"}
    page = (options.site / "speakers" / "bo-fisher" / "index.html").read_text("utf-8")
    assert "This page could not be made" in page
    assert "Bo Fisher" in page


def _lost(*_: object) -> None:
    raise KeyError("gone")


def test_what_stops_a_build_is_one_line_and_leaves_the_last_site(
    options: pipeline.Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pipeline.build(options, Problems(), Progress(quiet=True))
    before = snapshot(options.site)
    changed = sorted(options.seeds.glob("*.txt"))[0]
    changed.write_text(changed.read_text("utf-8") + "\nThat is all.\n", "utf-8")
    lost = (
        (gathering.briefings, "plan_events"),
        (listing, "pending_pages"),
        (composing, "navigation"),
    )
    for module, stage in lost:
        with monkeypatch.context() as broken:
            broken.setattr(module, stage, _lost)
            problems = Problems()
            assert not pipeline.build(options, problems, Progress(quiet=True))
            (told,) = problems.errors
            assert told.rule == isolation.RULE
            assert "the last good one stays" in told.message
            assert "\n" not in str(told)
    assert snapshot(options.site) == before


def test_without_anybody_to_tell_an_exception_goes_its_way() -> None:
    with pytest.raises(ZeroDivisionError):
        attempt(FIGURES, Part("x.txt"), lambda: 1 // 0, 0, None)


def test_an_exception_that_is_known_goes_its_way() -> None:
    problems = Problems()
    with pytest.raises(ZeroDivisionError):
        attempt(FIGURES, Part("x.txt"), lambda: 1 // 0, 0, problems, known=ArithmeticError)
    assert not len(problems)
