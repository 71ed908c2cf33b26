"""PDF files that mean harm, written by hand: no library would write them so."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path


def pdf_of(path: Path, *bodies: bytes, trailer: bytes = b"", filler: bytes = b"") -> Path:
    """Objects 1, 2, … with a right table; 1 is the catalog."""
    raw, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(bodies, 1):
        places.append(len(raw))
        raw += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    raw += filler
    start = len(raw)
    raw += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    raw += b"".join(b"%010d 00000 n \n" % place for place in places)
    raw += b"trailer\n<</Size %d /Root 1 0 R %b>>\n" % (len(bodies) + 1, trailer)
    raw += b"startxref\n%d\n%%%%EOF\n" % start
    (path / "a.pdf").write_bytes(raw)
    return path / "a.pdf"


TEXT = b"BT /F1 12 Tf 72 700 Td (Buka menu SKP lalu pilih periode.) Tj ET"


def stream(content: bytes, more: bytes = b"", length: bytes | None = None) -> bytes:
    stated = length or b"/Length %d" % len(content)
    return b"<<%b %b>>\nstream\n%b\nendstream" % (stated, more, content)


def page_of(
    path: Path,
    *,
    content: bytes = b"",
    catalog: bytes = b"",
    font: bytes = b"/Type /Font /Subtype /Type1 /BaseFont /Helvetica",
    resources: bytes = b"",
    others: tuple[bytes, ...] = (),
    trailer: bytes = b"",
) -> Path:
    return pdf_of(
        path,
        b"<</Type /Catalog /Pages 2 0 R %b>>" % catalog,
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R"
        b" /Resources <</Font <</F1 4 0 R>> %b>>>>" % resources,
        b"<<%b>>" % font,
        content or stream(TEXT),
        *others,
        trailer=trailer,
    )


def objects(path: Path) -> Path:
    return pdf_of(path, *(b"%d" % number for number in range(1_000_000)))


def packed_objects(path: Path) -> Path:
    """A stream of objects that names a million of them."""
    rows = b"".join(b"%d %d " % (number + 10, 0) for number in range(1_000_000))
    packed = zlib.compress(rows + b"null", 9)
    more = b"/Type /ObjStm /N 1000000 /First %d /Filter /FlateDecode" % len(rows)
    table = zlib.compress(b"".join(b"\x02\x06" + struct.pack(">I", n) for n in range(1_000_000)))
    made = page_of(path, others=(stream(packed, more),))
    raw = made.read_bytes()
    at = len(raw)
    raw += b"7 0 obj\n" + stream(
        table,
        b"/Type /XRef /W [1 1 4] /Size 1000010 /Index [10 1000000] /Root 1 0 R"
        b" /Filter /FlateDecode /Prev %d" % raw.rfind(b"xref\n0"),
    )
    made.write_bytes(raw + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % at)
    return made


def changed(old: bytes, new: bytes, path: Path) -> Path:
    made = page_of(path)
    made.write_bytes(made.read_bytes().replace(old, new))
    return made


def wrong_start(path: Path) -> Path:
    made = page_of(path)
    made.write_bytes(re.sub(rb"startxref\n\d+", b"startxref\n9999999999", made.read_bytes()))
    return made


def prev_loop(path: Path) -> Path:
    made = page_of(path, trailer=b"/Prev 0000000000")
    raw = made.read_bytes()
    made.write_bytes(raw.replace(b"/Prev 0000000000", b"/Prev %010d" % raw.rfind(b"xref\n0")))
    return made


def page_loop(path: Path) -> Path:
    return pdf_of(
        path,
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R>>",
    )


def own_parent(path: Path) -> Path:
    return pdf_of(
        path,
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        b"<</Type /Page /Parent 3 0 R /Contents 4 0 R>>",
        stream(TEXT),
    )


def two_parents(path: Path) -> Path:
    """Each the other's."""
    return pdf_of(
        path,
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1 /Parent 3 0 R>>",
        b"<</Type /Page /Parent 2 0 R /Contents 4 0 R>>",
        stream(TEXT),
    )


def lying_length(length: bytes, path: Path) -> Path:
    return page_of(path, content=stream(TEXT, length=length))


def nested(opens: bytes, closes: bytes, path: Path) -> Path:
    return page_of(path, others=(opens * 50_000 + b"1" + closes * 50_000,), catalog=b"/X 6 0 R")


def script(path: Path) -> Path:
    act = b"/OpenAction <</S /JavaScript /JS (app.launchURL\\('http://127.0.0.1/'\\);)>>"
    return page_of(path, catalog=act)


def broken_fonts(path: Path) -> Path:
    font = (
        b"/Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R"
        b" /DescendantFonts [4 0 R] /W [0 [1 2 3] 99999999 1] /FirstChar -5"
    )
    ranges = b"1 beginbfrange <0000> <FFFFFFFF> <D800> endbfrange <00> <zz> beginbfchar"
    return page_of(path, font=font, others=(stream(ranges),))


def picture(path: Path) -> Path:
    look = b"/Type /XObject /Subtype /Image /Width 1000000 /Height 1000000 /BitsPerComponent 8"
    filled = zlib.compress(bytes(50_000_000), 9)
    image = stream(filled, look + b" /ColorSpace /DeviceRGB /Filter /FlateDecode")
    return page_of(
        path,
        content=stream(TEXT + b" q 600 0 0 800 0 0 cm /I Do Q"),
        resources=b"/XObject <</I 6 0 R>>",
        others=(image,),
    )
