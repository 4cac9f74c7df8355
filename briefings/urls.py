"""Addresses of pages and paths of files on the site: the only module that makes one.

Every address is relative to the site's root, has no leading slash, and ends in "/" or a fragment,
so that the site works under any subpath.  `relative` turns one into a link from a page.
"""

from __future__ import annotations

import re

from .ids import NOTE_PREFIX, slug, text_id
from .model import Place

# The sections of the site.  A page's address is that of its section and its own name.
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
    """A briefing as one file to keep: `epub` or `pdf`."""
    return f"{BRIEFINGS}{briefing}/{briefing}.{form}"


def briefing_of(page: str) -> str | None:
    """The briefing whose page an address is; None where it is another page.

    >>> briefing_of("briefings/2021-05-04-nets/"), briefing_of("briefings/year/2021/")
    ('2021-05-04-nets', None)
    """
    name = page.removeprefix(BRIEFINGS).rstrip("/")
    return name if page.startswith(BRIEFINGS) and name and "/" not in name else None


def chapter_file(source: str) -> str:
    """The file of a text in the EPUB of its briefing."""
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
    """The term whose page an address is.

    >>> term_of("terms/fengqiao-experience/")
    'fengqiao-experience'
    """
    return url.removeprefix(TERMS).rstrip("/")


def figure_url(figure: str) -> str:
    """The figure's row in the table of them all."""
    return _with(FIGURES, figure)


def indicator_url(indicator: str) -> str:
    return f"{INDICATORS}{indicator}/"


def indicator_file(indicator: str, name: str) -> str:
    """A file that stands beside an indicator's page: `numbers.csv`, `chart.svg`."""
    return f"{INDICATORS}{indicator}/{name}"


def note_url(briefing: str, note_place: str) -> str:
    """Where a note stands: beside its passage on the page of the briefing."""
    return briefing_url(briefing, f"{NOTE_PREFIX}{note_place}")


def source_url(source: str, line: int | None = None) -> str:
    return _with(f"{SOURCES}{slug(source)}/", f"L{line}" if line else "")


def compare_url(briefing: str, sources: tuple[str, str] | None = None) -> str:
    """Two texts of a briefing side by side: its first two, or those of `sources`."""
    page = f"{COMPARE}{briefing}/"
    return page if sources is None else f"{page}{slug('-'.join(sources))}/"


def discrepancy_url(id_: str) -> str:
    return _with(DISCREPANCIES, id_)


def formula_url(id_: str) -> str:
    return _with(FORMULAS, id_)


def commitment_url(id_: str) -> str:
    """An announcement's row in the list of them all."""
    return _with(COMMITMENTS, id_)


def data_url(file: str, fragment: str = "") -> str:
    """A file of the published data, by its path below `data/`."""
    return _with(f"{DATA}{file}", fragment)


def briefing_file(briefing: str, ending: str) -> str:
    """A briefing as a file of the published data.

    >>> briefing_file("2021-05-04-fish", "txt")
    'data/briefings/2021-05-04-fish.txt'
    """
    return data_url(f"{BRIEFINGS}{briefing}.{ending}")


def text_file(source: str) -> str:
    """A text by itself as a file of the published data.

    >>> text_file("000")
    'data/texts/000.txt'
    """
    return data_url(f"texts/{source}.txt")


def text_name(briefing: str, source: str, primary: bool) -> str:
    """What the files of one text are called: as the briefing, and but for the primary text its id.

    >>> text_name("2021-05-04-fish", "003", primary=False)
    '2021-05-04-fish.003'
    """
    return briefing if primary else f"{briefing}.{slug(source)}"


def tei_file(text: str) -> str:
    """A text in TEI, by its `text_name`, below `data/`.

    >>> tei_file("2021-05-04-fish")
    'tei/2021-05-04-fish.xml'
    """
    return f"tei/{text}.xml"


TEI_CORPUS = tei_file("corpus")
"""The root of the corpus in TEI; no briefing has its name, which holds no day."""


def akn_file(text: str) -> str:
    """A text in Akoma Ntoso, by its `text_name`, below `data/`."""
    return f"akn/{text}.xml"


def tei_url(text: str) -> str:
    """A text in TEI, by its `text_name`."""
    return data_url(tei_file(text))


def akn_url(text: str) -> str:
    """A text in Akoma Ntoso, by its `text_name`."""
    return data_url(akn_file(text))


def phrase_url(id_: str, has_page: bool) -> str:
    """A set phrase: its page, or its row in the list of them all."""
    return phrase_page_url(id_) if has_page else _with(FORMULAS, id_)


def phrase_page_url(id_: str) -> str:
    """The page of a set phrase that has one."""
    return f"{FORMULAS}{id_}/"


def phrase_of(page: str) -> str | None:
    """The set phrase whose page an address is: its id has several words, no part of a list has.

    >>> phrase_of("formulas/firmly-opposes/"), phrase_of("formulas/year/2023/")
    ('firmly-opposes', None)
    """
    id_ = page.removeprefix(FORMULAS).rstrip("/")
    return id_ if page.startswith(FORMULAS) and "-" in id_ and "/" not in id_ else None


def part_url(page: str, by: str, key: str, number: int | None = None) -> str:
    """A part of a page that is too long for one: of a year or a letter, numbered where several.

    >>> part_url("figures/", "year", "2023"), part_url("figures/", "year", "2023", 2)
    ('figures/year/2023/', 'figures/year/2023/2/')
    """
    return f"{page}{by}/{slug(key)}/" + (f"{number}/" if number is not None else "")


def list_url(part: str) -> str:
    """The page of the whole list that a part belongs to; of any other page its own address.

    >>> list_url("figures/year/2023/2/"), list_url("briefings/2023-05-04-boats/")
    ('figures/', 'briefings/2023-05-04-boats/')
    """
    return _PART.sub("", part)


def rows_path(page: str, name: str) -> str:
    """A file with rows of a page's table, for its script."""
    return f"{page}rows/{name}.json"


def popovers_path(page: str) -> str:
    """A file with what the marks of a briefing's page tell, for its script."""
    return f"{page}marks.json"


def places_path(page: str, number: int) -> str:
    """A file that says on which part of a page an id stands (see `places_number`)."""
    return f"{page}places/{number}.json"


def places_number(id_: str, files: int) -> int:
    """Which of several files tells where an id stands; a script reckons the same.

    >>> places_number("2021-05-04-t2p1-f1", 1), places_number("ab", 7)
    (0, 4)
    """
    number = 0
    for character in id_:
        number = (number * 31 + ord(character)) % 1_000_003
    return number % files


def place_url(place: Place) -> str:
    """The passage on its briefing page; a line that is none, on its source page."""
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
