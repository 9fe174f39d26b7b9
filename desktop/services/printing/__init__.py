"""The app's own papers: statements, receipts, coupons, certificates. The utility's documents are
shown byte for byte and are not made here.

How to write one: a module `printing/<document>.py` with one function that takes domain values, a
`Letterhead`, a `Stamp` and a `Figures`, and gives the bytes. It may take long: call it on a worker.

    def render(letterhead: Letterhead, stamp: Stamp, fmt: Figures, receipt: Receipt) -> bytes:
        sheet = Sheet(letterhead, stamp, fmt)
        sheet.contract(contract)
        sheet.heading("Pago")
        sheet.pairs([("Banco", receipt.bank), ("Importe", fmt.money(receipt.amount))])
        sheet.table(COLUMNS, rows, total=("", "Total", fmt.money(receipt.amount)))
        sheet.barcode(Symbology.CODE128, receipt.digits)
        return sheet.finish()

`Sheet` begins new pages, repeats what must be repeated and writes the foot. The viewmodels'
`Formatter` is a `Figures`. `viewmodels/papers.py` runs the function and
`views/widgets/paper.py` shows, saves, prints and opens what it gave.

Papers are in the language of the utility, not in that of the screen: they are shown to its people.
"""
