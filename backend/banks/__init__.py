"""The banks that customers pay through: one interface, one module or package for each."""
