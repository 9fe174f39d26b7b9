"""The desktop app: a utility's virtual office in a native window."""

__version__ = "0.1.0"
