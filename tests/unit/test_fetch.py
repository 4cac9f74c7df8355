"""Test fetching a page by its URL from a local server: which pages are fetched or refused."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from briefings import intake, pipeline
from briefings.intake.fetch import USER_AGENT, FetchError, Rules, fetch
from briefings.problems import Problems
from briefings.progress import Progress

LOCAL = Rules(seconds=5, allow_local=True)
_POLL = 0.01  # seconds: a server ends so soon after it is told to
PAGE = """<html><head><title>Knots</title></head><body>
<h1>Ministry of Nets holds press conference on knots</h1>
<p>Oslo, 3 May 2021</p>
<p>Ida Berg: Good morning. The floor is open for questions.</p>
<p>Net Weekly: How many knots are there in Brünn?</p>
<p>Ole Dahl, director of knots: Ten. Thank you.</p>
</body></html>
"""


@dataclass
class Site:
    """The server's responses by path (status, headers, body), and the requests it received."""

    url: str = ""
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    delay: float = 0

    def page(self, path: str, body: bytes | str, kind: str = "text/html; charset=utf-8") -> str:
        data = body.encode() if isinstance(body, str) else body
        self.answers[path] = (200, {"Content-Type": kind}, data)
        return self.url + path

    def redirect(self, path: str, to: str, status: int = 302) -> str:
        self.answers[path] = (status, {"Location": to}, b"")
        return self.url + path


@pytest.fixture(name="site")
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    for name in (
        "http_proxy",
        "HTTP_PROXY",
        "https_proxy",
        "HTTPS_PROXY",
        "all_proxy",
        "ALL_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.agents.add(self.headers["User-Agent"])
            if self.path != "/robots.txt":
                time.sleep(site.delay)
            status, headers, body = site.answers.get(self.path, (404, {}, b"no such page"))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):  # who asked may have gone
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, args=(_POLL,), daemon=True)
    thread.start()
    site.url = f"http://127.0.0.1:{http.server_port}"
    yield site
    http.shutdown()
    http.server_close()


def test_a_page_is_fetched_politely_under_the_name_of_the_project(site: Site) -> None:
    url = site.page("/a/t20_77.html?x=1", PAGE)
    page = fetch(f"{url}#top", LOCAL)
    assert (page.name, page.data, page.charset) == ("t20_77.html", PAGE.encode(), "utf-8")
    assert page.url == url
    assert site.asked == ["/robots.txt", "/a/t20_77.html?x=1"]
    assert site.agents == {USER_AGENT}
    assert "annotated-briefings" in USER_AGENT


def test_a_page_is_taken_in_with_its_address_and_the_day(site: Site, tmp_path: Path) -> None:
    url = site.page("/t7", PAGE.encode("latin-1"), "text/html; charset=ISO-8859-1")
    options = pipeline.Options(tmp_path / "seeds", tmp_path / "editorial", tmp_path / "site")
    problems = Problems()
    wishes = intake.Wishes(today="2026-11-25", rules=LOCAL)
    intake.take_in([url], options, problems, Progress(quiet=True), wishes)
    assert problems.errors == []
    assert (options.seeds / "t7.html").read_bytes() == PAGE.encode("latin-1")
    written = (options.editorial / "sources" / "t7.yml").read_text("utf-8")
    assert f'url: "{url}"\n' in written
    assert 'retrieved: "2026-11-25"\n' in written
    built = Problems()
    corpus = pipeline.gather(options.seeds, options.editorial, built)
    assert built.errors == []
    (witness,) = corpus.briefings[0].witnesses
    assert any("Brünn" in passage.text for passage in witness.passages)
    assert (witness.settings.url, witness.settings.retrieved) == (url, "2026-11-25")


@pytest.mark.parametrize(
    "robots",
    ["User-agent: *\nDisallow: /secret", "User-agent: annotated-briefings\nDisallow: /"],
)
def test_what_robots_txt_forbids_is_not_asked_for(robots: str, site: Site) -> None:
    site.page("/robots.txt", robots, "text/plain")
    url = site.page("/secret/x.html", PAGE)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetch(url, LOCAL)
    assert site.asked == ["/robots.txt"]


@pytest.mark.parametrize(
    ("status", "fetched"), [(404, True), (401, False), (403, False), (500, False), (503, False)]
)
def test_a_robots_txt_that_cannot_be_read(status: int, fetched: bool, site: Site) -> None:
    """Fetch with 404; refuse with 401, 403 and 5xx. RFC 9309 requires the refusal for 5xx only."""
    site.answers["/robots.txt"] = (status, {}, b"")
    url = site.page("/x.html", PAGE)
    if fetched:
        assert fetch(url, LOCAL).data
    else:
        with pytest.raises(FetchError):
            fetch(url, LOCAL)
        assert "/x.html" not in site.asked


def test_a_redirect_is_followed_and_held_to_the_same_rules(site: Site) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /secret", "text/plain")
    target = site.page("/new.html", PAGE)
    assert fetch(site.redirect("/old.html", "/new.html", 301), LOCAL).url == target
    site.page("/secret.html", PAGE)
    with pytest.raises(FetchError, match="robots"):
        fetch(site.redirect("/to-secret", "/secret.html"), LOCAL)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/x", "javascript:alert(1)", "data:,x"]
)
def test_a_redirect_to_another_scheme_is_refused(target: str, site: Site) -> None:
    with pytest.raises(FetchError, match="begins with"):
        fetch(site.redirect("/x", target), LOCAL)


def test_a_circle_of_redirects_ends(site: Site) -> None:
    with pytest.raises(FetchError, match="endlessly"):
        fetch(site.redirect("/x", "/x"), LOCAL)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost:8000/", "http://x.localhost/", "http://10.0.0.1/",
        "http://192.168.1.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/",
        "http://[fd00::1]/", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/",
    ],
)  # fmt: skip
def test_an_address_inside_a_private_network_is_refused(url: str, site: Site) -> None:
    with pytest.raises(FetchError, match="private network"):
        fetch(url, Rules(seconds=2))
    assert site.asked == []


def test_a_name_that_stands_for_a_private_address_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [(2, 1, 6, "", ("10.1.2.3", 0))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: found)
    with pytest.raises(FetchError, match="private network"):
        fetch("http://intranet.example.org/", Rules(seconds=2))
    assert site.asked == []


def test_a_name_that_leads_elsewhere_when_it_is_called_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address is looked at once more when the line is up, before anything is asked."""
    monkeypatch.setattr("briefings.intake.fetch._check_host", lambda *_: None)
    with pytest.raises(FetchError, match="private network"):
        fetch(f"{site.url}/x", Rules(seconds=2))
    assert site.asked == []


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://example.org/x", "begins with ftp"),
        ("http://", "not an address"),
        ("http://user:secret@example.org/", "user name"),
        ("http://example.org:port/", "not an address"),
        ("http://exa\nmple..org/", "not an address|unknown|not known|private"),
    ],
)
def test_what_is_no_address(url: str, says: str) -> None:
    with pytest.raises(FetchError, match=says):
        fetch(url, Rules(seconds=2))


def test_what_is_too_large_is_not_read_to_its_end(site: Site) -> None:
    url = site.page("/big.html", "x" * 200_000)
    with pytest.raises(FetchError, match="larger than"):
        fetch(url, Rules(seconds=5, max_bytes=100_000, allow_local=True))


def test_what_takes_too_long_is_given_up(site: Site) -> None:
    url = site.page("/slow.html", PAGE)
    site.delay = 3
    with pytest.raises(FetchError, match="within 1 second"):
        fetch(url, Rules(seconds=1, allow_local=True))


@pytest.mark.parametrize("kind", ["application/pdf", "image/png"])
def test_what_is_no_text_is_refused(kind: str, site: Site) -> None:
    with pytest.raises(FetchError, match=kind):
        fetch(site.page("/x", b"%PDF", kind), LOCAL)


def test_a_page_that_is_not_there_is_told_of_its_address(site: Site, tmp_path: Path) -> None:
    options = pipeline.Options(tmp_path / "seeds", tmp_path / "editorial", tmp_path / "site")
    problems = Problems()
    url = f"{site.url}/gone.html"
    wishes = intake.Wishes(rules=LOCAL)
    intake.take_in([url], options, problems, Progress(quiet=True), wishes)
    (error,) = problems.errors
    assert (error.rule, error.path) == ("not-fetched", url)
    assert "404" in error.message
    assert not options.seeds.exists()
