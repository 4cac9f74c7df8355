"""Built pages are valid HTML: the Nu HTML Checker, where Java is at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import Built
from tests.site import vnu

# Material's own, twice on each of its pages: on the check boxes that open drawer and search.
_OF_THE_THEME = re.compile(r"Attribute “autocomplete” is only allowed when the input type is ")


@pytest.fixture(scope="module", autouse=True)
def _checker() -> None:
    reason = vnu.unavailable()
    if reason:
        pytest.skip(reason)


def test_every_page_is_valid(built: Built) -> None:
    findings = [one for one in vnu.validate(built.pages) if not _OF_THE_THEME.search(one.message)]
    told = [f"{one.page}:{one.line}: {one.message} ({one.extract})" for one in findings]
    assert not told, f"{len(told)} errors:\n" + "\n".join(told)


def test_an_invalid_page_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        '<!DOCTYPE html><html lang="en"><head><title>x</title></head>'
        '<body><p id="a"></p><p id="a"><div></div></p></body></html>',
        encoding="utf-8",
    )
    messages = " ".join(one.message for one in vnu.validate([page]))
    assert "Duplicate ID" in messages
