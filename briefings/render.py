"""Pages to text: Jinja2 templates that escape by default and refuse a name that is not there."""

from __future__ import annotations

import functools
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from . import anchors, markup
from .model.page import Mark, Page

_ROOT = Path(__file__).parent.parent
# Pages of `docs/` are templates too where editors may add to them.
TEMPLATES = (_ROOT / "templates", _ROOT / "docs")


def render(page: Page) -> str:
    """The page's Markdown.

    In a template `{{ x }}` is literal text, `to(url)` is a link from this page, and
    `text | marked(marks)` is a passage with its marks.
    """
    to = functools.partial(anchors.relative, page=page.url)
    return (
        _environment()
        .get_template(page.template)
        .render(page.context, to=to, marked=functools.partial(_marked, to=to))
    )


def reload_templates() -> None:
    """Has the templates read again, as `serve` does when one has changed."""
    _environment.cache_clear()


def _marked(text: str, marks: list[Mark], to: functools.partial[str]) -> Markup:
    return markup.marked(text, marks, to)


@functools.cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=markup.literal,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters["heading"] = markup.heading
    made.filters["verbatim"] = markup.verbatim
    made.filters["preformatted"] = markup.preformatted
    made.globals["front_matter"] = markup.front_matter
    made.globals["json_ld"] = markup.json_ld
    return made
