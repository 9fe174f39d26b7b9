"""What the utility has decided: limits, deadlines, lists and texts, one set of rules per area."""
