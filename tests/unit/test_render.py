"""Pages as Markdown, and their conversion by MkDocs."""

from __future__ import annotations

import dataclasses
import html
import re
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import markdown
import pytest
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, UndefinedError
from mkdocs.utils.meta import get_data

from briefings import render as renderer
from briefings.engine.store import Store
from briefings.model.page import Page, SiteInfo
from briefings.problems import Problems
from briefings.render import render
from briefings.views import views

from .sample_corpus import CORPUS, EMPTY, FISH, HOSTILE

SITE = SiteInfo(
    "A & B <briefings>", "What *was* said.", "https://example.org/b/", "https://x.org/r"
)
PAGES = {page.url: page for page in views(CORPUS, SITE)}


def _shown(page: Page) -> BeautifulSoup:
    body, _ = get_data(render(page))
    written = markdown.markdown(body, extensions=["attr_list", "tables", "toc"])
    return BeautifulSoup(written, "html.parser")


def _by_id(page: BeautifulSoup, id_: str) -> Tag:
    found = page.find(id=id_)
    assert isinstance(found, Tag), id_
    return found


@pytest.mark.parametrize("made", [*PAGES.values(), *views(EMPTY, SITE)], ids=lambda made: made.path)
def test_every_page_has_front_matter_one_first_heading_and_no_id_twice(made: Page) -> None:
    _, meta = get_data(render(made))
    assert "<" not in meta["title"]
    assert meta["description"]
    shown = _shown(made)
    assert [one["id"] for one in shown.find_all("h1")] == ["title"]
    ids = [one["id"] for one in shown.find_all(id=True)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("made", PAGES.values(), ids=lambda made: made.path)
def test_headings_go_down_one_level_at_a_time(made: Page) -> None:
    level = 0
    for one in _shown(made).find_all(re.compile("^h[1-6]$")):
        assert int(one.name[1]) <= level + 1, one
        level = int(one.name[1])


@pytest.mark.parametrize("made", PAGES.values(), ids=lambda made: made.path)
def test_links_lead_to_pages_and_places_that_are_there(made: Page) -> None:
    ids = {url: {one["id"] for one in _shown(to).find_all(id=True)} for url, to in PAGES.items()}
    for link in _shown(made).find_all("a", href=True):
        href = str(link["href"])
        if "://" in href:
            continue
        path, _, fragment = href.partition("#")
        # The query of a URL, for a filter or a search, is not part of the page.
        target = _resolve(made.url, path.partition("?")[0])
        # Data files, and the hand-written page.
        is_file = target.endswith((".xml", ".txt")) and "/" not in target
        if is_file or (target.startswith(("data/", "about/")) and target != "data/"):
            continue
        assert target in ids, href
        assert not fragment or html.unescape(fragment) in ids[target], href


def _resolve(base: str, path: str) -> str:
    parts = base.split("/")[:-1]
    for step in path.split("/")[:-1] if path else []:
        if step == "..":
            parts.pop()
        elif step != ".":
            parts.append(step)
    last = path.split("/")[-1]
    return "".join(f"{one}/" for one in parts) + last


@pytest.mark.parametrize("made", PAGES.values(), ids=lambda made: made.path)
def test_no_page_has_inline_script_style_or_handler(made: Page) -> None:
    shown = _shown(made)
    assert not shown.find_all(["script", "style"])
    for one in shown.find_all(True):
        assert not [name for name in one.attrs if name == "style" or name.startswith("on")]


def test_the_text_of_each_passage_is_the_text_of_the_source() -> None:
    shown = _shown(PAGES[f"briefings/{FISH}/"])
    for witness in CORPUS.briefings[0].witnesses:
        for passage in witness.passages:
            assert _by_id(shown, passage.id).get_text() == passage.text


def test_hostile_text_stands_literally_in_text_and_source() -> None:
    assert _by_id(_shown(PAGES[f"briefings/{FISH}/"]), "t2p2").get_text() == HOSTILE
    assert HOSTILE in _by_id(_shown(PAGES["sources/010/"]), "L7").get_text()


def test_a_hostile_title_runs_nothing() -> None:
    evil = dataclasses.replace(CORPUS.briefings[0], title=HOSTILE)
    corpus = dataclasses.replace(CORPUS, briefings=(evil, *CORPUS.briefings[1:]))
    for page in views(corpus, SITE):
        shown = _shown(page)
        assert not shown.find_all("script")
        if page.url == f"briefings/{FISH}/":
            assert _by_id(shown, "title").get_text() == HOSTILE
        head = render(page).removeprefix("---\n").partition("\n---\n")[0]
        assert "<script" not in head


def test_a_passage_leads_to_its_line_and_the_line_to_its_passage() -> None:
    briefing, source = _shown(PAGES[f"briefings/{FISH}/"]), _shown(PAGES["sources/010/"])
    tools = _by_id(briefing, "t5p1").find_next_sibling("p")
    assert isinstance(tools, Tag)
    assert [one["href"] for one in tools.find_all("a")] == ["#t5p1", "../../sources/010/#L13"]
    links = [one["href"] for one in _by_id(source, "L13").find_all("a")]
    assert links == ["#L13", f"../../briefings/{FISH}/#t5p1"]


def test_a_removed_line_is_struck_with_its_rule() -> None:
    line = _by_id(_shown(PAGES["sources/010/"]), "L15")
    struck = line.find("del")
    assert isinstance(struck, Tag)
    assert struck.get_text() == "_page_break_"
    assert "removed: page break" in line.get_text()


def test_a_name_that_a_template_needs_and_the_context_lacks_is_an_error() -> None:
    page = PAGES["changes/"]
    broken = dataclasses.replace(page, context={"meta": page.context["meta"], "linked_data": None})
    with pytest.raises(UndefinedError):
        render(broken)


def test_a_changed_template_is_read_again_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`serve` asks for this before each build."""
    monkeypatch.setattr(renderer, "TEMPLATES", tmp_path)
    renderer.reload_templates()
    page = Page("x/index.md", "x/", "x.md.j2", {"name": "Ada"})
    (tmp_path / "x.md.j2").write_text("Hello {{ name }}", "utf-8")
    assert render(page) == "Hello Ada"
    (tmp_path / "x.md.j2").write_text("Good morning {{ name }}", "utf-8")
    renderer.reload_templates()
    assert render(page) == "Good morning Ada"
    monkeypatch.undo()
    renderer.reload_templates()


@pytest.fixture(name="templates")
def _templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put a folder of templates before the site's own."""
    monkeypatch.setattr(renderer, "TEMPLATES", (tmp_path, *renderer.TEMPLATES))
    renderer.reload_templates()
    yield tmp_path
    monkeypatch.undo()
    renderer.reload_templates()


def test_a_template_is_compiled_once_for_all_builds(
    templates: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[str] = []
    compile_ = Environment.compile

    def counted(environment: Environment, source: str, name: str, filename: str) -> CodeType:
        compiled.append(name)
        return compile_(environment, source, name, filename)

    monkeypatch.setattr(Environment, "compile", counted)
    page = Page("x/index.md", "x/", "x.md.j2", {"name": "Ada"})
    texts = []
    for greeting in ("Hello", "Hello", "Good morning"):
        (templates / "x.md.j2").write_text(f"{greeting} {{{{ name }}}}", "utf-8")
        renderer.reload_templates()
        renderer.keep_compiled(Store(templates / "kept"))
        texts.append(render(page))
    assert texts == ["Hello Ada", "Hello Ada", "Good morning Ada"]
    assert compiled == ["x.md.j2", "x.md.j2"]


def _rendered(pages: list[Page], problems: Problems) -> dict[str, str] | None:
    """Return the text of each page by path, or None if a template is wrong."""
    rendering = renderer.Rendering(problems)
    texts = {}
    for page in pages:
        text = rendering.text(page)
        if text is None:
            return None
        texts[page.path] = text[0]
    return texts if rendering.all_templates_work() else None


def _wrong(folder: Path, text: bytes) -> list[tuple[str, int, int]]:
    """Return the problems of pages whose template contains this text."""
    (folder / "x.md.j2").write_bytes(text)
    renderer.reload_templates()
    problems = Problems()
    pages = [Page(f"{n}/index.md", f"{n}/", "x.md.j2", {"name": "Ada"}) for n in range(2)]
    assert _rendered(pages, problems) is None
    return [(Path(one.path).name, one.line, one.column) for one in problems]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"Hello\n{% if name %}\n", 2),
        (b"Hello\n\n{{ nobody }}\n", 3),
        (b"Hello \xff\n", 1),
    ],
)
def test_a_mistake_of_a_template_is_told_once_with_its_line(
    text: bytes, line: int, templates: Path
) -> None:
    assert _wrong(templates, text) == [("x.md.j2", line, 1)]


def test_a_template_that_is_not_there_is_looked_for_in_the_first_folder(templates: Path) -> None:
    problems = Problems()
    _rendered([Page("x/index.md", "x/", "lost.md.j2", _shared())], problems)
    assert [one.path for one in problems if one.rule == "template"] == [
        str(templates / "lost.md.j2")
    ]


def _shared() -> dict[str, object]:
    """Return the keys that every page's context contains."""
    return {key: PAGES["changes/"].context[key] for key in ("meta", "linked_data", "crumbs")}


class Unforeseen:
    """A value that no template expects."""

    def upper(self) -> str:
        raise ValueError("unforeseen")


@pytest.mark.internal_error
def test_a_page_that_cannot_be_made_says_so_and_the_others_stand(templates: Path) -> None:
    (templates / "x.md.j2").write_text("{{ name.upper() }} & {{ name }}", "utf-8")
    pages = [
        Page("1/index.md", "1/", "x.md.j2", {"name": "Ada <3", **_shared()}),
        Page("2/index.md", "2/", "x.md.j2", {"name": Unforeseen(), **_shared()}),
    ]
    problems = Problems()
    texts = _rendered(pages, problems)
    assert texts is not None
    assert texts["1/index.md"] == "ADA &lt;3 & Ada &lt;3"
    assert "This page could not be made" in texts["2/index.md"]
    assert [one.rule for one in problems] == ["internal-error"]
    # If no page of a template can be made, the template is wrong.
    problems = Problems()
    assert _rendered(pages[1:], problems) is None
    assert {one.rule for one in problems} == {"internal-error", "template"}
