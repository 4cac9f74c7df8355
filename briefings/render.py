"""Pages to text: Jinja2 templates that escape by default and refuse a name that is not there."""

from __future__ import annotations

import functools
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from markupsafe import Markup

from . import anchors, markup
from .isolation import PAGE, Part, attempt
from .model.page import UNMADE, Mark, Page
from .problems import Problems, shown
from .resources import SITE_FILES

# Pages of `docs/` are templates too where editors may add to them.
TEMPLATES = (SITE_FILES / "templates", SITE_FILES / "docs")


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


def render_all(pages: Iterable[Page], problems: Problems) -> dict[str, str] | None:
    """The text of each page by its path; None where a template is wrong, which is told.

    A page that cannot be rendered says so; where none can of those that a template makes, it is
    the template that is wrong.
    """
    texts: dict[str, str] = {}
    rendered: Counter[str] = Counter()
    for page in pages:
        try:
            part = Part(f"page {page.url or '/'}")
            text = attempt(
                PAGE, part, functools.partial(render, page), None, problems, known=TemplateError
            )
            rendered[page.template] += text is not None
            texts[page.path] = render(replace(page, template=UNMADE)) if text is None else text
        except TemplateError as error:
            path, line = _place(error)
            problems.error(
                "template", shown(path or _file(page.template)), str(error.message or error),
                "mend the template; the last good site stays", line, 1 if line else 0,
            )  # fmt: skip
            return None
    for template, count in rendered.items():
        if not count:
            problems.error(
                "template", shown(_file(template)), "makes no page: see what its pages say",
                "mend it; the last good site stays",
            )  # fmt: skip
    return texts if all(rendered.values()) else None


def reload_templates() -> None:
    """Has the templates read again, as `serve` does when one has changed."""
    _environment.cache_clear()


def _place(error: TemplateError) -> tuple[Path | None, int]:
    """The file and line of a template's mistake, None and 0 where it does not show."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if any(path.is_relative_to(folder) for folder in TEMPLATES):
            return path, frame.lineno or 0
    return None, 0


def _file(template: str) -> Path:
    """Where a template is, or would be looked for first."""
    found = (folder / template for folder in TEMPLATES)
    return next((path for path in found if path.exists()), TEMPLATES[0] / template)


class _Loader(FileSystemLoader):
    """Reads templates; a file that cannot be read is a mistake of the template."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateSyntaxError(
                f"cannot be read as UTF-8 text: {error}", 1, template, str(_file(template))
            ) from error


def _marked(text: str, marks: list[Mark], to: functools.partial[str]) -> Markup:
    return markup.marked(text, marks, to)


@functools.cache
def _environment() -> Environment:
    made = Environment(
        loader=_Loader(TEMPLATES),
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
    made.globals["anchors"] = anchors
    made.globals["front_matter"] = markup.front_matter
    made.globals["json_ld"] = markup.json_ld
    return made
