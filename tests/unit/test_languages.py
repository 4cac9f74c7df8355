"""The wall between stages and languages: packs are data, and every stage hands the pack along."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.clean import clean
from briefings.clean.junk import junk_rule
from briefings.editorial import load
from briefings.extract.figures import extract, figures, refused
from briefings.languages import ENGLISH, GERMAN, LANGUAGES, Language, language_of
from briefings.languages.sentences import sentences_of
from briefings.model import Editorial, Settings, Source
from briefings.model.figures import FigureContext
from briefings.parse import parse
from briefings.pipeline import gather
from briefings.problems import Problems
from briefings.read import source_lines
from briefings.relate.announcements.actors import own_names
from briefings.relate.indicators.subjects import content_words
from briefings.relate.sentences import courteous
from briefings.relate.stems import stems
from tests.announcing import announces
from tests.gathered import gathered

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "briefings"
STAGES = [
    path
    for folder in ("clean", "parse", "group", "extract", "relate", "survey")
    for path in sorted((PACKAGE / folder).rglob("*.py"))
]


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield node


def _takes_language() -> dict[tuple[str, str], int | None]:
    """Functions of each stage that take a language with a default: at which place, None where by
    name alone."""
    found: dict[tuple[str, str], int | None] = {}
    for path in STAGES:
        for function in _functions(ast.parse(path.read_text("utf-8"))):
            names = [argument.arg for argument in function.args.args]
            alone = [argument.arg for argument in function.args.kwonlyargs]
            if "language" in alone:
                found[_stage(path), function.name] = None
            elif "language" in names and len(names) - names.index("language") <= len(
                function.args.defaults
            ):
                found[_stage(path), function.name] = names.index("language")
    return found


def _stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def test_every_stage_hands_the_language_along() -> None:
    """Defaults serve examples and tests; a stage that forgot one would read all as English."""
    places = _takes_language()
    assert {name for _, name in places} >= {"extract", "find_dates", "host_of"}
    forgotten = []
    for path in STAGES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            of_a_string = isinstance(node.func, ast.Attribute) and hasattr(str, name)
            if (_stage(path), name) not in places or of_a_string or name in ("__init__", "read"):
                continue
            place = places[_stage(path), name]
            given = any(keyword.arg == "language" for keyword in node.keywords)
            given = given or (place is not None and len(node.args) > place)
            if not given:
                forgotten.append(f"{path.relative_to(ROOT)}:{node.lineno} {name}")
    assert forgotten == []


def test_no_stage_asks_which_language_it_is() -> None:
    asked = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in STAGES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare)
        for part in (node.left, *node.comparators)
        if (isinstance(part, ast.Attribute) and part.attr in ("code", "language"))
        or (isinstance(part, ast.Name) and part.id in ("ENGLISH", "GERMAN"))
    ]
    assert asked == []


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "en"), ("de", "de"), ("DE-at", "de"), ("fr", "en"), ("", "en"), (None, "en")],
)
def test_a_language_that_has_no_pack_is_read_as_english(tag: str | None, code: str) -> None:
    assert language_of(tag).code == code


def test_a_pack_is_one_value_in_every_process() -> None:
    assert pickle.loads(pickle.dumps(GERMAN)) is GERMAN  # noqa: S301 (our own bytes)
    assert LANGUAGES == {"en": ENGLISH, "de": GERMAN}


def test_figures_of_a_german_briefing() -> None:
    folder = ROOT / "tests" / "cases" / "parse" / "german-briefing"
    corpus = gather(folder / "input", folder / "editorial", Problems())
    found = [
        (f.stated.quote, f.stated.value, f.stated.unit, f.stated.comparator, f.stated.role,
         f.stated.direction, f.stated.subject, f.stated.period)
        for f in figures(corpus)
    ]  # fmt: skip
    assert found == [
        ("1.200", 1200, "count", ">", "level", "", "Betriebe gefördert", "2022"),
        ("3,5 Prozent", 3.5, "%", "=", "change", "increase", "Ausgaben", ""),
        ("2,4 Millionen Euro", 2400000, "EUR", "~", "to", "increase", "", ""),
        ("40 Kilometer", 40, "km", "<", "level", "", "", ""),
        ("30 bis 35 Prozent", 30, "%", "~", "level", "", "", ""),
        ("1,5 Prozent", 1.5, "%", "=", "change", "decrease", "", ""),
    ]
    why = [(one.refusal.token, one.refusal.rule) for one in refused(corpus)]
    assert why == [
        ("14. April", "date"), ("2022", "name"), ("12", "law"), ("1. Juni", "date"),
        ("3", "enumerator"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Es kamen 12.345 Menschen.", [("12.345", 12345, "people")]),
        # Neither thousands nor a decimal: nobody can tell.
        ("Es kamen 12.34 Menschen.", []),
        ("Am 3. Mai 2023 kamen 50 Gäste.", [("50", 50, "count")]),
        ("Er sprach über 2030 und Raum 12.", []),
        ("Die Quote liegt bei 7,25 %.", [("7,25 %", 7.25, "%")]),
        ("Zwischen 3 und 5 Tonnen Fisch.", [("Zwischen 3 und 5 Tonnen", 3, "tonnes")]),
        # English numbers in a German text are no German numbers.
        ("The rate was three percent.", []),
    ],
)
def test_german_numbers(text: str, found: list[tuple[str, float, str]]) -> None:
    stated = extract(text, FigureContext("2023-05-03"), GERMAN).figures
    assert [(one.quote, one.value, one.unit) for one in stated] == found


def test_an_english_and_a_german_briefing_in_one_corpus() -> None:
    """The words of one language are nothing in the texts of the other."""
    folder = ROOT / "tests" / "cases" / "differences" / "deich"
    corpus, _ = gathered(folder / "seeds", folder / "editorial")
    languages = [[one.language for one in briefing.witnesses] for briefing in corpus.briefings]
    assert languages == [["de", "de"], ["en"]]
    stated = [
        (one.place.source, one.stated.quote, one.stated.subject, one.stated.period, one.language)
        for one in corpus.figures
        if one.stated.period
    ]
    assert stated == [
        ("1", "1.200", "Pumpen", "2022", "de"),
        ("2", "1.300", "Pumpen", "2022", "de"),
        ("3", "1,400", "pumps mended", "2022", "en"),
        ("3", "two", "locks", "June 2022", "en"),
    ]
    pairs = {(one.a.source, one.a.line, one.b.source, one.b.line) for one in corpus.relations.pairs}
    assert pairs == {("1", 16, "2", 5), ("1", 16, "2", 7), ("1", 16, "2", 9)}
    announced = [one.text for one in corpus.relations.commitments]
    assert announced == ["The office will open two locks in June."]


def test_what_a_pack_lacks_is_not_found() -> None:
    """A pack of nothing but months reads any text, and finds nothing in it."""
    bare = Language(code="xx", calendar=GERMAN.calendar)
    text = "The Paper: Next week we will open 40 ports, up 3 percent on 2022, Mr. Li said."
    assert extract(text, FigureContext("2023-05-03"), bare).figures
    assert announces(text, "2023-05-03", language=bare) is None
    assert own_names([text] * 9, bare) == frozenset()
    assert not courteous("Thank you.", bare)
    assert junk_rule("Home > Press > Remarks and more of it", bare) == "breadcrumb"
    assert junk_rule("All rights reserved", bare) is None
    assert stems("The ports", bare) == ["the", "ports"]
    assert content_words("of ports", bare) == ("of", "ports")


def test_where_german_sentences_end() -> None:
    text = "Am 3. Mai kam Dr. Ek. Er zahlte 2,5 Mio. Euro. „Wir bauen.“ So war es, z. B. hier."
    assert sentences_of(text, GERMAN) == [
        "Am 3. Mai kam Dr. Ek.",
        "Er zahlte 2,5 Mio. Euro.",
        "„Wir bauen.“",
        "So war es, z. B. hier.",
    ]


@pytest.mark.parametrize(
    ("text", "settings", "code"),
    [
        ("Frage: Wann?\n\nAntwort: Morgen.\n", Settings(), "en"),
        ("Frage: Wann?\n\nAntwort: Morgen.\n", Settings(language="de"), "de"),
        ("---\nlang: de\n---\nFrage: Wann?\n\nAntwort: Morgen.\n", Settings(), "de"),
        ("---\nlanguage: de\n---\nFrage: Wann?\n", Settings(language="en"), "en"),
        ('<html lang="de-AT"><body><p>Frage: Wann?</p></body></html>', Settings(), "de"),
        ('<html lang="zh-CN"><body><p>Q: When?</p></body></html>', Settings(), "en"),
    ],
)
def test_who_says_which_language_a_text_is_in(text: str, settings: Settings, code: str) -> None:
    source = Source("a", "a.txt", "a.txt", "0", source_lines(text), "text")
    cleaned = clean(source, Problems())
    witness = parse(cleaned, settings, Editorial(), Problems())
    assert witness.language == code
    labels = [turn.speaker.label for turn in witness.turns]
    assert ("Frage" in labels) == (code == "de")


def test_a_language_without_a_pack_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "000.yml").write_text("kind: article\nlanguage: tlh\n", "utf-8")
    problems = Problems()
    load(tmp_path, problems)
    (problem,) = problems
    assert (problem.line, problem.severity) == (2, "error")
    assert "known languages: de, en" in problem.hint
