"""The report of doubts as lines of text, for the command line."""

from __future__ import annotations

from ..model import Check, Doubt, Report, SourceReport
from ..wording import ROLES, count


def brief(report: Report) -> list[str]:
    """Return a summary of a few lines, some with a command for details; empty if there are no
    sources."""
    if not report.sources:
        return []
    doubted = [one for one in report.sources if one.open]
    doubts = sum(len(one.open) for one in doubted)
    checks = [one.check for one in report.sources if one.check]
    texts = count(len(report.sources), "text")
    lines = [
        f"In doubt: {count(doubts, 'place')} in {len(doubted)} of {texts} (check --explain report)"
        if doubts
        else f"In doubt: nothing that nobody has looked at, in {texts}"
    ]
    if report.clusters:
        names = sum(len(one.others) for one in report.clusters)
        lines.append(f"Names that look like another: {names} (merge-names)")
    lines.append(f"Checked against the source: {len(checks)} of {texts}")
    changed = [one.source for one in report.sources if one.check and one.check.state == "changed"]
    changed += [
        one.briefing for one in report.briefings if one.check and one.check.state == "changed"
    ]
    if changed:
        lines.append(f"Changed since it was checked: {', '.join(changed)}")
    return lines


def full(report: Report) -> list[str]:
    """Return the whole report: roles, doubts with their remedies, and checks of each source, then
    names."""
    lines = []
    for one in report.sources:
        lines += [*_source(one), ""]
    for briefing in report.briefings:
        lines.append(f"briefing {briefing.briefing}: {_checked(briefing.check, briefing.hash)}")
    for cluster in report.clusters:
        lines += ["", f"These names of {_KINDS[cluster.kind]} look like one:"]
        lines += [f"  {other.name}: {other.reason}" for other in cluster.others]
        lines += [f"  | {line}" for line in cluster.yaml.splitlines()]
    return [*lines, ""]


_KINDS = {"outlet": "outlets", "person": "people"}


def _source(one: SourceReport) -> list[str]:
    shares = ", ".join(
        f"{ROLES[role]} {100 * number / max(1, one.lines):.0f}%" for role, number in one.roles
    )
    lines = [f"{one.path}: {count(one.lines, 'line')}: {shares}"]
    if one.unnamed:
        asked = f", {count(one.askers, 'question')} among them" if one.askers else ""
        lines.append(f"  {count(one.unnamed, 'turn')} without a name{asked}")
    if one.settled:
        lines.append(f"  settled by editors: {', '.join(one.settled)}")
    lines.append(f"  {_checked(one.check, one.hash)}")
    for doubt in one.doubts:
        lines += _doubt(one, doubt)
    return lines


def _doubt(one: SourceReport, doubt: Doubt) -> list[str]:
    where = f"{one.path}:{doubt.line}" if doubt.line else one.path
    looked = {"ruling": " (settled by a ruling)", "check": " (seen when the source was checked)"}
    lines = [f"  {where}: {doubt.text}{looked.get(doubt.settled or '', '')}"]
    if doubt.words:
        lines.append(f"    “{doubt.words}”")
    if doubt.settle and doubt.settled is None:
        lines += [f"    | {line}" for line in doubt.settle.splitlines()]
    return lines


def _checked(check: Check | None, state: str) -> str:
    if check is None:
        return f"not checked yet; the state to write: {state}"
    told = f"checked by {check.name} on {check.on}"
    if check.state == "changed":
        return f"{told}; changed since: check again and write the state {state}"
    return told if check.state == "current" else f"{told}; the state to write: {state}"
