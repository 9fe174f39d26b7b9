"""The account of a contract: what was charged and what was paid, line by line.

`post.post` writes a line in the caller's transaction. `books.follow` writes the lines of invoices
and payments that were loaded. The balance is the sum of debits less credits; it is what the
contract's invoices and agreements still ask for, less money that has no debt to go to.
"""
