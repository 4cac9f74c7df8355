"""Bad input: a clear line each, all in one run, nothing half-written, nothing executed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.command import Result, build
from tests.site.reading import element, fold, soup
from tests.site.test_builds import TRANSCRIPT

_TOLD = re.compile(r"^[^\s:]+(?::\d+:\d+)?: (?:error|warning): \S.*\(\S.*\) \[[a-z-]+\]$")


class Corpus:
    """Folders of a corpus that a test fills."""

    def __init__(self, folder: Path) -> None:
        self.seeds = folder / "seeds"
        self.editorial = folder / "editorial"
        self.site = folder / "site"
        (self.editorial / "sources").mkdir(parents=True)
        self.seeds.mkdir()

    def seed(self, name: str, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        (self.seeds / name).write_bytes(data)

    def write(self, name: str, content: str) -> None:
        path = self.editorial / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def build(self, *more: str) -> Result:
        return build(self.seeds, self.editorial, self.site, *more)

    def briefing(self) -> tuple[dict[str, object], Path]:
        """The data and the page of the one briefing."""
        (path,) = (self.site / "data" / "briefings").glob("*.json")
        data = json.loads(path.read_text(encoding="utf-8"))
        return data, self.site / "briefings" / path.stem / "index.html"


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)


def _errors(result: Result) -> list[str]:
    return [line for line in result.said.splitlines() if ": error: " in line]


def test_every_mistake_is_told_in_one_run_and_nothing_is_written(corpus: Corpus) -> None:
    corpus.seed("100_good.txt", TRANSCRIPT)
    corpus.seed("101_empty.txt", b"")
    corpus.seed("102_blank.txt", b"\n \n\t\n")
    corpus.seed("103_binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 50)
    corpus.seed("104_latin.txt", TRANSCRIPT.replace("boats", "b\u00f6\u00e4ts").encode("latin-1"))
    corpus.seed("105_large.txt", b"One line of a very long text.\n" * 1_750_000)
    corpus.seed("106_twin.txt", TRANSCRIPT)
    corpus.seed("106_twin.html", TRANSCRIPT)
    corpus.write("people.yml", "bo-fisher:\n  name: [Bo\n")
    corpus.write("outlets.yml", "daily-net:\n  nmae: Daily Net\n")
    corpus.write("sources/100.yml", "qualty: official-translation\n")
    result = corpus.build()
    assert result.code == 1
    for path in (
        "seeds/101_empty.txt",
        "seeds/102_blank.txt",
        "seeds/103_binary.txt",
        "seeds/104_latin.txt",
        "seeds/105_large.txt",
        "editorial/people.yml",
        "editorial/outlets.yml",
        "editorial/sources/100.yml",
    ):
        assert any(line in _errors(result) for line in result.lines(path)), (path, result.said)
    assert any("106_twin" in line for line in _errors(result))
    for line in _errors(result):
        assert _TOLD.match(line), line
    assert "Traceback" not in result.said
    assert not corpus.site.exists() or not list(corpus.site.iterdir())


def test_a_misspelt_key_is_told_with_its_place_and_the_right_one(corpus: Corpus) -> None:
    corpus.seed("100_good.txt", TRANSCRIPT)
    corpus.write("sources/100.yml", "kind: transcript\nqualty: official-translation\n")
    result = corpus.build()
    assert result.code == 1
    (line,) = result.lines("editorial/sources/100.yml:2:1") or _errors(result)
    assert "editorial/sources/100.yml:2:1: error:" in line
    assert "quality" in line


HOSTILE = [
    "<script>document.title = 'owned'</script> and <img src=x onerror=alert(1)>",
    "*stars* _under_ `code` [link](javascript:alert(1)) ![image](x.png) ~~gone~~ ^up^",
    "{{ config }} {% raw %} {# no comment #} {{ 7 * 7 }} ${7*7} <%= x %>",
    "# no heading, nor - list, nor 1. list, nor > quotation, nor | table |",
    "--8<-- 'LICENSE' and :smile: and ++ctrl++ and [[wiki]] and [^1] and *[HTML]: x",
    "&lt;b&gt; &amp;amp; \\*not escaped\\* <!-- a comment --> ]]> <![CDATA[ x",
    "“Curly” ‘quotes’ – dashes — and … 中文 \u00e9 \U0001f600 1 < 2 > 1",
]


def test_text_that_looks_like_markup_is_shown_as_it_stands(corpus: Corpus) -> None:
    text = TRANSCRIPT.replace("We counted 12 harbours in 2020.", "\n\n".join(HOSTILE))
    corpus.seed("100_hostile.md", text)
    result = corpus.build()
    assert result.code == 0, result.said
    data, path = corpus.briefing()
    passages = [
        passage
        for turn in data["witnesses"][0]["turns"]  # type: ignore[index]
        for passage in turn["passages"]
    ]
    page = soup(path)
    texts = [passage["text"] for passage in passages]
    assert "{{ config }} {% raw %} {# no comment #} {{ 7 * 7 }} ${7*7} <%= x %>" in texts
    for passage in passages:
        assert fold(element(page, passage["id"]).get_text()) == passage["text"]
    html = path.read_text(encoding="utf-8")
    assert "onerror=alert" not in re.sub(r"&lt;img.*?&gt;", "", html)
    assert not page.find("img", src="x")
    assert not page.find("a", href=re.compile("^javascript:"))


def test_a_script_in_a_title_is_text(corpus: Corpus) -> None:
    title = 'Ministry holds <script>alert(1)</script> press conference on "ships" & {{ x }}'
    corpus.seed("100_title.txt", TRANSCRIPT.replace(TRANSCRIPT.splitlines()[0], title))
    result = corpus.build()
    assert result.code == 0, result.said
    for path in corpus.site.rglob("*.html"):
        for script in soup(path).find_all("script"):
            if script.get("type") != "application/ld+json":
                assert "alert(1)" not in script.get_text(), path
    data, page = corpus.briefing()
    heading = soup(page).find("h1")
    assert heading
    assert str(data["title"]) in fold(heading.get_text())


def test_unclosed_tags_lose_no_text(corpus: Corpus) -> None:
    text = TRANSCRIPT.replace("There are 3,000 boats.", "There are <b>3,000 boats.")
    corpus.seed("100_open.html", f"<html><body><noframes><div><p>{text}".replace("\n\n", "\n<p>"))
    result = corpus.build()
    assert result.code == 0, result.said
    data, _ = corpus.briefing()
    said = json.dumps(data)
    for words in ("We counted 12 harbours in 2020.", "How many boats are there?", "3,000 boats."):
        assert words in said


def test_a_text_without_labels_is_shown_with_a_warning(corpus: Corpus) -> None:
    corpus.seed("100_plain.txt", "The sea is wide.\n\nIt was measured in 1900.\n")
    result = corpus.build()
    assert result.code == 0, result.said
    assert any(": warning: " in line for line in result.lines("100_plain.txt"))
    said = json.dumps(corpus.briefing()[0])
    assert "The sea is wide." in said
    assert "It was measured in 1900." in said


def test_with_strict_a_warning_is_an_error(corpus: Corpus) -> None:
    corpus.seed("100_plain.txt", "The sea is wide.\n\nIt was measured in 1900.\n")
    result = corpus.build("--strict")
    assert result.code == 1
    assert not corpus.site.exists() or not list(corpus.site.iterdir())


def test_a_wrong_sum_is_an_error(corpus: Corpus) -> None:
    corpus.seed("100_good.txt", TRANSCRIPT)
    corpus.seed("SHA256SUMS", f"{'0' * 64}  100_good.txt\n")
    result = corpus.build()
    assert result.code == 1
    assert any("100_good.txt" in line for line in _errors(result))


def test_a_corpus_without_sources_is_an_error(corpus: Corpus) -> None:
    result = corpus.build()
    assert result.code == 1
    assert _errors(result)
    assert "Traceback" not in result.said
