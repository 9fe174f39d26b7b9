"""Mail to customers: queued in the transaction that it is about, delivered by a thread."""
