"""Set phrases: wordings that recur from briefing to briefing."""
