"""Payment agreements: debt divided into instalments, from the request to its end."""
