"""Test the names given to texts, in a hand-made briefing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.attribution import attributions_of
from briefings.model import Briefing, Settings, Source, SourceKind, Witness

DAY = "2021-05-04"


def _text(id_: str, kind: SourceKind, settings: Settings | None = None, **found: str) -> Witness:
    source = Source(id_, f"{id_}.txt", f"seeds/{id_}.txt", "ab" * 32, (), "text")
    return replace(Witness(source, settings or Settings(), kind), **found)  # type: ignore[arg-type]


def _briefing(*texts: Witness, date: str | None = DAY) -> Briefing:
    return Briefing(
        "fish", "On fish", False, date, time=None, place=None, host=None, series=None, number=None,
        witnesses=texts, participants=(), exchanges=(),
    )  # fmt: skip


def _names(*texts: Witness, date: str | None = DAY) -> list[str]:
    return [one.name for one in attributions_of(_briefing(*texts, date=date)).values()]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (_text("1", "article", publisher="The Paper", published="2021-05-06"),
         "The Paper, 6 May 2021"),
        (_text("1", "article", publisher="The Paper"), "The Paper, 4 May 2021"),
        # A day whose year is not given is not the day by which people know it.
        (_text("1", "article", publisher="The Paper", published="--05-06"),
         "The Paper, 4 May 2021"),
        (_text("1", "article", Settings(publisher="The Paper")), "The Paper, 4 May 2021"),
        (_text("1", "article", host="Ministry of Fish"), "Article, 4 May 2021"),
        (_text("1", "transcript", host="Ministry of Fish"),
         "Transcript, Ministry of Fish, 4 May 2021"),
        (_text("1", "transcript", host="Ministry of Fish", publisher="Fish Online"),
         "Transcript, Fish Online, 4 May 2021"),
        (_text("1", "partial-transcript"), "Partial transcript, 4 May 2021"),
        (_text("1", "transcript", Settings(name="Transcript, MoF"), host="Ministry of Fish"),
         "Transcript, MoF"),
    ],
)  # fmt: skip
def test_a_text_is_called_by_who_published_it_and_when(text: Witness, name: str) -> None:
    assert _names(text) == [name]


def test_a_text_of_no_known_day_is_called_without_one() -> None:
    assert _names(_text("1", "transcript", host="Ministry of Fish"), date=None) == [
        "Transcript, Ministry of Fish"
    ]


def test_texts_of_one_briefing_never_share_a_name() -> None:
    first, second = (
        _text(id_, "article", publisher="The Paper", published="2021-05-06") for id_ in "12"
    )
    texts = attributions_of(_briefing(first, second))
    assert [one.name for one in texts.values()] == [
        "The Paper, 6 May 2021 (1st text)",
        "The Paper, 6 May 2021 (2nd text)",
    ]
    assert [one.short for one in texts.values()] == [one.name for one in texts.values()]


def test_the_first_text_is_primary_and_machine_made_words_are_known_as_such() -> None:
    texts = attributions_of(
        _briefing(
            _text("1", "transcript", Settings(quality="official-translation")),
            _text("2", "article", Settings(quality="rewritten"), publisher="The Paper"),
            _text("3", "article", Settings(quality="machine-translated")),
            _text("4", "partial-transcript"),
        )
    )
    assert [(id_, one.primary, one.by_machine, one.short) for id_, one in texts.items()] == [
        ("1", True, False, "the transcript"),
        ("2", False, True, "The Paper"),
        ("3", False, True, "the article"),
        ("4", False, False, "the partial transcript"),
    ]
