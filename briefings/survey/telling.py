"""The report of doubts as lines of text, for the command line."""

from __future__ import annotations

from ..model import Check, Doubt, Report, SourceReport
from ..wording import ROLES, count


def brief(report: Report) -> list[str]:
    """Return a summary of a few lines, some with a command for details; empty if there are no
    sources."""
    if not report.sources:
        return []
    in_doubt = [source for source in report.sources if source.open]
    doubts = sum(len(source.open) for source in in_doubt)
    checks = [source.check for source in report.sources if source.check]
    texts = count(len(report.sources), "text")
    lines = [
        f"In doubt: {count(doubts, 'place')} in {len(in_doubt)} of {texts} (check --explain report)"
        if doubts
        else f"In doubt: nothing that nobody has looked at, in {texts}"
    ]
    if report.clusters:
        names = sum(len(cluster.others) for cluster in report.clusters)
        lines.append(f"Names that look like another: {names} (merge-names)")
    lines.append(f"Checked against the source: {len(checks)} of {texts}")
    checked = [(source.source, source.check) for source in report.sources]
    checked += [(briefing.briefing, briefing.check) for briefing in report.briefings]
    changed = [name for name, check in checked if check and check.state == "changed"]
    if changed:
        lines.append(f"Changed since it was checked: {', '.join(changed)}")
    return lines


def full(report: Report) -> list[str]:
    """Return the whole report: roles, doubts with their remedies, and checks of each source, then
    names."""
    lines = []
    for source in report.sources:
        lines += [*_source(source), ""]
    for briefing in report.briefings:
        lines.append(f"briefing {briefing.briefing}: {_checked(briefing.check, briefing.hash)}")
    for cluster in report.clusters:
        lines += ["", f"These names of {_KINDS[cluster.kind]} look like one:"]
        lines += [f"  {other.name}: {other.reason}" for other in cluster.others]
        lines += [f"  | {line}" for line in cluster.yaml.splitlines()]
    return [*lines, ""]


_KINDS = {"outlet": "outlets", "person": "people"}


def _source(source: SourceReport) -> list[str]:
    shares = ", ".join(
        f"{ROLES[role]} {100 * number / max(1, source.lines):.0f}%" for role, number in source.roles
    )
    lines = [f"{source.path}: {count(source.lines, 'line')}: {shares}"]
    if source.unnamed:
        questions = f", {count(source.askers, 'question')} among them" if source.askers else ""
        lines.append(f"  {count(source.unnamed, 'turn')} without a name{questions}")
    if source.settled:
        lines.append(f"  settled by editors: {', '.join(source.settled)}")
    lines.append(f"  {_checked(source.check, source.hash)}")
    for doubt in source.doubts:
        lines += _doubt(source, doubt)
    return lines


def _doubt(source: SourceReport, doubt: Doubt) -> list[str]:
    where = f"{source.path}:{doubt.line}" if doubt.line else source.path
    settled = {"ruling": " (settled by a ruling)", "check": " (seen when the source was checked)"}
    lines = [f"  {where}: {doubt.text}{settled.get(doubt.settled or '', '')}"]
    if doubt.words:
        lines.append(f"    “{doubt.words}”")
    if doubt.settle and doubt.settled is None:
        lines += [f"    | {line}" for line in doubt.settle.splitlines()]
    return lines


def _checked(check: Check | None, state: str) -> str:
    if check is None:
        return f"not checked yet; the state to write: {state}"
    checked = f"checked by {check.name} on {check.on}"
    if check.state == "changed":
        return f"{checked}; changed since: check again and write the state {state}"
    return checked if check.state == "current" else f"{checked}; the state to write: {state}"
