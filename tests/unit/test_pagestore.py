"""The page cache: what is stored of a page comes back, and what is damaged counts as missing."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.publish.pagestore import PageState, PageStore, opened
from briefings.publish.skeletons import SplitPage

NETS = SplitPage(
    "terms/net/index.md", "terms/net/", "# zqz0zqz\n\nzqz1zqz\n", ("Nets", "<p>A net"), (1,)
)
BOATS = SplitPage("terms/boat/index.md", "terms/boat/", "# zqz0zqz\n", ("Boats",), ())
STATE = PageState("term.md.j2", "v1", [("term", "net"), ("people", ("bo", 1))], "read", "skeleton")


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    return tmp_path / "pages.sqlite"


@pytest.fixture(name="store")
def _store(path: Path) -> Iterator[PageStore]:
    with opened(path) as store:
        store.put("terms/net/", STATE, NETS, array("Q", [1, 2]), array("Q", [7]))
        yield store


def damage(store: PageStore, statement: str) -> None:
    store._base.execute(statement)


def test_a_page_comes_back_as_it_was_stored(store: PageStore) -> None:
    # The digest is that of the skeleton it was stored with.
    assert store.page("terms/net/") == PageState(
        "term.md.j2", "v1", [("term", "net"), ("people", ("bo", 1))], "read", NETS.digest
    )
    assert store.split_page("terms/net/") == NETS
    assert store.page("terms/boat/") is None
    assert store.split_page("terms/boat/") is None


def test_only_what_was_committed_stays(path: Path) -> None:
    with opened(path) as store:
        store.put("terms/net/", STATE, NETS, array("Q"), array("Q"))
        store.commit()
        store.put("terms/boat/", STATE, BOATS, array("Q"), array("Q"))
    with opened(path) as store:
        assert store.page("terms/net/") is not None
        assert store.page("terms/boat/") is None


@pytest.mark.parametrize(
    "statement", ["UPDATE pages SET reads = x'00'", "UPDATE pages SET reads = 'no bytes'"]
)
def test_a_page_whose_reads_are_damaged_is_missing(store: PageStore, statement: str) -> None:
    damage(store, statement)
    assert store.page("terms/net/") is None


def test_words_that_are_damaged_are_missing(store: PageStore) -> None:
    damage(store, "UPDATE words SET words = x'00'")
    assert store.split_page("terms/net/") is None


def test_a_page_that_is_stored_again_is_no_longer_finished(store: PageStore) -> None:
    assert store.finished("terms/net/") == ("", "")
    store.put_finished("terms/net/", "shell", "sum")
    assert store.finished("terms/net/") == ("shell", "sum")
    store.put("terms/net/", STATE, NETS, array("Q"), array("Q"))
    assert store.finished("terms/net/") == ("", "")


def test_a_shell_comes_back_unless_it_is_damaged(store: PageStore) -> None:
    assert store.shell("key") is None
    store.put_shell("key", "<p>岸</p>")
    assert store.shell("key") == "<p>岸</p>"
    damage(store, "UPDATE shells SET html = x'00'")
    assert store.shell("key") is None


def test_links_are_checked_once_and_again_where_they_are_doubted(store: PageStore) -> None:
    assert dict(store.links_to_check()) == {"terms/net/": array("Q", [7])}
    store.set_checked(())
    assert dict(store.links_to_check()) == {}
    store.doubt_all()
    assert list(dict(store.links_to_check())) == ["terms/net/"]
    store.set_checked(["terms/net/"])
    assert list(dict(store.links_to_check())) == ["terms/net/"]


def test_the_places_of_pages_are_known(store: PageStore) -> None:
    assert store.ids("terms/net/") == array("Q", [1, 2])
    assert store.ids("terms/boat/") is None
    store.put("terms/boat/", STATE, BOATS, array("Q", [3]), array("Q"))
    assert sorted(n for ids in store.all_ids() for n in ids) == [1, 2, 3]
    # Half a number at the end is a damage that costs that number alone.
    damage(store, "UPDATE places SET ids = x'01000000000000000200' WHERE url = 'terms/net/'")
    assert len(store.ids("terms/net/") or ()) == 1


def test_pages_and_shells_that_are_gone_are_deleted(store: PageStore) -> None:
    store.put("terms/boat/", STATE, BOATS, array("Q", [3]), array("Q"))
    store.put_shell("old", "<p>")
    store.put_shell("new", "<p>")
    assert not store.prune(["terms/boat/", "terms/net/"], ["new"])
    assert store.shell("old") is None
    assert store.shell("new") == "<p>"
    assert store.prune(["terms/net/"], ["new"])
    assert store.page("terms/boat/") is None
    assert store.ids("terms/boat/") is None
    assert store.split_page("terms/net/") == NETS
    assert store._base.execute("SELECT count(*) FROM skeletons").fetchone() == (1,)
    # Nothing is left over that a later call would trip over.
    assert not store.prune(["terms/net/"], ["new"])


def test_a_store_of_another_version_begins_anew(path: Path) -> None:
    with opened(path) as store:
        store.put("terms/net/", STATE, NETS, array("Q"), array("Q"))
        store.commit()
    base = sqlite3.connect(path)
    base.execute("PRAGMA user_version = 99")
    base.execute("CREATE TABLE other (a)")
    base.commit()
    base.close()
    with opened(path) as store:
        assert store.page("terms/net/") is None
        store.put("terms/net/", STATE, NETS, array("Q"), array("Q"))
        store.commit()
    with opened(path) as store:
        assert store.page("terms/net/") is not None


def test_a_file_that_is_no_database_is_reported(path: Path) -> None:
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(sqlite3.DatabaseError), opened(path):
        pass
