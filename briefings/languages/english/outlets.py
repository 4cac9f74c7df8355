"""Words of outlet names in English. See `languages.outlets`."""

from __future__ import annotations

from ..outlets import OutletWords

OUTLETS = OutletWords(
    small=frozenset("the of and for in on a an de la le du des von van der".split()),
    articles=frozenset({"the"}),
    joints=frozenset({"and"}),
    behind=frozenset(
        tuple(tail.split())
        for tail in (
            "news agency reporter", "news agency", "news service", "news network", "press agency",
            "news app", "news channel", "agency", "news", "newspaper", "magazine", "reporter",
            "reporters", "correspondent", "correspondents", "journalist", "media", "group",
            "online", "website", "network", "channel", "inc", "ltd", "corporation",
        )
    ),
    shortened={"television": "tv"},
)  # fmt: skip
