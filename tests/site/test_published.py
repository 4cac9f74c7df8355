"""What was published stays: every address leads to its words, through years of corrections."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from tests.command import build, run, snapshot

SEA = """Ministry of Sea holds press conference on harbours

Harbour City | 10 a.m. May 4, 2021

Speakers:

Bo Fisher, head of the Fish Bureau of the Ministry of Sea

Chairperson:

Ada Chair, spokesperson of the Ministry of Sea

Ada Chair:

Good morning. Mr. Fisher has the floor.

Bo Fisher:

We counted 12 harbours in 2020, and every one of them was dredged before winter came.

The lighthouses along the northern coast were painted white, as the law asks of us.

Cy Nett:

Nets were mended by the crews themselves, and 40 new ones were bought for the islands.

Daily Net:

How many boats are there? Thank you.

Bo Fisher:

There are 3,000 boats in all, most of them of timber, and 200 more are being built.

Ada Chair:

That concludes the press conference.
"""
LAKE = """Ministry of Lakes holds press conference on ferries

Lake Town | 3 p.m. June 8, 2021

Speakers:

Dan Ferry, head of the Ferry Bureau of the Ministry of Lakes

Chairperson:

Eve Chair, spokesperson of the Ministry of Lakes

Eve Chair:

Good afternoon. Mr. Ferry will tell you about the ferries of the great lakes.

Dan Ferry:

Ferries carried 5 million people last year, and nobody was hurt on any of them.

Evening Post:

Which of the ferries are old enough to be replaced?

Dan Ferry:

Some 70 ferries are older than I am, and they will all be replaced by 2025.

Eve Chair:

Thank you all for coming.
"""


class Corpus:
    """A small corpus that is edited and published again and again."""

    def __init__(self, folder: Path) -> None:
        self.seeds, self.editorial = folder / "seeds", folder / "editorial"
        self.site = folder / "site"
        (self.editorial / "sources").mkdir(parents=True)
        self.seeds.mkdir()

    def build(self) -> None:
        done = build(self.seeds, self.editorial, self.site)
        assert done.code == 0, done.said

    def freeze(self, *more: str) -> str:
        done = run("freeze", "--seeds", self.seeds, "--editorial", self.editorial, *more)
        assert done.code == 0, done.said
        return done.out

    def settings(self, source: str, text: str) -> None:
        (self.editorial / "sources" / f"{source}.yml").write_text(text, "utf-8")

    def passages(self) -> dict[str, str]:
        """The words under each address of a passage."""
        found = {}
        for path in sorted((self.site / "data" / "briefings").glob("*.json")):
            briefing = json.loads(path.read_text("utf-8"))
            if briefing.get("gone"):
                continue
            for witness in briefing["witnesses"]:
                for part in witness.get("turns", []) + witness.get("sections", []):
                    for passage in part["passages"]:
                        found[f"{briefing_url(briefing)}#{passage['id']}"] = passage["text"]
        return found

    def parts(self) -> set[str]:
        """The addresses of turns and exchanges."""
        found = set()
        for path in sorted((self.site / "data" / "briefings").glob("*.json")):
            briefing = json.loads(path.read_text("utf-8"))
            if not briefing.get("gone"):
                url = briefing_url(briefing)
                found |= {f"{url}#{one['id']}" for one in briefing["witnesses"][0]["turns"]}
                found |= {f"{url}#{one['question']}" for one in briefing["exchanges"]}
        return found

    def lead(self, address: str) -> tuple[str, str]:
        """Where a reader ends who follows an address: the last address, and the words there."""
        for _ in range(5):
            page, _, fragment = address.partition("#")
            html = BeautifulSoup(
                (self.site / page / "index.html").read_text("utf-8"), "html.parser"
            )
            target = html.find(id=fragment) if fragment else None
            refresh = html.select_one("meta[http-equiv=refresh]")
            if isinstance(target, Tag):
                link = target.find("a") if target.name == "li" else None
                if not isinstance(link, Tag):
                    return address, target.get_text(" ", strip=True)
                address = resolve(address, str(link["href"]))
            elif refresh:
                address = resolve(address, str(refresh["content"]).partition("url=")[2])
            else:
                return address, html.get_text(" ", strip=True)
        raise AssertionError(f"{address} leads nowhere")


def briefing_url(briefing: dict[str, str]) -> str:
    return f"briefings/{briefing['slug']}/"


def resolve(page: str, href: str) -> str:
    parts = urlsplit(urljoin(f"https://example.org/{page}", href))
    return parts.path.removeprefix("/") + (f"#{parts.fragment}" if parts.fragment else "")


def pages(site: Path) -> Iterator[str]:
    """The address of every page but the first."""
    for path in sorted(site.rglob("*/index.html")):
        yield f"{path.parent.relative_to(site).as_posix()}/"


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    made = Corpus(tmp_path)
    (made.seeds / "10_sea.txt").write_text(SEA, "utf-8")
    (made.seeds / "20_lake.txt").write_text(LAKE, "utf-8")
    return made


def test_no_address_is_lost_and_none_leads_to_other_words(corpus: Corpus) -> None:
    """A label settled, another date, a merger, a split, a text withdrawn: each published."""
    line = SEA.splitlines().index("Cy Nett:") + 1
    corpus.settings("10", f"labels:\n  - {{line: {line}, label: no}}\n")
    corpus.build()
    words = corpus.passages()
    parts = corpus.parts()
    urls = set(pages(corpus.site))
    assert len(words) == 13
    corpus.freeze()
    steps = (
        ("10", f"labels:\n  - {{line: {line}, label: yes, speaker: Cy Nett, kind: official}}\n"),
        ("10", "date: 2021-05-05\ndate_basis: the calendar of the ministry\n"),
        ("10", "event: waters\n"),
        ("20", "event: waters\n"),
        ("20", "event: ferries\n"),
        ("20", "slug: ferries-of-the-lakes\n"),
    )
    for source, text in steps:
        corpus.settings(source, text)
        corpus.build()
        for address, stood in words.items():
            end, now = corpus.lead(address)
            assert stood in now, (text, address, end)
        for address in parts:
            corpus.lead(address)
        for url in urls:
            assert (corpus.site / url / "index.html").is_file(), (text, url)
        words |= corpus.passages()
        parts |= corpus.parts()
        urls |= set(pages(corpus.site))
        corpus.freeze()
    (corpus.seeds / "20_lake.txt").unlink()
    (corpus.editorial / "sources" / "20.yml").unlink()
    refused = build(corpus.seeds, corpus.editorial, corpus.site)
    assert refused.code == 1
    assert [line for line in refused.said.splitlines() if "source 20" in line and "gone" in line]
    corpus.freeze("--gone")
    corpus.build()
    for address, stood in words.items():
        assert stood in corpus.lead(address)[1], address
    for url in urls:
        assert (corpus.site / url / "index.html").is_file(), url
    gone = (corpus.site / "briefings/2021-06-08-ferries/index.html").read_text("utf-8")
    assert "no longer" in gone
    assert "noindex" in gone


def test_notes_stay_in_their_file_when_an_event_is_merged_or_split(corpus: Corpus) -> None:
    """No edit is owed: the file is named after a page that the source was published on."""
    (corpus.editorial / "notes").mkdir()
    (corpus.editorial / "editors.yml").write_text("desk: {name: Desk}\n", "utf-8")
    note = (
        "seventy:\n  passage: 20-t4p1\n  quote: Some 70 ferries\n  kind: context\n"
        "  text: A count.\n  basis: the text\n  author: desk\n  date: 2021-07-01\n"
    )
    file = corpus.editorial / "notes" / "2021-06-08-ferries.yml"
    file.write_text(note, "utf-8")
    corpus.freeze()
    for event in ("waters", "ferries"):
        corpus.settings("10", "event: waters\n")
        corpus.settings("20", f"event: {event}\n")
        checked = run("check", "--seeds", corpus.seeds, "--editorial", corpus.editorial)
        assert "misfiled" not in checked.said, checked.said
        corpus.freeze()


def test_an_id_that_was_never_published_is_free(corpus: Corpus) -> None:
    """A build alone records nothing: what is counted anew before publication breaks no promise."""
    corpus.build()
    before = snapshot(corpus.editorial)
    corpus.settings("10", "labels:\n  - {line: 21, label: no}\n")
    corpus.build()
    (corpus.editorial / "sources" / "10.yml").unlink()
    corpus.build()
    assert snapshot(corpus.editorial) == before
    checked = run("check", "--seeds", corpus.seeds, "--editorial", corpus.editorial)
    assert "published" not in checked.said


def test_freezing_twice_writes_nothing_new(corpus: Corpus) -> None:
    corpus.freeze()
    before = snapshot(corpus.editorial)
    assert "12 passages" in corpus.freeze()
    assert snapshot(corpus.editorial) == before


def test_an_earlier_wording_is_shown_at_its_passage(corpus: Corpus) -> None:
    corpus.freeze()
    later = SEA.replace("We counted 12 harbours", "We counted 13 harbours")
    (corpus.seeds / "10_sea.txt").write_text(later, "utf-8")
    corpus.build()
    page = BeautifulSoup(
        (corpus.site / "briefings/2021-05-04-harbours/index.html").read_text("utf-8"), "html.parser"
    )
    passage = page.find(id="t2p1")
    assert isinstance(passage, Tag)
    assert isinstance(passage.parent, Tag)
    earlier = passage.parent.select_one(".earlier")
    assert earlier is not None
    assert [one.get_text(strip=True) for one in earlier.select("del")] == ["12"]
    assert [one.get_text(strip=True) for one in earlier.select("ins")] == ["13"]


def test_the_drill(corpus: Corpus) -> None:
    """What an editor may lose by accident is noticed, with the way back in one line."""
    corpus.freeze()
    published = snapshot(corpus.editorial)

    def told() -> list[str]:
        done = run("check", "--seeds", corpus.seeds, "--editorial", corpus.editorial)
        assert done.code == 1
        return [line for line in done.said.splitlines() if "error:" in line]

    record = corpus.editorial / "ids" / "sources" / "10.txt"
    kept = record.read_text("utf-8")
    record.unlink()
    [line] = told()
    assert "git checkout" in line
    assert "10" in line
    record.write_text(kept, "utf-8")
    pages_list = corpus.editorial / "ids" / "pages.txt"
    listed = pages_list.read_text("utf-8")
    pages_list.unlink()
    [line] = told()
    assert "git checkout" in line
    pages_list.write_text(listed, "utf-8")
    assert snapshot(corpus.editorial) == published
    records = corpus.editorial / "ids"
    records.rename(corpus.seeds.parent / "lost")
    [line] = told()
    assert "records of the published ids are gone" in line
    assert "git checkout" in line
    (corpus.seeds.parent / "lost").rename(records)
    assert snapshot(corpus.editorial) == published
    sea, lake = corpus.seeds / "10_sea.txt", corpus.seeds / "20_lake.txt"
    sea.write_text(LAKE, "utf-8")
    lake.write_text(SEA, "utf-8")
    swapped = told()
    assert len(swapped) == 2
    assert all("another text" in line and "put the right file back" in line for line in swapped)


def test_half_of_what_editors_wrote_is_missed(corpus: Corpus) -> None:
    """A glossary that was taken back by accident: one line, not a page that is quietly gone."""
    words = ["harbours", "dredged", "lighthouses", "northern coast", "nets", "islands", "boats"]
    terms = "".join(
        f"{word.replace(' ', '-')}:\n  term: {word}\n  kind: place\n"
        f"  definition: A word.\n  basis: the text\n"
        for word in words
    )
    glossary = corpus.editorial / "glossary.yml"
    glossary.write_text(terms, "utf-8")
    corpus.freeze()
    glossary.unlink()
    done = run("check", "--seeds", corpus.seeds, "--editorial", corpus.editorial)
    lines = [line for line in done.said.splitlines() if "[much-gone]" in line]
    assert len(lines) == 1
    assert "7 of 7 published pages of terms/ are gone" in lines[0]
    assert "undo" in lines[0]


def test_a_damaged_memory_of_the_last_build_costs_a_build_and_no_more(
    corpus: Corpus, tmp_path: Path
) -> None:
    work = {"BUILD_DIR": str(tmp_path / "work")}
    assert build(corpus.seeds, corpus.editorial, corpus.site, **work).code == 0
    before = snapshot(corpus.site)
    for path in sorted((tmp_path / "work").rglob("*")):
        if path.is_file():
            path.write_bytes(b"\x00damaged")
    again = build(corpus.seeds, corpus.editorial, corpus.site, **work)
    assert again.code == 0, again.said
    assert snapshot(corpus.site) == before
