"""Some hundred texts in each run of the tests, the same ones; `FUZZ_MINUTES` asks for others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.database import DirectoryBasedExampleDatabase
from markupsafe import Markup

from briefings import markup, redline
from briefings.languages import ENGLISH
from briefings.model.page import Mark
from briefings.relate.sentences import courteous, split
from briefings.relate.stems import numbers, plain, stems
from tests.announcing import announces

from . import invariants
from .documents import files, texts
from .sentences import SENTENCES

FOUND = Path(__file__).parents[1] / "cases" / "fuzz"
LONG = "FUZZ_MINUTES" in os.environ
# What a long run finds is kept and tried first by the next one.
_DATABASE = DirectoryBasedExampleDatabase(".hypothesis/examples") if LONG else None


def tries(number: int) -> settings:
    """So many examples, always the same ones; many more, and others each time, in a long run."""
    return settings(
        max_examples=number * 10 if LONG else number, derandomize=not LONG, deadline=None,
        database=_DATABASE, suppress_health_check=list(HealthCheck), print_blob=True,
    )  # fmt: skip


@tries(150)
@given(SENTENCES, st.sampled_from([None, "2021-05-04", "--05-04", "2024-02"]))
@example("Some 50 officers aged from 25 to 40 from 18 countries attended.", "2021-05-04")
def test_every_number_of_a_sentence_is_a_figure_or_refused(text: str, date: str | None) -> None:
    with invariants.counted() as work:
        invariants.check_sentence(text, date)
    assert work.calls <= invariants.CALLS + invariants.CALLS_EACH * len(text)


@tries(150)
@given(SENTENCES, SENTENCES)
def test_words_and_sentences_are_spans_of_the_text(text: str, other: str) -> None:
    text, other = (" ".join(one.split()) for one in (text, other))
    spans = split(text, ENGLISH)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(
        " ", ""
    )
    for start, end in spans:
        announces(text[start:end], "2021-05-04")
        courteous(text[start:end], ENGLISH)
        stems(text[start:end], ENGLISH)
        numbers(text[start:end], ENGLISH)
        plain(text[start:end])
    redline.redline(text, other)


@tries(100)
@given(texts(), st.lists(st.tuples(st.integers(-2, 80), st.integers(-2, 80)), max_size=12))
def test_marks_leave_the_text_as_it_is(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [
        Mark(start, end, "x", number=n if n % 3 == 0 else None)
        for n, (start, end) in enumerate(spans)
    ]
    shown = str(markup.marked(text, marks, str))
    kept = Markup(shown).striptags()  # noqa: S704 - it is taken apart, not shown
    assert "".join(kept.split()) == "".join(markup.clean(text).split())


@tries(80)
@given(files())
def test_a_file_is_read_or_refused(file: tuple[str, bytes]) -> None:
    invariants.check_files([file])


@tries(25)
@given(files(), files())
def test_two_texts_of_one_event_are_held_together_and_shown(
    file: tuple[str, bytes], other: tuple[str, bytes]
) -> None:
    invariants.check_files([file, file, other], rendered=True)


@pytest.mark.parametrize("path", sorted(FOUND.glob("*.*")), ids=lambda path: path.stem)
def test_what_was_found_once_stays_mended(path: Path) -> None:
    raw = path.read_bytes()
    invariants.check_files([(path.suffix, raw)], rendered=True)
    invariants.check_files([(path.suffix, raw)] * 2, rendered=True)
