"""A built site read back: the one that the tests build, or `site/` by `make verify`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Built
from tests.site.checks import CHECKS


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_site_has_no_fault(built: Built, check: Callable[[Built], list[str]]) -> None:
    assert check(built) == []
