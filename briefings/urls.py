"""Addresses of pages and paths of files on the site: the only module that constructs them.

Every address is relative to the site's root, has no leading slash, and ends in "/" or a fragment,
so that the site works under any subpath. `relative` turns one into a link from a page.
"""

from __future__ import annotations

import re

from .ids import NOTE_PREFIX, slug, text_id
from .model import Place

# The sections of the site.  A page's address is its section's address followed by its own name.
BRIEFINGS = "briefings/"
PEOPLE = "people/"
SPEAKERS = "speakers/"
OUTLETS = "outlets/"
SUBJECTS = "topics-and-terms/"
TOPICS = "topics/"
TERMS = "terms/"
NOTES = "notes/"
NUMBERS = "numbers/"
FIGURES = "figures/"
INDICATORS = "indicators/"
COMPARE = "compare/"
DISCREPANCIES = "discrepancies/"
FORMULAS = "formulas/"
COMMITMENTS = "commitments/"
MENTIONS = "mentions/"
SOURCES = "sources/"
DATA = "data/"
CODEBOOK = "data/codebook/"
REPORT = "report/"
CHANGES = "changes/"
SEARCH = "search/"
CHECK = "check/"
HOW_TO_READ = "how-to-read/"
ABOUT = "about/"

# Files at the site's root, for programs; the feed of briefings is named in `mkdocs.yml`.
CORRECTIONS_FEED = "corrections.xml"
NOTES_FEED = "notes.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
LLMS = "llms.txt"
SEARCH_DESCRIPTION = "opensearch.xml"
ICON = "assets/favicon.svg"

_PART = re.compile(r"(?:year|letter|institution)/[^/]+/(?:[0-9]+/)?$")


def briefing_url(briefing: str, fragment: str = "") -> str:
    return _with(f"{BRIEFINGS}{briefing}/", fragment)


def book_url(briefing: str, form: str) -> str:
    """A briefing as a single file for download; `form` is `epub` or `pdf`."""
    return f"{BRIEFINGS}{briefing}/{briefing}.{form}"


def briefing_of(page: str) -> str | None:
    """The briefing that an address is the page of; None for any other page.

    >>> briefing_of("briefings/2021-05-04-nets/"), briefing_of("briefings/year/2021/")
    ('2021-05-04-nets', None)
    """
    name = page.removeprefix(BRIEFINGS).rstrip("/")
    return name if page.startswith(BRIEFINGS) and name and "/" not in name else None


def chapter_file(source: str) -> str:
    """The file of a text within the EPUB of its briefing."""
    return f"{text_id(source)}.xhtml"


def speaker_url(person: str) -> str:
    return f"{SPEAKERS}{person}/"


def outlet_url(outlet: str) -> str:
    return f"{OUTLETS}{outlet}/"


def topic_url(topic: str) -> str:
    return f"{TOPICS}{topic}/"


def term_url(term: str) -> str:
    return f"{TERMS}{term}/"


def term_of(url: str) -> str:
    """The term that an address is the page of.

    >>> term_of("terms/fengqiao-experience/")
    'fengqiao-experience'
    """
    return url.removeprefix(TERMS).rstrip("/")


def figure_url(figure: str) -> str:
    """The figure's row in the table of all figures."""
    return _with(FIGURES, figure)


def indicator_url(indicator: str) -> str:
    return f"{INDICATORS}{indicator}/"


def indicator_file(indicator: str, name: str) -> str:
    """A file next to an indicator's page, such as `numbers.csv` or `chart.svg`."""
    return f"{INDICATORS}{indicator}/{name}"


def note_url(briefing: str, note_place: str) -> str:
    """The place of a note, beside its passage on the briefing's page."""
    return briefing_url(briefing, f"{NOTE_PREFIX}{note_place}")


def source_url(source: str, line: int | None = None) -> str:
    return _with(f"{SOURCES}{slug(source)}/", f"L{line}" if line else "")


def compare_url(briefing: str, sources: tuple[str, str] | None = None) -> str:
    """The comparison of two texts of a briefing: those in `sources`, by default the first two."""
    page = f"{COMPARE}{briefing}/"
    return page if sources is None else f"{page}{slug('-'.join(sources))}/"


def discrepancy_url(id_: str) -> str:
    return _with(DISCREPANCIES, id_)


def formula_url(id_: str) -> str:
    return _with(FORMULAS, id_)


def commitment_url(id_: str) -> str:
    """An announcement's row in the list of all announcements."""
    return _with(COMMITMENTS, id_)


def data_url(file: str, fragment: str = "") -> str:
    """A file of the published data, given its path below `data/`."""
    return _with(f"{DATA}{file}", fragment)


def briefing_file(briefing: str, ending: str) -> str:
    """The file of a briefing in the published data.

    >>> briefing_file("2021-05-04-fish", "txt")
    'data/briefings/2021-05-04-fish.txt'
    """
    return data_url(f"{BRIEFINGS}{briefing}.{ending}")


def text_file(source: str) -> str:
    """The file of a single text in the published data.

    >>> text_file("000")
    'data/texts/000.txt'
    """
    return data_url(f"texts/{source}.txt")


def text_name(briefing: str, source: str, primary: bool) -> str:
    """The base name of a text's files: the briefing's slug, followed by the source id unless it is
    primary.

    >>> text_name("2021-05-04-fish", "003", primary=False)
    '2021-05-04-fish.003'
    """
    return briefing if primary else f"{briefing}.{slug(source)}"


def tei_file(text: str) -> str:
    """The TEI file of a text relative to `data/`; `text` is its `text_name`.

    >>> tei_file("2021-05-04-fish")
    'tei/2021-05-04-fish.xml'
    """
    return f"tei/{text}.xml"


TEI_CORPUS = tei_file("corpus")
"""The root of the TEI corpus; no briefing can have this name, since it contains no date."""


def akn_file(text: str) -> str:
    """The Akoma Ntoso file of a text relative to `data/`; `text` is its `text_name`."""
    return f"akn/{text}.xml"


def tei_url(text: str) -> str:
    """The address of a text in TEI; `text` is its `text_name`."""
    return data_url(tei_file(text))


def akn_url(text: str) -> str:
    """The address of a text in Akoma Ntoso; `text` is its `text_name`."""
    return data_url(akn_file(text))


def phrase_url(id_: str, has_page: bool) -> str:
    """A set phrase: its page if it has one, otherwise its row in the list of all phrases."""
    return phrase_page_url(id_) if has_page else _with(FORMULAS, id_)


def phrase_page_url(id_: str) -> str:
    """The page of a set phrase; not every phrase has one."""
    return f"{FORMULAS}{id_}/"


def phrase_of(page: str) -> str | None:
    """The set phrase that an address is the page of; None for any other page.

    The id of a phrase has several words, unlike the name of a part of the list.

    >>> phrase_of("formulas/firmly-opposes/"), phrase_of("formulas/year/2023/")
    ('firmly-opposes', None)
    """
    id_ = page.removeprefix(FORMULAS).rstrip("/")
    return id_ if page.startswith(FORMULAS) and "-" in id_ and "/" not in id_ else None


def part_url(page: str, by: str, key: str, number: int | None = None) -> str:
    """The part of a long page for a year or letter, numbered if the key has several parts.

    >>> part_url("figures/", "year", "2023"), part_url("figures/", "year", "2023", 2)
    ('figures/year/2023/', 'figures/year/2023/2/')
    """
    return f"{page}{by}/{slug(key)}/" + (f"{number}/" if number is not None else "")


def list_url(part: str) -> str:
    """The full list that a part belongs to; any other page's address is returned unchanged.

    >>> list_url("figures/year/2023/2/"), list_url("briefings/2023-05-04-boats/")
    ('figures/', 'briefings/2023-05-04-boats/')
    """
    return _PART.sub("", part)


def rows_path(page: str, name: str) -> str:
    """The path of a file with rows of a page's table, loaded by its script."""
    return f"{page}rows/{name}.json"


def popovers_path(page: str) -> str:
    """The path of a file with the explanations of a briefing's marks, loaded by its script."""
    return f"{page}marks.json"


def places_path(page: str, number: int) -> str:
    """The path of a file that says on which part of a page an id is (see `places_number`)."""
    return f"{page}places/{number}.json"


def places_number(id_: str, files: int) -> int:
    """Which of several files has the place of an id; a script computes the same number.

    >>> places_number("2021-05-04-t2p1-f1", 1), places_number("ab", 7)
    (0, 4)
    """
    number = 0
    for character in id_:
        number = (number * 31 + ord(character)) % 1_000_003
    return number % files


def place_url(place: Place) -> str:
    """The passage on its briefing's page; a line outside any passage, on its source's page."""
    if place.passage is None:
        return source_url(place.source, place.line)
    return briefing_url(place.briefing, place.passage)


def relative(url: str, page: str) -> str:
    """A link to `url` from the page at `page` (both relative to the site's root).

    >>> relative("speakers/sun-maoli/", "briefings/x/")
    '../../speakers/sun-maoli/'
    >>> relative("briefings/x/#t1p1", "briefings/x/")
    '#t1p1'
    """
    target, hash_, fragment = url.partition("#")
    if target == page and hash_:
        return f"#{fragment}"
    here = page.split("/")[:-1]
    *there, name = target.split("/")
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    path = "../" * (len(here) - shared) + "".join(f"{part}/" for part in there[shared:]) + name
    return (path or "./") + hash_ + fragment


def _with(url: str, fragment: str) -> str:
    return f"{url}#{fragment}" if fragment else url
