"""Citations, checked against what each format asks for."""

from __future__ import annotations

from dataclasses import replace

from briefings import cite

FISH = cite.Citation(
    key="2021-05-04-fish",
    author="Ministry of Fish & Nets",
    title="On {fish}: 100% & more",
    date="2021-05-04",
    place="Harbour City",
    note="Source 010",
    site="Annotated briefings",
    url="https://example.org/b/briefings/2021-05-04-fish/",
)


def test_plain_text_is_one_sentence_with_its_address() -> None:
    assert cite.plain(FISH) == (
        "Ministry of Fish & Nets. “On {fish}: 100% & more”. Press briefing, Harbour City, "
        "4 May 2021. Source 010. Annotated briefings. "
        "https://example.org/b/briefings/2021-05-04-fish/"
    )


def test_bibtex_escapes_what_tex_reads() -> None:
    assert cite.bibtex(FISH) == (
        "@misc{2021-05-04-fish,\n"
        "  author = {{Ministry of Fish \\& Nets}},\n"
        "  title = {{On \\{fish\\}: 100\\% \\& more}},\n"
        "  year = {2021},\n"
        "  month = may,\n"
        "  day = {4},\n"
        "  howpublished = {Press briefing, Harbour City},\n"
        "  note = {Source 010. Annotated briefings},\n"
        "  url = {https://example.org/b/briefings/2021-05-04-fish/}\n"
        "}"
    )


def test_ris_begins_with_its_type_and_ends_with_its_end() -> None:
    lines = cite.ris(FISH).split("\n")
    assert lines[0] == "TY  - GEN"
    assert lines[-1] == "ER  - "
    assert "AU  - Ministry of Fish & Nets" in lines
    assert "DA  - 2021/05/04" in lines


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(FISH, author=None, date="--01-10", place=None)
    assert cite.plain(bare).startswith(
        "“On {fish}: 100% & more”. Press briefing, 10 January (year not given). "
    )
    assert "author" not in cite.bibtex(bare)
    assert "year" not in cite.bibtex(bare)
    assert "month = jan" in cite.bibtex(bare)
    assert "PY" not in cite.ris(bare)


def test_a_passage_has_slots_for_what_depends_on_it() -> None:
    for write in (cite.plain, cite.bibtex, cite.ris):
        written = write(FISH.of_passage())
        for slot in cite.SLOTS.values():
            assert slot in written
