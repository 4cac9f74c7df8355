"""Stretches of files, as hosts of static sites send them (RFC 9110, "Range Requests")."""

from __future__ import annotations

import http.server
import re
from pathlib import Path

_RANGE = re.compile(r"bytes=(\d+)-(\d+)")


class RangeHandler(http.server.SimpleHTTPRequestHandler):
    """Answers a request for one stretch of a file with that stretch."""

    def do_GET(self) -> None:
        asked = _RANGE.fullmatch(self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if asked is None or not path.is_file():
            super().do_GET()
            return
        data = path.read_bytes()
        first, last = int(asked[1]), min(int(asked[2]), len(data) - 1)
        if first > last:
            self.send_error(416)
            return
        body = data[first : last + 1]
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(data)}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
