"""Renders pages with Jinja2 templates that escape by default and raise for undefined names."""

from __future__ import annotations

import functools
import hashlib
import re
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from markupsafe import Markup

from . import interface, markup, urls
from .engine.keys import key_of
from .engine.store import MissingError, Store
from .isolation import PAGE, Part, attempt
from .model.page import UNMADE, Mark, Page, Piece
from .problems import Problems, shown
from .resources import SITE_FILES

_REFERENCE = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b\s*(?:([\"'])(.*?)\1)?")
# Pages in `docs/` to which editors may add text are templates too.
TEMPLATES = (SITE_FILES / "templates", SITE_FILES / "docs")


def render(page: Page) -> str:
    """The page's Markdown.

    In a template `{{ x }}` is literal text, `to(url)` is a link from this page, and
    `text | marked(marks)` is a passage with its marks.
    """
    to = functools.partial(urls.relative, page=page.url)
    return (
        _environment()
        .get_template(page.template)
        .render(page.context, to=to, marked=functools.partial(_marked, to=to))
    )


def file_templates() -> tuple[str, ...]:
    """Digests of the templates for files that belong to pages."""
    return tuple(template_digest(name) for name in ("chart.svg.j2", "embed.html.j2"))


def render_file(piece: Piece) -> str:
    """The text of a file that belongs to a page, by its template."""
    folder = piece.path.rpartition("/")[0]
    to = functools.partial(urls.relative, page=f"{folder}/")
    return _environment().get_template(piece.template).render(piece.content, to=to)


def render_part(template: str, shown: Mapping[str, Any]) -> str:
    """The text of a file of a book; `shown` provides `to`, which makes its links."""
    return _environment().get_template(template).render(shown)


class Rendering:
    """Renders pages one after another and reports errors in their templates.

    If one page fails, the error names the page; if all pages of a template fail, it names the
    template.
    """

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._rendered: Counter[str] = Counter()

    def text(self, page: Page) -> tuple[str, bool] | None:
        """The page's Markdown, and whether it is the intended page; None if the template is broken,
        which is reported.
        """
        try:
            part = Part(f"page {page.url or '/'}")
            work = functools.partial(render, page)
            text = attempt(PAGE, part, work, None, self._problems, known=TemplateError)
            self._rendered[page.template] += text is not None
            if text is None:
                return render(replace(page, template=UNMADE)), False
        except TemplateError as error:
            path, line = _place(error)
            self._problems.error(
                "template", shown(path or _file(page.template)), str(error.message or error),
                "fix the template; the last good site stays", line, 1 if line else 0,
            )  # fmt: skip
            return None
        return text, page.template != UNMADE

    def kept(self, template: str) -> None:
        """Counts a page that is reused from an earlier build."""
        self._rendered[template] += 1

    def all_templates_work(self) -> bool:
        """Whether each template rendered at least one page; reports those that did not."""
        for template, count in self._rendered.items():
            if not count:
                self._problems.error(
                    "template", shown(_file(template)), "renders no page: see the errors above",
                    "fix it; the last good site stays",
                )  # fmt: skip
        return all(self._rendered.values())


@functools.cache
def template_digest(template: str) -> str:
    """A digest of a template and everything it imports or extends; "" if it cannot be read."""
    digest = hashlib.sha256()
    waiting, seen = [template], {template}
    while waiting:
        name = waiting.pop()
        try:
            source = _environment().loader.get_source(_environment(), name)[0]  # type: ignore[union-attr]
        except TemplateError:
            return ""
        digest.update(f"{name}\0{source}\0".encode())
        # Searching the text for names is a hundred times faster than parsing the template.
        names = {quoted for _, quoted in _REFERENCE.findall(source)}
        if "" in names:  # a computed name: it may be any template
            names = {name_ for name_ in _environment().list_templates() if name_.endswith(".j2")}
        for other in sorted(names - seen):
            seen.add(other)
            waiting.append(other)
    return digest.hexdigest()


def reload_templates() -> None:
    """Clears the template cache, as `serve` does when a template has changed."""
    _environment.cache_clear()
    template_digest.cache_clear()


def keep_compiled(store: Store) -> None:
    """Caches compiled templates in a store, because compiling them takes a second."""
    _environment().bytecode_cache = _CompiledTemplates(store)


class _CompiledTemplates(BytecodeCache):
    """Compiled templates in a store, by their path and text."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(MissingError):
            bucket.bytecode_from_string(self._store.payload(_key(bucket)))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._store.put_payload(_key(bucket), bucket.bytecode_to_string())


def _key(bucket: Bucket) -> str:
    return key_of("template", bucket.key, bucket.checksum)


def _place(error: TemplateError) -> tuple[Path | None, int]:
    """The file and line of a template error; None and 0 if unknown."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if any(path.is_relative_to(folder) for folder in TEMPLATES):
            return path, frame.lineno or 0
    return None, 0


def _file(template: str) -> Path:
    """The path of a template, or the first path where it would be looked for."""
    paths = (folder / template for folder in TEMPLATES)
    return next((path for path in paths if path.exists()), TEMPLATES[0] / template)


class _Loader(FileSystemLoader):
    """Reads templates; an unreadable file is reported as an error of the template."""

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


class _Environment(Environment):
    """Resolves attributes as keys first, since contexts are dictionaries."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if obj.__class__ is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


@functools.cache
def _environment() -> Environment:
    environment = _Environment(
        loader=_Loader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=markup.literal,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["heading"] = markup.heading
    environment.filters["verbatim"] = markup.verbatim
    environment.filters["preformatted"] = markup.preformatted
    environment.globals["urls"] = urls
    environment.globals["interface"] = interface
    environment.globals["say"] = interface.say
    environment.globals["front_matter"] = markup.front_matter
    environment.globals["json_ld"] = markup.json_ld
    return environment
