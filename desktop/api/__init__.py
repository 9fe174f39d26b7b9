"""The server as the app sees it: HTTP in, domain out. Nothing of `requests` leaves this package."""
