"""Set phrases: wordings that return from briefing to briefing."""
