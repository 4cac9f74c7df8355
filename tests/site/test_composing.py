"""Pages are made once: after any edit the site is, byte for byte, as if built from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jinja2 import FileSystemBytecodeCache

from briefings import pipeline, render
from briefings.model.page import Page
from briefings.pipeline import ROOT, Options, building, listing
from briefings.problems import Problems
from briefings.progress import Progress
from briefings.publish.pagestore import opened
from tests.command import snapshot
from tests.conftest import Shared
from tests.site.test_builds import TRANSCRIPT

NOTE = """count:
  passage: 900:19
  quote: 12 harbours
  kind: context
  text: A *count* of all harbours.
  basis: see 900:19
  author: editors
  date: 2026-11-21
"""
TERM = """harbour:
  term: harbours
  kind: place
  definition: A place for ships.
  basis: common words
"""
OTHER = TRANSCRIPT.replace("May 4, 2021", "June 5, 2022").replace("harbours", "lighthouses")


class Workshop:
    """A small corpus, a copy of the files that make its pages, and the sites built from both."""

    def __init__(self, folder: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.compiled = folder, compiled
        self.root = folder / "program"
        self.root.mkdir()
        for name in ("docs", "templates", "theme"):
            shutil.copytree(ROOT / name, self.root / name)
        shutil.copy(ROOT / "mkdocs.yml", self.root)
        (self.root / "briefings").symlink_to(ROOT / "briefings")
        monkeypatch.setattr(building, "ROOT", self.root)
        monkeypatch.setattr(listing, "ROOT", self.root)
        monkeypatch.setattr(render, "TEMPLATES", (self.root / "templates", self.root / "docs"))
        self.reload()
        monkeypatch.setenv("BUILD_DIR", str(folder / "work"))
        # Search has tests of its own, and takes most of the time.
        monkeypatch.setattr(building, "write_index", lambda *_, **__: None)
        self.write("seeds/900_sea.txt", TRANSCRIPT)
        self.write("editorial/editors.yml", "editors:\n  name: The editors\n")
        self.site = folder / "site"
        self.builds = 0

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        if path.startswith(("program/templates/", "program/docs/")):
            self.reload()

    def reload(self) -> None:
        """Has the templates read again; those that were compiled with the same text before, as they
        were compiled."""
        render.reload_templates()
        render._environment().bytecode_cache = FileSystemBytecodeCache(str(self.compiled))

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def options(self, site: Path) -> Options:
        return Options(self.folder / "seeds", self.folder / "editorial", site)

    def build(self) -> None:
        self._build(self.site)

    def from_nothing(self) -> dict[str, str]:
        """The files of a site that is built where nothing is kept."""
        self.builds += 1
        site = self.folder / f"site-{self.builds}"
        self._build(site)
        return snapshot(site)

    def _build(self, site: Path) -> None:
        problems = Problems()
        made = pipeline.build(self.options(site), problems, Progress(quiet=True))
        assert made, [*map(str, problems)]
        assert [str(one) for one in problems if one.rule == "broken-link"] == []

    @property
    def kept(self) -> Path:
        """The file of what is kept of pages."""
        return self.options(self.site).work / "pages.sqlite"


@pytest.fixture(name="workshop")
def a_workshop(tmp_path: Path, shared: Shared) -> Iterator[Workshop]:
    compiled = shared.made_once("compiled", lambda _: None)
    with pytest.MonkeyPatch.context() as monkeypatch:
        yield Workshop(tmp_path, compiled, monkeypatch)
    render.reload_templates()


Edit = Callable[[Workshop], None]
EDITS: dict[str, Edit] = {
    "a note": lambda w: w.write("editorial/notes/2021-05-04-harbours.yml", NOTE),
    "a term": lambda w: w.write("editorial/glossary.yml", TERM),
    "another source": lambda w: w.write("seeds/901_lights.txt", OTHER),
    "the note again": lambda w: w.replace(
        "editorial/notes/2021-05-04-harbours.yml", "A *count* of", "The number of"
    ),
    "the term again": lambda w: w.replace("editorial/glossary.yml", "for ships", "for boats"),
    "a topic": lambda w: w.write(
        "editorial/topics.yml", "sea:\n  title: Sea\n  description: All of it.\n  words: [boats]\n"
    ),
    "a name": lambda w: w.write("editorial/people.yml", "bo-fisher:\n  name: Bo A. Fisher\n"
                                "  aliases: [Bo Fisher]\n"),
    "a ruling": lambda w: w.write(
        "editorial/sources/900.yml", "roles:\n  - {line: 27, role: notice}\n"
    ),
    "the source": lambda w: w.replace("seeds/900_sea.txt", "3,000", "4,000"),
    "the settings of the site": lambda w: w.write("editorial/site.yml", "name: The sea\n"),
    "a template": lambda w: w.replace("program/templates/briefing.md.j2", "Copy quotation", "Copy"),
    "a macro": lambda w: w.replace(
        "program/templates/_macros/text.md.j2", "Question {{", "Query {{"
    ),
    "the theme": lambda w: w.replace("program/theme/main.html", "Page not found", "Not found"),
    "a style": lambda w: w.write("program/docs/assets/bundles/site.css", "p { color: red }\n"),
    "a page written by hand": lambda w: w.replace(
        "program/docs/about.md", "## Neutrality {: #neutrality }", "## No verdicts {: #verdicts }"
    ),
    "the term page_parts out": lambda w: (w.folder / "editorial/glossary.yml").unlink(),
    "a source page_parts out": lambda w: (w.folder / "seeds/901_lights.txt").unlink(),
}  # fmt: skip


def test_after_every_edit_the_site_is_as_if_built_from_nothing(workshop: Workshop) -> None:
    workshop.build()
    before = snapshot(workshop.site)
    assert before == workshop.from_nothing()
    for n, (name, edit) in enumerate(EDITS.items(), 1):
        edit(workshop)
        workshop.build()
        after = snapshot(workshop.site)
        assert after != before, name
        # A page that should have been made again, and was not, is seen by the next look too.
        if n % 4 == 0 or n == len(EDITS):
            assert after == workshop.from_nothing(), name
        before = after


def test_one_note_makes_only_the_pages_again_that_show_it(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.write("seeds/901_lights.txt", OTHER)
    workshop.write("editorial/notes/2021-05-04-harbours.yml", NOTE)
    workshop.build()
    rendered: list[str] = []
    text = render.Rendering.text

    def noting(self: render.Rendering, page: Page) -> tuple[str, bool] | None:
        rendered.append(page.url)
        return text(self, page)

    monkeypatch.setattr(render.Rendering, "text", noting)
    workshop.replace("editorial/notes/2021-05-04-harbours.yml", "A *count* of", "The number of")
    workshop.build()
    assert "notes/" in rendered
    below = [url for url in rendered if url.count("/") > 1]
    # The codebook has the note as its example of one.
    assert below == ["briefings/2021-05-04-harbours/", "data/codebook/"]
    rendered.clear()
    workshop.replace("seeds/901_lights.txt", "3,000 boats", "3,000 ships")
    workshop.build()
    below = [url for url in rendered if url.count("/") > 1]
    assert "briefings/2022-06-05-lighthouses/" in below
    assert "sources/901/" in below
    assert "briefings/2021-05-04-harbours/" not in below
    assert "sources/900/" not in below


def test_mkdocs_is_not_asked_where_no_page_has_another_form(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.build()

    def asked(*_: object, **__: object) -> bool:
        raise AssertionError("MkDocs runs")

    monkeypatch.setattr("briefings.publish.mkdocs.run", asked)
    workshop.replace("seeds/900_sea.txt", "3,000", "4,000")
    workshop.build()


def _blot(path: Path) -> None:
    """Every byte of the second half is another one."""
    content = path.read_bytes()
    half = len(content) // 2
    path.write_bytes(content[:half] + bytes(255 - one for one in content[half:]))


def _scribble(path: Path) -> None:
    path.write_bytes(b"This is no database." * 500)


@pytest.mark.parametrize("damage", [_blot, _scribble])
def test_what_is_kept_may_be_damaged_or_missing(
    workshop: Workshop, damage: Callable[[Path], None]
) -> None:
    workshop.build()
    before = snapshot(workshop.site)
    damage(workshop.kept)
    shutil.rmtree(workshop.site)
    workshop.build()
    assert snapshot(workshop.site) == before
    workshop.replace("seeds/900_sea.txt", "3,000", "4,000")
    workshop.build()
    assert snapshot(workshop.site) == workshop.from_nothing()


def test_what_somebody_changed_in_the_site_is_put_right(workshop: Workshop) -> None:
    workshop.build()
    before = snapshot(workshop.site)
    (workshop.site / "index.html").write_text("Hello", encoding="utf-8")
    (workshop.site / "about" / "index.html").unlink()
    (workshop.site / "assets" / "favicon.svg").unlink()
    workshop.build()
    assert snapshot(workshop.site) == before


def test_what_is_no_page_any_more_is_not_kept(workshop: Workshop) -> None:
    workshop.write("seeds/901_lights.txt", OTHER)
    workshop.build()
    assert b"lighthouses" in workshop.kept.read_bytes()
    (workshop.folder / "seeds/901_lights.txt").unlink()
    workshop.build()
    with opened(workshop.kept) as store:
        assert store.page("sources/900/") is not None
        assert store.page("sources/901/") is None
        assert store.split_page("sources/901/") is None


def test_a_link_that_leads_nowhere_is_told_by_every_build(workshop: Workshop) -> None:
    broken = (
        '<p><a href="../nowhere/">x</a> <a href="#no-place">y</a> <a href="../sources/">z</a></p>'
    )
    template = workshop.root / "templates" / "search.md.j2"
    good = template.read_text("utf-8")
    template.write_text(
        good.replace("{% block body %}", f"{{% block body %}}\n{broken}\n"), "utf-8"
    )
    for _ in range(2):
        workshop.reload()
        problems = Problems()
        pipeline.build(workshop.options(workshop.site), problems, Progress(quiet=True))
        assert [(one.path, one.message) for one in problems if one.rule == "broken-link"] == [
            ("page search/", "leads to 'nowhere/', which is not there"),
            ("page search/", "leads to 'search/#no-place', which is not there"),
        ]
    template.write_text(good, "utf-8")
    workshop.build()


def test_a_link_is_told_when_what_it_leads_to_goes(workshop: Workshop) -> None:
    """The page with the link is not made again; only what it leads to is."""
    workshop.write("seeds/901_lights.txt", OTHER)
    link = '<p><a href="../sources/901/#L27">x</a></p>'
    workshop.replace(
        "program/templates/search.md.j2", "{% block body %}", f"{{% block body %}}\n{link}\n"
    )
    workshop.build()
    workshop.write("seeds/901_lights.txt", OTHER.partition("Daily Net")[0])
    problems = Problems()
    pipeline.build(workshop.options(workshop.site), problems, Progress(quiet=True))
    assert [one.message for one in problems if one.rule == "broken-link"] == [
        "leads to 'sources/901/#L27', which is not there"
    ]
