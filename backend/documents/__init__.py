"""Documents that the utility issued, kept byte for byte."""
