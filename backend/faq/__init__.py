"""Frequent questions: what the utility answers before it is asked."""
