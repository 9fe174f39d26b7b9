"""Submissions, on both engines, through the real server."""
