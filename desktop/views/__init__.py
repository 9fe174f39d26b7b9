"""Widgets. No decisions: they show a viewmodel's state and call its commands."""
