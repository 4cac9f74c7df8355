"""From the texts of press briefings to turns, figures, and an annotated, searchable site.

    >>> import briefings
    >>> text = briefings.parse_text('''Press conference on nets, 4 May 2021
    ...
    ... Speakers:
    ... Bo Fisher, director of the Harbour Office
    ...
    ... Bo Fisher: We mended 1,200 nets in 2020.
    ... ''')
    >>> [(turn.speaker.name, turn.passages[0].text) for turn in text.turns]
    [('Bo Fisher', 'We mended 1,200 nets in 2020.')]
    >>> figures = briefings.analyse([text]).figures
    >>> [(figure.stated.value, figure.stated.unit, figure.stated.subject) for figure in figures]
    [(1200, 'count', 'nets mended')]

`parse_text` and `parse_file` read one text, `analyse` finds what several say, `read_corpus` does
both for a folder with what editors wrote about it, and `build_site` makes the site.  What they
return is frozen and plain (`briefings.model`).  If a text cannot be read, they raise
`InputError`, which lists every mistake with file and line; mere doubts are warnings, which are
added to `problems` if it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .problems import InputError, Problem, Problems

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from .model import Corpus, Witness

__all__ = [
    "InputError",
    "Problem",
    "Problems",
    "__version__",
    "analyse",
    "build_site",
    "parse_file",
    "parse_text",
    "read_corpus",
]

__version__ = "0.2.0"


# The stages are imported when a function is called, to keep `import briefings` fast.


def parse_text(text: str, *, name: str = "text.txt", problems: Problems | None = None) -> Witness:
    """The structure of one text: its title, date, participants, and who said what.

    `name` is used as a file name: it ends in .txt, .md or .html, and the part before the
    first underscore or dot is the id of the source.

    Returns a `Witness`: a transcript has `turns`, each with a `speaker` (`kind` chair, official,
    outlet or unknown; `name`) and `passages` (`id`, `text`, `line` counted from 1); an article has
    `sections`.  Dates are ISO, with `--` for a year that the text does not print.

    Raises `InputError` if there is nothing to read.
    """
    from .texts import parse

    return parse(text.encode(), name, name, problems)


def parse_file(path: str | Path, *, problems: Problems | None = None) -> Witness:
    """The structure of the text in a file; see `parse_text`.

    The encoding is detected.  Raises `InputError` if the file cannot be read or contains no text.
    """
    from .texts import parse, read_bytes

    return parse(read_bytes(path), str(path), str(path), problems)


def analyse(texts: Iterable[Witness], *, problems: Problems | None = None) -> Corpus:
    """What the texts say, without any editorial files.

    Texts of the same event become one briefing.  Returns a `Corpus`: `briefings` (each with its
    `exchanges`: a question and its answers), `people`, `outlets`, and `figures`, one for each
    stated quantity.  `figure.stated` has `value` (a number; "6.05 million" is 6050000),
    `unit` ("%", "CNY", "km", "people", or "count" of what `subject` names), `comparator` (=, >, <,
    ~), `direction` and `period`; `figure.place` leads to its words: `text[start:end] == quote`.

    Raises `InputError` if there is no text, or if two have the same id.
    """
    from .texts import analyse

    return analyse(tuple(texts), problems)


def read_corpus(
    seeds: str | Path, editorial: str | Path | None = None, *, problems: Problems | None = None
) -> Corpus:
    """Reads the texts in a folder with their editorial files.

    `seeds` has the texts, `editorial` the YAML files; by default the folder `editorial` beside
    `seeds` is read, if it exists.  Nothing is written.

    Returns a `Corpus` as `analyse` does, with topics, indicators, discrepancies, terms and notes,
    and the relations between the texts (`relations`).

    Raises `InputError` with every error in either folder.
    """
    from .texts import read_corpus

    return read_corpus(seeds, editorial, problems)


def build_site(
    seeds: str | Path,
    site: str | Path,
    editorial: str | Path | None = None,
    *,
    problems: Problems | None = None,
) -> None:
    """Builds the site of the texts in `seeds` into the folder `site`.

    `editorial` is as for `read_corpus`.  An existing site is replaced at the end, in one
    step; nothing is done if nothing has changed.  The environment variable SITE_URL is the
    address that the site will have.

    Raises `InputError` with every error; the existing site then stays.
    """
    from .texts import build_site

    build_site(seeds, site, editorial, problems)
