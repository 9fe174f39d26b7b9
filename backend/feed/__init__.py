"""The change feed: what moved in a scope since a token (docs/protocol.md)."""
