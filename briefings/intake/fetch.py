"""Fetches a page from the web with the restraint of a well-behaved crawler, and returns its bytes.

Only http and https are allowed, and robots.txt is respected. A few redirects are followed, under
the same rules; addresses in private networks are refused; time and size are limited.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from ..read import MAX_BYTES

AGENT = "annotated-briefings"
USER_AGENT = f"{AGENT}/1.0 (takes single briefings in for a site of annotated transcripts)"
SECONDS = 30.0
REDIRECTS = 5
ROBOTS_BYTES = 500_000

_CHUNK = 65_536
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
}


class FetchError(Exception):
    """Says why an address was not fetched (`args[0]`) and what an editor can do about
    it (`hint`).
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Fetched:
    """A server's response: its bytes, the file name for them, and the charset from its header."""

    url: str
    name: str
    data: bytes
    charset: str | None


@dataclass(frozen=True, slots=True)
class Rules:
    """Limits of a fetch; `allow_local` is for tests with a local server."""

    seconds: float = SECONDS
    max_bytes: int = MAX_BYTES
    allow_local: bool = False


def is_address(text: str) -> bool:
    """Whether an argument is a web address rather than a path.

    >>> is_address("https://example.org/x"), is_address("ftp://example.org/"), is_address("x.txt")
    (True, True, False)
    """
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", text) is not None


def fetch(url: str, rules: Rules | None = None) -> Fetched:
    """Fetches the page at an address.

    Raises:
        FetchError: if the page cannot or must not be fetched, or is not text.
    """
    fetcher = _Fetcher(rules or Rules())
    current = _normal(url)
    for _ in range(REDIRECTS + 1):
        if not fetcher.allowed(current):
            raise FetchError(
                "must not be fetched: its robots.txt disallows it",
                "save the page in a browser and add the file",
            )
        answer = fetcher.get(current)
        if answer.location is None:
            return _fetched(current, answer)
        current = _normal(urljoin(current, answer.location))
    raise FetchError("redirects endlessly", "open it in a browser")


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    data: bytes
    location: str | None


class _Fetcher:
    """One fetch: its deadline, and the robots.txt of every host contacted."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._deadline = time.monotonic() + rules.seconds
        self._robots: dict[str, RobotFileParser] = {}
        # Without handlers, redirects and errors are returned like other responses; how they are
        # handled is decided here.
        self._opener = urllib.request.OpenerDirector()
        self._opener.add_handler(urllib.request.ProxyHandler())
        self._opener.add_handler(_Http(rules.allow_local))
        self._opener.add_handler(_Https(rules.allow_local))

    def allowed(self, url: str) -> bool:
        """Whether the host's robots.txt allows the fetch; a host without one allows everything."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(f"{site}/robots.txt")
        return self._robots[site].can_fetch(AGENT, url)

    def _read_robots(self, url: str) -> RobotFileParser:
        robots = RobotFileParser(url)
        for _ in range(REDIRECTS + 1):
            answer = self.get(url, accept_errors=True, limit=ROBOTS_BYTES)
            if answer.location is None:
                break
            url = _normal(urljoin(url, answer.location))
        if answer.status in (401, 403):
            robots.parse(["User-agent: *", "Disallow: /"])
        elif answer.status >= 500:
            raise FetchError(
                f"has a robots.txt that cannot be read (status {answer.status})",
                "try again later, or save the page in a browser and add the file",
            )
        else:
            rules = answer.data if answer.status == 200 else b""
            robots.parse(rules.decode("utf-8", "replace").splitlines())
        return robots

    def get(self, url: str, accept_errors: bool = False, limit: int | None = None) -> _Answer:
        """The response to a single request; redirects are not followed."""
        _check_host(url, self._rules.allow_local)
        request = urllib.request.Request(  # noqa: S310 (`_normal` lets http and https through)
            url,
            headers={
                "User-Agent": USER_AGENT,
                "Accept": "text/html, text/plain;q=0.9, */*;q=0.1",
                "Accept-Encoding": "identity",
            },
        )
        try:
            with self._opener.open(request, timeout=self._left()) as response:
                return self._answer(response, accept_errors, limit)
        except (TimeoutError, urllib.error.URLError, http.client.HTTPException, OSError) as error:
            reason = error.reason if isinstance(error, urllib.error.URLError) else error
            if isinstance(reason, FetchError):
                raise reason from None
            if isinstance(reason, TimeoutError):
                raise self._too_slow() from None
            raise FetchError(
                f"cannot be fetched: {reason or type(error).__name__}",
                "check the address, or save the page in a browser and add the file",
            ) from None

    def _answer(
        self, response: http.client.HTTPResponse, accept_errors: bool, limit: int | None
    ) -> _Answer:
        status = response.status
        location = response.headers.get("Location") if 300 <= status < 400 else None
        if location is None and not accept_errors and status != 200:
            raise FetchError(
                f"cannot be fetched: the server answers {status} {response.reason}",
                "check the address",
            )
        data = b"" if location is not None else self._body(response, limit)
        return _Answer(status, _lowered(response.headers), data, location)

    def _body(self, response: http.client.HTTPResponse, limit: int | None) -> bytes:
        most = limit or self._rules.max_bytes
        chunks, size = [], 0
        while chunk := response.read1(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if size > most and limit is not None:
                break  # crawlers do not read more of a robots.txt either
            if size > most:
                raise FetchError(
                    f"is larger than {most / 1e6:.0f} MB", "check that it is a transcript"
                )
            self._left()
        return b"".join(chunks)

    def _left(self) -> float:
        seconds = self._deadline - time.monotonic()
        if seconds <= 0:
            raise self._too_slow()
        return seconds

    def _too_slow(self) -> FetchError:
        return FetchError(
            f"was not sent within {self._rules.seconds:.0f} seconds",
            "try again later, or save the page in a browser and add the file",
        )


def _public(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_global


def _check_host(url: str, allow_local: bool) -> None:
    """Refuses names that resolve to an address of this computer or its network."""
    host = urlsplit(url).hostname or ""
    proxied = urllib.request.getproxies().get(urlsplit(url).scheme)
    try:
        is_public = _public(host)
    except ValueError:
        is_public = host.rstrip(".") != "localhost" and not host.endswith(".localhost")
        if is_public and not proxied and not allow_local:
            is_public = _resolves_to_public(host)
    if not is_public and not allow_local:
        raise FetchError(
            f"leads to {host}, an address inside a private network",
            "save the page in a browser and add the file",
        )


def _resolves_to_public(host: str) -> bool:
    try:
        addresses = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(f"has the host {host!r}, which is not known", "check it") from None
    return all(_public(str(entry[4][0])) for entry in addresses)


def _check_peer(connection: http.client.HTTPConnection, allow_local: bool) -> None:
    """Checks the peer's address again: the name may have been resolved differently in
    the meantime.
    """
    if allow_local or urllib.request.getproxies():
        return
    if not _public(str(connection.sock.getpeername()[0])):
        connection.close()
        raise FetchError(
            f"leads to {connection.host}, an address inside a private network",
            "save the page in a browser and add the file",
        )


class _Http(urllib.request.HTTPHandler):
    def __init__(self, allow_local: bool) -> None:
        super().__init__()
        self._allow_local = allow_local

    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        allow_local = self._allow_local

        class Connection(http.client.HTTPConnection):
            def connect(self) -> None:
                super().connect()
                _check_peer(self, allow_local)

        return self.do_open(Connection, request)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, allow_local: bool) -> None:
        super().__init__()
        self._allow_local = allow_local

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        allow_local = self._allow_local

        class Connection(http.client.HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                _check_peer(self, allow_local)

        return self.do_open(Connection, request)


def _normal(url: str) -> str:
    """The address without its fragment, with disallowed characters percent-encoded."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode() if host else ""
    except (ValueError, UnicodeError):
        raise FetchError("is not an address", "write it as https://example.org/page") from None
    if parts.scheme not in ("http", "https"):
        raise FetchError(f"begins with {parts.scheme}:, which is not fetched", "use http or https")
    if not host:
        raise FetchError("is not an address", "write it as https://example.org/page")
    if parts.username is not None:
        raise FetchError("contains a user name", "remove it: addresses are published")
    netloc = f"[{host}]" if ":" in host else host
    netloc += f":{port}" if port else ""
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def _lowered(headers: Message) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in headers.items()}


def _fetched(url: str, answer: _Answer) -> Fetched:
    message = Message()
    message["Content-Type"] = answer.headers.get("content-type", "text/html")
    kind = message.get_content_type()
    if kind not in _SUFFIXES:
        raise FetchError(
            f"is of the type {kind}, which is not text", "convert it to plain text or HTML first"
        )
    if answer.headers.get("content-encoding", "identity") != "identity":
        raise FetchError(
            "was sent compressed, which was not requested", "save the page in a browser"
        )
    return Fetched(
        url, _file_name(url, _SUFFIXES[kind]), answer.data, message.get_content_charset()
    )


def _file_name(url: str, suffix: str) -> str:
    """A file name from the last path segment of an address.

    >>> _file_name("https://example.org/a/t20_77.html?x=1", ".html")
    't20_77.html'
    >>> _file_name("https://example.org/", ".html")
    'example-org.html'
    """
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    stem = re.sub(r"\.(?:s?html?|txt|md|php|aspx?|jsp)$", "", last, flags=re.IGNORECASE)
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-_")[:80]
    if not stem or stem.lower() in ("index", "readme"):
        stem = re.sub(r"[^A-Za-z0-9]+", "-", parts.hostname or "page").strip("-")
    return f"{stem}{suffix}"
