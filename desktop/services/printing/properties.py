"""The properties of a file: title, author and language, for people, screen readers and archives."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from desktop.services.printing.fonts import clean
from desktop.services.printing.letterhead import Letterhead

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

CREATOR = "Oficina Virtual"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{creator}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def describe(canvas: Canvas, head: Letterhead, made_at: datetime) -> None:
    """Write the properties twice, as readers look in either place. `made_at` is UTC."""
    title = " ".join(filter(None, (clean(head.title), clean(head.number))))
    author, subject = clean(head.utility.legal_name), clean(head.subject)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setCreator(CREATOR)
    canvas.setProducer(CREATOR)
    # the server's time, not that of this computer
    canvas.setDateFormatter(lambda *_now: f"D:{made_at:%Y%m%d%H%M%S}+00'00'")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    _add_xmp(
        canvas,
        _XMP.format(
            title=escape(title),
            author=escape(author),
            subject=escape(subject),
            language=escape(head.utility.locale),
            made=f"{made_at:%Y-%m-%dT%H:%M:%SZ}",
            creator=CREATOR,
        ),
    )


def _add_xmp(canvas: Canvas, packet: str) -> None:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

    # reportlab has no other way to the catalog
    document = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
    words = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    stream = PDFStream(words, packet.encode(), [])
    document.Catalog.Metadata = document.Reference(stream, "oficina_xmp")
