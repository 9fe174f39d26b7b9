"""What the app can do: use cases over the store and the server. No Qt."""
