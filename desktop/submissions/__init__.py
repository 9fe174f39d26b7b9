"""What a person can submit. A kind is one folder here with a `KIND`; nothing else names it."""
