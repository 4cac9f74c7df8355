"""How a file as received becomes text, or why it does not."""

from __future__ import annotations

import pytest

from briefings.decoding import decode, position
from briefings.problems import Problems

CHINESE = "新闻发布会上，发言人说：我们在这个地方有三个港口，他们是国家的。大家可以看到，人也是。"
ENGLISH = "Good morning.\nWe counted the cranes along the quay.\n"


def decoded(
    data: bytes, where: str = "seeds/1_x.txt", named: str | None = None
) -> tuple[str | None, list[str]]:
    """Return the text and the reported problems, without their hints."""
    problems = Problems()
    text = decode(data, where, named, problems)
    return text, [str(one).split(" (")[0].removeprefix(where) for one in problems]


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (ENGLISH.encode(), None),
        (b"\xef\xbb\xbf" + ENGLISH.encode(), None),
        (ENGLISH.encode("utf-16-le"), "utf-16-le"),
        (ENGLISH.encode("cp1252"), "cp1252"),
    ],
)
def test_what_is_plain_or_named_is_read_and_nothing_is_told(data: bytes, named: str | None) -> None:
    assert decoded(data, named=named) == (ENGLISH, [])


def test_utf_16_with_its_mark_is_read_and_told() -> None:
    told = [": warning: is encoded as utf-16, not UTF-8"]
    assert decoded(ENGLISH.encode("utf-16")) == (ENGLISH, told)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (ENGLISH.encode("utf-16-le"), ":1:1: error: is UTF-16"),
        (ENGLISH.encode("utf-16-be"), ":1:1: error: is UTF-16"),
        # Eight letters are the fewest by which it shows; with seven they are control bytes.
        ("Good day".encode("utf-16-le"), ":1:1: error: is UTF-16"),
        ("Good da".encode("utf-16-le"), ":1:2: error: is not a text: it contains control bytes"),
        (CHINESE.encode("utf-16-le"), ":1:1: error: is UTF-16"),
        (CHINESE.encode("utf-16-be"), ":1:1: error: is UTF-16"),
        (CHINESE.encode("gb18030"),
         ":1:1: error: is not UTF-8: byte 0xd0, and looks like Chinese in GB18030"),
        (b"Good.\n" + CHINESE.encode("gb18030"),
         ":2:1: error: is not UTF-8: byte 0xd0, and looks like Chinese in GB18030"),
        ("他們說這個國家的人不要來，我們以為是這樣的".encode("big5"),
         ":1:1: error: is not UTF-8: byte 0xa5, and looks like Chinese in BIG5"),
        ("Good day to caf\xe9s".encode("latin-1"), ":1:16: error: is not UTF-8: byte 0xe9"),
        (b"Good\nday\x00 to all", ":2:4: error: is not a text: it contains control bytes"),
        # Seven odd letters of Chinese are too few to tell.
        (b"Good " + "的一是不了在".encode("gb18030"), ":1:6: error: is not UTF-8: byte 0xb5"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_place(data: bytes, told: str) -> None:
    text, problems = decoded(data)
    assert text is None
    assert problems == [told]


def test_which_utf_16_it_is_stands_in_the_hint() -> None:
    for name in ("utf-16-le", "utf-16-be"):
        for text in (ENGLISH, CHINESE):
            problems = Problems()
            decode(text.encode(name), "x.txt", None, problems)
            (error,) = problems
            assert error.message == f"is UTF-16 ({name}) without the mark that says so"
            assert f"`encoding: {name}`" in error.hint


def test_a_page_may_declare_its_encoding_and_a_text_may_not() -> None:
    data = b'<meta charset="windows-1252"><p>caf\xe9</p>'
    text, told = decoded(data, "seeds/1_x.html")
    assert (text or "").endswith("<p>café</p>")
    assert told == [": warning: is encoded as windows-1252, not UTF-8"]
    assert decoded(data)[0] is None
    # What an editor names goes before what the page says.
    assert (decoded(data, "seeds/1_x.html", "cp437")[0] or "").endswith("cafΘ</p>")
    far = b" " * 2048 + data
    assert decoded(far, "seeds/1_x.html")[0] is None


def test_a_named_encoding_that_does_not_fit_is_an_error_at_its_byte() -> None:
    text, told = decoded(b"Good\ncaf\xe9s", named="utf-8")
    assert (text, told) == (None, [":2:4: error: is not utf-8: byte 0xe9"])
    text, told = decoded(b"\xff\xfeG\x00o", named="utf-16")
    assert (text, told) == (None, [":1:5: error: is not utf-16: byte 0x6f"])


@pytest.mark.parametrize(
    ("noise", "size", "binary"),
    [(8, 100, False), (9, 100, True), (9, 9_000, False), (9, 8_000, True), (50, 60_000, False)],
)
def test_a_few_control_characters_are_slips_and_many_are_no_text(
    noise: int, size: int, binary: bool
) -> None:
    text = "a" * 50 + "\n" + "\x01" * noise
    text += "a" * (size - len(text))
    given, told = decoded(text.encode())
    assert (given is None) is binary
    assert told == ([":2:1: error: is not a text: it contains control bytes"] if binary else [])


def test_places_of_bytes_are_counted_from_one_over_all_line_ends() -> None:
    data = b"ab\r\ncd\re\nf"
    assert [position(data, n) for n in (0, 1, 4, 7, 9)] == [(1, 1), (1, 2), (2, 1), (3, 1), (4, 1)]
