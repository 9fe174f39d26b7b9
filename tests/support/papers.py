"""Looks at papers the way others do: an archive, a reader, a scanner."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import zxingcpp
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from desktop.views.widgets.pdf_print import page_image


def reader(paper: bytes) -> PdfReader:
    """The paper as pypdf reads it; raises where it is no sound PDF."""
    return PdfReader(io.BytesIO(paper), strict=True)


def text(paper: bytes) -> str:
    """Everything that is written on it, no-break spaces as spaces."""
    pages = reader(paper).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")


def assert_in_order(paper: bytes, title: str, language: str = "es-UY") -> None:
    """What every paper must have: title, author, language, and fonts that travel with it."""
    read = reader(paper)
    assert read.metadata is not None
    assert read.metadata.title == title
    assert read.metadata.author
    assert str(read.root_object["/Lang"]) == language
    packet = read.xmp_metadata
    assert packet is not None
    assert packet.dc_title == {"x-default": title}
    fonts = [font for page in read.pages for font in _fonts(page["/Resources"].get_object())]
    assert fonts
    for font in fonts:
        assert "/FontFile2" in font["/FontDescriptor"], f"{font['/BaseFont']} is not embedded"
        assert "/ToUnicode" in font, f"{font['/BaseFont']} cannot be read aloud or searched"


def _fonts(resources: Any) -> Iterator[Any]:
    for font in resources.get("/Font", {}).values():
        yield font.get_object()
    for form in resources.get("/XObject", {}).values():
        inner = form.get_object()
        if "/Resources" in inner:
            yield from _fonts(inner["/Resources"].get_object())


def pages(paper: bytes, dpi: int = 200) -> list[Image.Image]:
    """Each page as a printer would draw it, on white."""
    buffer = QBuffer()
    buffer.setData(QByteArray(paper))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    shown = []
    for number in range(document.pageCount()):
        image = page_image(document, number, dpi).convertToFormat(QImage.Format.Format_Grayscale8)
        size, stride = (image.width(), image.height()), image.bytesPerLine()
        shown.append(Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", stride))
    document.close()
    return shown


def scanned(paper: bytes) -> list[str]:
    """What a scanner reads on it, page by page."""
    return [code.text for page in pages(paper) for code in zxingcpp.read_barcodes(page)]
