"""The back office: what the utility's people do so that what customers sent comes to its end."""
