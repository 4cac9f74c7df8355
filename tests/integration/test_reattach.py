"""References to lines are carried over to a later edition; none may point to a wrong line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.intake.pointing import Carried, carried_over
from briefings.intake.reattach import Reattacher
from briefings.intake.yamltext import NotEditableError, YamlText, changed
from briefings.model import Line, Passage, Section, Settings, Source, Witness
from briefings.quoting import quoted_spans
from briefings.revisions import align, revisions

WORDS = """harbour crane quay winter minister people safety report growth of the and in to more than
nine forty percent year office police bureau net knot ferry ship fish law plan work new public
city county river bridge road train school health water""".split()


def witness(paragraphs: list[str]) -> Witness:
    """A text of one paragraph a line, a blank line between."""
    lines = [line for paragraph in paragraphs for line in (paragraph, "")]
    passages = tuple(
        Passage(f"s1p{n + 1}", paragraph, 2 * n + 1, 2 * n + 1)
        for n, paragraph in enumerate(paragraphs)
    )
    return Witness(
        Source("7", "7.txt", "7.txt", "0", tuple(lines), "text"),
        Settings(),
        "article",
        sections=(Section("s1", None, None, passages),),
        lines=tuple(Line(one.line, "passage", one.id) for one in passages),
    )


def carried(
    text: str, before: list[str], after: list[str], *, own: bool = False
) -> tuple[str, Carried]:
    file = YamlText(Path("notes.yml"), text)
    made = carried_over(file, "7", "7.1", Reattacher(witness(before), witness(after)), own)
    return changed(text, made.edits), made


paragraph = st.lists(st.sampled_from(WORDS), min_size=6, max_size=24).map(" ".join)


@st.composite
def editions(draw: st.DrawFn) -> tuple[list[str], list[str], list[tuple[int, str]]]:
    """A text, a later edition of it, and quotations from the first: paragraph and words."""
    before = draw(st.lists(paragraph, min_size=2, max_size=9))
    quotes = []
    for n in draw(st.lists(st.integers(0, len(before) - 1), max_size=6)):
        words = before[n].split()
        start = draw(st.integers(0, len(words) - 3))
        quote = " ".join(words[start : draw(st.integers(start + 2, len(words)))])
        if len(quoted_spans(before[n], quote)) == 1:
            quotes.append((n, quote))
    after = list(before)
    kinds = st.sampled_from(["insert", "delete", "change", "split", "join", "move"])
    for kind in draw(st.lists(kinds, max_size=5)):
        at = draw(st.integers(0, max(0, len(after) - 1)))
        if kind == "insert" or not after:
            after.insert(at, draw(paragraph))
        elif kind == "delete":
            del after[at]
        elif kind == "change":
            words = after[at].split()
            words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(WORDS))
            after[at] = " ".join(words)
        elif kind == "split" and len(after[at].split()) > 3:
            words = after[at].split()
            after[at : at + 1] = [" ".join(words[:3]), " ".join(words[3:])]
        elif kind == "join" and at + 1 < len(after):
            after[at : at + 2] = [f"{after[at]} {after[at + 1]}"]
        elif kind == "move":
            after.insert(draw(st.integers(0, len(after) - 1)), after.pop(at))
    return before, after, quotes


@settings(max_examples=300)
@given(editions())
def test_every_quotation_stands_where_its_reference_leads_or_is_listed(
    texts: tuple[list[str], list[str], list[tuple[int, str]]],
) -> None:
    before, after, quotes = texts
    notes = "".join(
        f"note-{n}:\n  passage: 7:{2 * at + 1}\n  quote: '{quote}'\n"
        for n, (at, quote) in enumerate(quotes)
    )
    text, made = carried(notes, before, after)
    listed = {one.line for one in made.to_judge}
    passages = {one.line: one.text for one in witness(after).passages}
    for n, (_, quote) in enumerate(quotes):
        pointer = text.splitlines()[3 * n + 1].split(": ")[1]
        judged = bool(listed & {3 * n + 2, 3 * n + 3})
        if pointer.startswith("7.1:"):
            assert judged
            continue
        held = passages[int(pointer.removeprefix("7:"))]
        assert judged or len(quoted_spans(held, quote)) == 1
    assert len(YamlText(Path("x"), text).text.splitlines()) == 3 * len(quotes)


@settings(max_examples=200)
@given(editions())
def test_a_basis_names_the_same_words_or_is_listed(
    texts: tuple[list[str], list[str], list[tuple[int, str]]],
) -> None:
    before, after, _ = texts
    entries = "".join(f"note-{n}:\n  basis: '7:{2 * n + 1}'\n" for n in range(len(before)))
    text, made = carried(entries, before, after)
    listed = {one.line for one in made.to_judge}
    passages = {one.line: one.text for one in witness(after).passages}
    for n, was in enumerate(before):
        pointer = text.splitlines()[2 * n + 1].split("'")[1]
        if not listed & {2 * n + 2}:
            assert was in passages[int(pointer.removeprefix("7:"))]


@settings(max_examples=200)
@given(editions())
def test_revisions_lead_from_one_edition_to_the_other(
    texts: tuple[list[str], list[str], list[tuple[int, str]]],
) -> None:
    """Passages not reported as changed, dropped or new are in both editions."""
    before, after = (witness(one).passages for one in texts[:2])
    found = revisions(before, after)
    told_new = {one.after.line for one in found if one.after}
    told_old = {one.before.line for one in found if one.before}
    kept_old = sorted(one.text for one in before if one.line not in told_old)
    kept_new = sorted(one.text for one in after if one.line not in told_new)
    assert set(kept_old) == set(kept_new)


@given(st.lists(paragraph, max_size=9))
def test_the_same_text_is_aligned_with_itself(texts: list[str]) -> None:
    assert align(texts, texts) == {n: n for n in range(len(texts))}


FOX = "The fox ran over the quay at nine and nobody saw it."
HEN = "A hen crossed the bridge in winter, counted by forty people."
OWL = "An owl sat on the ferry and looked at the cranes until morning."


def test_a_quotation_is_followed_to_another_paragraph() -> None:
    text, made = carried(
        "a:\n  passage: 7:3\n  quote: counted by forty people.\n",
        [FOX, HEN],
        ["Counted again: the hen, counted by forty people.", FOX, "Nothing else was seen."],
    )
    assert "passage: 7:1" in text
    assert made.to_judge == ()


def test_a_quotation_that_recurs_is_known_by_what_stands_around_it() -> None:
    text, made = carried(
        "a:\n  passage: 7:3\n  quote: the quay\n",
        [FOX, "At last the quay was closed for repair, said the minister."],
        [
            "The quay is long, and the quay is wide.",
            f"{FOX} So it was.",
            "In the end, at last the quay was closed for repair, said the minister of fish.",
        ],
    )
    assert "passage: 7:5" in text
    assert made.to_judge == ()


def test_words_that_changed_are_listed_with_what_stands_there_now() -> None:
    text, made = carried(
        "a:\n  passage: 7:1\n  quote: ran over the quay\n",
        [FOX, HEN],
        [OWL, FOX.replace("ran over", "walked along"), HEN],
    )
    assert "passage: 7:3" in text
    (one,) = made.to_judge
    assert (one.line, one.column) == (3, 10)
    assert (one.before, one.after) == ("ran over the quay", "walked along the quay")


def test_references_in_any_writing_are_carried_over() -> None:
    text, made = carried(
        "a:\n"
        "  text: >-\n"
        "    See [this](7:3), and\n"
        "    [that](7:1).\n"
        "  basis: '7:1 to 7:3; 17:3, 7:33 and http://x.org:7:3 are none'  # 7:3 in a comment\n"
        '  see: [7:3, "7:1"]\n',
        [FOX, HEN],
        [OWL, FOX, HEN],
    )
    assert "[this](7:5), and\n    [that](7:3).\n" in text
    assert 'see: [7:5, "7:3"]' in text
    assert made.pointers == 6
    assert "17:3" in text
    assert "http://x.org:7:3" in text


def test_what_may_be_an_hour_is_left_and_listed() -> None:
    before = [FOX, *[HEN] * 8]
    text, made = carried("a:\n  basis: at 7:11, and on 8 May\n", before, [OWL, *before])
    assert "at 7:11, and" in text
    assert "hour" in made.to_judge[0].what


def test_lines_named_in_words_are_carried_over_where_it_is_clear_whose_they_are() -> None:
    before, after = [FOX, HEN], [OWL, FOX, HEN]
    text, _ = carried(
        "quality_basis: the byline in line 3 (lines 1 and 3)\n", before, after, own=True
    )
    assert text == "quality_basis: the byline in line 5 (lines 3 and 5)\n"
    text, _ = carried("a:\n  note: Source 7 names him twice (line 3).\n", before, after)
    assert "(line 5)" in text
    other = "a:\n  note: Source 8 has it in line 3.\n"
    assert carried(other, before, after)[0] == other


def test_a_list_of_rulings_whose_lines_are_gone_becomes_a_comment_whole() -> None:
    text, made = carried(
        "date: 2024-05-01\nlabels:\n  - line: 3\n    label: no\n# the end\n",
        [FOX, HEN],
        [FOX],
        own=True,
    )
    assert text == "date: 2024-05-01\n# labels:\n#   - line: 3\n#     label: no\n# the end\n"
    assert len(made.to_judge) == 1


def test_what_new_wrote_in_comments_keeps_its_lines() -> None:
    text, _ = carried(
        "#labels:\n#  - {line: 1, label: yes}\n#  - {line: 3, label: yes}\n",
        [FOX, HEN],
        [OWL, HEN, FOX[:20]],
        own=True,
    )
    assert "#  - {line: 3, label: yes}" in text


def test_rulings_on_one_line_cannot_be_taken_out_one_by_one() -> None:
    with pytest.raises(NotEditableError, match="one item per line"):
        carried("roles: [{line: 3, role: passage}]\n", [FOX, HEN], [FOX], own=True)


def test_broken_yaml_is_not_edited() -> None:
    with pytest.raises(NotEditableError, match=re.escape("x.yml")):
        YamlText(Path("x.yml"), "a: [1\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "editions:\n  - file: x\n    n: 1\n"),
        ("# nothing yet", "# nothing yet\neditions:\n  - file: x\n    n: 1\n"),
        (
            "editions:\n- file: w  # first\n\n# end\nslug: y\n",
            "editions:\n- file: w  # first\n- file: x\n  n: 1\n\n# end\nslug: y\n",
        ),
        (
            "editions:\n    - file: w\n      n: 0",
            "editions:\n    - file: w\n      n: 0\n    - file: x\n      n: 1\n",
        ),
    ],
)
def test_an_item_is_added_to_a_list_as_it_is_written(text: str, expected: str) -> None:
    file = YamlText(Path("x.yml"), text)
    assert changed(text, [file.appended("editions", "- file: x\n  n: 1")]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# all\n", "# all\n- date: d\n"),
        ("# all\n- date: c\n", "# all\n- date: d\n- date: c\n"),
        ("# all\n\n  - date: c\n", "# all\n\n  - date: d\n  - date: c\n"),
    ],
)
def test_an_item_is_put_before_the_first(text: str, expected: str) -> None:
    file = YamlText(Path("x.yml"), text)
    assert changed(text, [file.prepended("- date: d\n")]) == expected
