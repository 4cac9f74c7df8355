"""Test two texts of one event, and announcements, with whole builds of small texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.model import Corpus
from briefings.pipeline import gather
from briefings.problems import Problems

HEAD = (
    "Harbour Office press conference on cranes\n\nMay 3, 2023\n\nSpeakers:\n\n"
    "Ada Holm, head of the Harbour Office\n\nBo Lind, engineer of the Harbour Office\n\n"
    "Ada Holm:\n\nGood morning to all of you here.\n\n"
)
ASKED = "Net Weekly:\n\nWho paid for the repairs of the quays?\n\nBo Lind:\n\n"
PAID = "The city paid for the repairs of all quays and sheds in the northern basin"
SAID = (
    "In 2022 the Harbour Office repaired 17 of the 40 cranes along the northern quay and sold the "
    "others to the shipyard of Agra Falls."
)


def built(folder: Path, transcript: str, report: str | None = None) -> Corpus:
    (folder / "000_talk.txt").write_text(HEAD + transcript, "utf-8")
    if report is not None:
        (folder / "001_report.txt").write_text(
            "Harbour Office tells of cranes\n\nNet Weekly, May 4, 2023\n\n"
            f"The Harbour Office held a press conference on May 3, 2023.\n\n{report}\n\n"
            f"{PAID}, Bo Lind, engineer of the Harbour Office, said.\n",
            "utf-8",
        )
    return gather(folder, folder / "none", Problems())


@pytest.mark.parametrize(
    ("retold", "kind", "records"),
    [
        (SAID, "identical", []),
        (SAID.replace("17", "27"), "near-identical", [
            ("value", "Source 000 states 17 (cranes repaired), source 001 27 (cranes repaired).")]),
        (SAID.replace("the 40", "more than 40"), "near-identical", [
            ("value", "Source 000 has “40”, source 001 “more than 40”.")]),
        (SAID.replace("repaired", "will repair").replace("sold", "will sell"), "near-identical", [
            ("tense", None)]),
        (SAID.replace("17 of the 40", "17"), "near-identical", [
            ("omission", "Source 000 states 40 (cranes); the sentences of source 001 that tell the "
             "same do not have it.")]),
        ("Ada Holm, head of the Harbour Office, said that i" + SAID[1:], "paraphrase", []),
        ("The fish market was closed because of rain and nobody bought eels.", None, []),
    ],
)  # fmt: skip
def test_what_a_retelling_changes(
    retold: str, kind: str | None, records: list[tuple[str, str | None]], tmp_path: Path
) -> None:
    made = built(tmp_path, f"{SAID}\n\n{ASKED}{PAID}.\n", retold)
    assert len(made.briefings) == 1
    # Line 15 of the transcript is the sentence, line 7 of the report what became of it.
    pairs = [one for one in made.relations.pairs if (one.a.line, one.b.line) == (15, 7)]
    assert [one.kind for one in pairs] == ([kind] if kind else [])
    assert [one.type for one in made.discrepancies] == [type_ for type_, _ in records]
    for record, (_, text) in zip(made.discrepancies, records, strict=True):
        assert text is None or record.text == text
        assert [place.line for place in record.passages] == [15, 7]


ANNOUNCED = [
    "We will build three new harbours by 2025.",
    "We plan to build three new harbours.",
    "We will continue to repair the cranes of the northern quay.",
    "The Harbour Office will open the northern quay next spring.",
    "We are going to open the eastern quay next spring.",
    "They will open the quay next spring.",
]
NOT_ANNOUNCED = [
    "We built three new harbours last year.",
    "The weather will be fine.",
    "Fishermen will build three harbours.",
    "We will answer your questions now.",
    "If the rain stops, we will open the quay.",
    "Next year the number of cranes will rise to 60.",
    "In 2021 we will build three harbours.",
    "We will not tolerate any smuggling at the quays.",
    "The mayor hopes that we will open the quay.",
    f"We will build harbours by 2025 in {', '.join(f'the bay of Agra {n}' for n in range(120))}.",
]


@pytest.mark.parametrize(
    ("said", "announced"),
    [*((one, True) for one in ANNOUNCED), *((one, False) for one in NOT_ANNOUNCED)],
)
def test_what_an_official_announces(said: str, announced: bool, tmp_path: Path) -> None:
    talk = f"{ASKED}{PAID}.\n\n{said}\n\nNet Weekly:\n\nSo we will see. We will go there.\n"
    made = built(tmp_path, talk)
    assert [one.text for one in made.relations.commitments] == ([said] if announced else [])
    for one in made.relations.commitments:
        assert (one.speaker, one.place.line, one.date) == ("bo-lind", 23, "2023-05-03")
