"""State and commands of each page. QObjects, no widgets."""
