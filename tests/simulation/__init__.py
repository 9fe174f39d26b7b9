"""Whole lives of the app in virtual time: the production engine, driver and outbox service against
a server, a network and disks that fail by the roll of seeded dice."""
