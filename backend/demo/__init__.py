"""An invented gas utility with believable data, the same on every machine."""
