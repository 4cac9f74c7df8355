"""The quotations that readers are offered to try, from the newest transcript of the five texts."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from briefings.model.page import SiteInfo
from briefings.views.check import check_page
from briefings.views.lookup import Lookup
from tests.gathered import five


def test_examples_are_words_of_officials_whole_altered_and_joined() -> None:
    page = check_page(Lookup(five(), SiteInfo("Briefings")))
    whole, altered, joined = (
        parse_qs(urlsplit(example.url).query)["q"][0] for example in page.context["examples"]
    )
    assert whole == (
        "So far, 23 out of the 26 measures have been put in place, and the remaining three are "
        "steadily progressing."
    )
    assert altered == whole.replace("23", "26", 1)
    assert joined.startswith("I would like to express my gratitude for … ")
    assert joined.endswith("policies and measures that prioritize the grassroots level.")
