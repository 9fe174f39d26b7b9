"""Payment agreements on the service's side."""
