"""Requests about the supply itself: reconnections and changes of holder."""
