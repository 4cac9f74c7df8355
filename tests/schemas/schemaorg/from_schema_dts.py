"""Makes vocabulary.json of the types of schema-dts, for the types of schema.org that pages use.

npm pack schema-dts@2.1.0 && tar xzf schema-dts-2.1.0.tgz
python tests/schemas/schemaorg/from_schema_dts.py package/dist/schema.d.ts
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

USED = (
    "BreadcrumbList", "DataDownload", "Dataset", "DefinedTerm", "DefinedTermSet", "EntryPoint",
    "Event", "EventSeries", "ListItem", "Organization", "Person", "Place", "Quotation",
    "SearchAction", "WebSite",
)  # fmt: skip
_INTERFACE = re.compile(
    r"^(?:export )?interface (\w+)Base extends ([^{]+)\{\n(.*?)^\}", re.M | re.S
)
_PROPERTY = re.compile(r'"(\w+)"\?: SchemaValue<([^,]+), "\w+">')


def vocabulary(text: str) -> dict[str, dict[str, object]]:
    """By type: the types that it is a kind of, and its own properties with what they may hold."""
    held = {name: (parents, body) for name, parents, body in _INTERFACE.findall(text)}
    # A type without properties of its own stands as a leaf only.
    for name, parents in re.findall(r"^export interface (\w+)Leaf extends ([^{]+)\{", text, re.M):
        held.setdefault(name, (parents, ""))
    found: dict[str, dict[str, object]] = {}
    waiting = list(USED)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        parents, body = held[name]
        above = sorted({one for one in re.findall(r"(\w+)Base", parents) if one != name})
        properties = {
            key: sorted(one.strip() for one in kinds.split("|") if one.strip() != "IdReference")
            for key, kinds in sorted(_PROPERTY.findall(body))
        }
        found[name] = {"parents": above, "properties": properties}
        waiting += above
    return dict(sorted(found.items()))


if __name__ == "__main__":
    made = vocabulary(Path(sys.argv[1]).read_text("utf-8"))
    target = Path(__file__).with_name("vocabulary.json")
    lines = [f"{json.dumps(name)}: {json.dumps(one, sort_keys=True)}" for name, one in made.items()]
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
