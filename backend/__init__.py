"""Reference backend: publishes the contract of docs/protocol.md from SQLite or PostgreSQL."""
