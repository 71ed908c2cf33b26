"""Files that mean harm or were harmed, and what an import says to each.

    python -m tests.faq.importing.hostile [NAME…]

imports each by `main.py book import`, in a process of its own, and prints what that cost: seconds
of the processor, the largest memory of this side and of a child, and the answer.
"""

from __future__ import annotations

import random
import re
import struct
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from docx import Document

from tests.faq.importing import papers
from tests.faq.importing.hostile_pdf import (
    broken_fonts,
    changed,
    lying_length,
    nested,
    objects,
    own_parent,
    packed_objects,
    page_loop,
    page_of,
    picture,
    prev_loop,
    script,
    two_parents,
    wrong_start,
)
from tests.faq.importing.measured import Import, import_by_command

Make = Callable[[Path], Path]
MOST_MB = 512


@dataclass(frozen=True)
class Case:
    name: str
    make: Make
    says: str
    """A pattern of the refusal; empty where drafts may come of it as well."""
    heavy: bool = False
    """Takes long to make or to refuse: only in the table."""


def corpus() -> Iterator[Case]:
    yield Case("XML 50,000 levels deep", partial(deep_xml, levels=50_000), "200 tingkat")
    yield Case(
        "XML of 50 MB, deep", partial(deep_xml, levels=5_000_000), "200 tingkat", heavy=True
    )
    yield Case("a million paragraphs", paragraphs, "100000 paragraf", heavy=True)
    yield Case("XML of three million elements", elements, "terlalu berat", heavy=True)
    yield Case("an attribute of 50 MB", attribute, "", heavy=True)
    yield Case("100,000 attributes", attributes, "")
    yield Case("600 chapters", chapters, "500 bab")
    yield Case("ZIP with a million entries", partial(entries, count=1_000_000), "2000 berkas")
    yield Case("ZIP with names upwards", upwards, "di luar berkas")
    yield Case("ZIP whose entries overlap", overlapping, "mengembang|rusak")
    yield Case("ZIP whose directory lies", lying_directory, "rusak")
    yield Case("DOCX whose text is elsewhere", elsewhere, "rusak")
    yield Case("DOCX with a huge picture", huge_picture, "")
    yield Case("PDF of a million objects", objects, "250000 objek")
    yield Case("PDF with a million packed objects", packed_objects, "", heavy=True)
    yield Case("PDF with a broken table", partial(changed, b"startxref", b"startxrfe"), "")
    yield Case("PDF whose table is elsewhere", wrong_start, "")
    yield Case("PDF with /Prev in circles", prev_loop, "")
    yield Case("PDF whose pages hold themselves", page_loop, "rusak|halaman")
    yield Case("PDF page that is its own parent", own_parent, "terpotong atau rusak")
    yield Case("PDF page and tree, each the other's parent", two_parents, "terpotong atau rusak")
    yield Case("PDF with /Length too long", partial(lying_length, b"/Length 99999999"), "")
    yield Case("PDF with /Length below zero", partial(lying_length, b"/Length -5"), "")
    yield Case("PDF with /Length of itself", partial(lying_length, b"/Length 5 0 R"), "")
    yield Case("PDF with nested arrays", partial(nested, b"[", b"]"), "")
    yield Case("PDF with nested dictionaries", partial(nested, b"<</A ", b">>"), "")
    yield Case("PDF with JavaScript", script, "")
    yield Case("PDF with broken fonts", broken_fonts, "")
    yield Case("PDF with a huge picture", picture, "")
    yield Case("PDF that calls itself DOCX", renamed, "")
    yield Case("a picture that calls itself PDF", not_a_pdf, "bukan PDF atau DOCX")
    yield Case("HTML that calls itself DOCX", partial(plain, b"<html>" * 9), "bukan PDF atau DOCX")
    yield Case("blanks that call themselves PDF", partial(plain, bytes(3_000)), "bukan PDF")
    yield Case("nothing", partial(plain, b""), "kosong")
    for tenth in range(1, 10):
        heavy = tenth not in {1, 5, 9}
        half = partial(cut, papers.manual_pdf, tenth)
        yield Case(f"PDF cut at {tenth}/10", half, "terpotong", heavy)
        yield Case(f"DOCX cut at {tenth}/10", partial(cut, one_docx, tenth), "terpotong", heavy)
    for seed in range(20):
        heavy = seed >= 3
        yield Case(f"PDF with changed bytes {seed}", partial(flipped, pdf_of_two, seed), "", heavy)
        yield Case(f"DOCX with changed bytes {seed}", partial(flipped, one_docx, seed), "", heavy)


def one_docx(path: Path, _pages: int = 0) -> Path:
    return papers.manual_docx(path, 1, 2)


def pdf_of_two(path: Path) -> Path:
    return papers.manual_pdf(path, 2)


def with_document(path: Path, body: bytes) -> Path:
    good = one_docx(path / "good.docx")
    return papers.repack(good, path / "a.docx", {"word/document.xml": body})


W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def deep_xml(path: Path, *, levels: int) -> Path:
    """Each tag another, or the file would shrink too well to be let in."""
    draw = random.Random(levels)
    names = [b"%06x" % draw.getrandbits(24) for _ in range(min(levels, 50_000))]
    tags = b"".join(b"<w%b>" % names[place % len(names)] for place in range(levels))
    return with_document(path, b"<w:document %b>" % W + tags)


def body_of(path: Path, *parts: bytes) -> Path:
    inside = b"<w:document %b><w:body>%b</w:body></w:document>" % (W, b"".join(parts))
    return with_document(path, inside)


def words(number: int) -> bytes:
    return b"%x" % (number * 2_654_435_761 % 2**32)


def paragraphs(path: Path) -> Path:
    texts = (words(n) for n in range(1_000_000))
    return body_of(path, *(b"<w:p><w:r><w:t>%b</w:t></w:r></w:p>" % text for text in texts))


def elements(path: Path) -> Path:
    return body_of(path, *(b"<w%b/>" % words(n) for n in range(3_000_000)))


def attribute(path: Path) -> Path:
    return body_of(
        path, b'<w:p w:a="', random.Random(1).randbytes(25_000_000).hex().encode(), b'"/>'
    )


def attributes(path: Path) -> Path:
    listed = b" ".join(b'a%b="%d"' % (words(n), n) for n in range(100_000))
    return body_of(path, b"<w:p ", listed, b"/>")


def chapters(path: Path) -> Path:
    document = Document()
    for number in range(600):
        document.add_heading(f"Urusan {number}", 1)
        document.add_paragraph("Buka menu itu.")
    document.save(str(path / "a.docx"))
    return path / "a.docx"


def entries(path: Path, *, count: int) -> Path:
    """Written by hand: one local entry, to which all rows of the directory lead."""
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 0, 0, 1, 0) + b"a"
    rows = b"".join(
        struct.pack(
            "<4sHHHHHHIIIHHHHHII",
            *(b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0),
        )
        + b"%07d" % number
        for number in range(count)
    )
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 5, 5, len(rows), len(local), 0)
    (path / "a.docx").write_bytes(local + rows + end)
    return path / "a.docx"


def upwards(path: Path) -> Path:
    good = one_docx(path / "good.docx")
    return papers.repack(good, path / "a.docx", {"../../../etc/cron.d/a": b"* * * * * root x"})


def overlapping(path: Path) -> Path:
    """Two hundred rows for one packed member of 900 kB."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = bytes(900_000)
    raw = packed.compress(content) + packed.flush()
    sizes = (zlib.crc32(content), len(raw), len(content), 5, 0)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 0, *sizes) + b"00000" + raw
    rows = b"".join(
        struct.pack(
            "<4sHHHHHHIIIHHHHHII",
            *(b"PK\x01\x02", 20, 20, 0, 8, 0, 0, *sizes, 0, 0, 0, 0, 0),
        )
        + b"%05d" % number
        for number in range(300)
    )
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 300, 300, len(rows), len(local), 0)
    (path / "a.docx").write_bytes(local + rows + end)
    return path / "a.docx"


def lying_directory(path: Path) -> Path:
    """It names a smaller size than what then unpacks."""
    raw = bytearray(one_docx(path / "a.docx").read_bytes())
    at = raw.find(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (10).to_bytes(4, "little")
    (path / "a.docx").write_bytes(raw)
    return path / "a.docx"


def elsewhere(path: Path) -> Path:
    """The text is in a part that does not look like XML."""
    good = one_docx(path / "good.docx")
    with zipfile.ZipFile(good) as archive:
        types, rels = archive.read("[Content_Types].xml"), archive.read("_rels/.rels")
    changes = {
        "[Content_Types].xml": types.replace(b"/word/document.xml", b"/word/evil.bin"),
        "_rels/.rels": rels.replace(b"word/document.xml", b"word/evil.bin"),
        "word/evil.bin": b"<w:document %b>" % W + b"<w:a>" * 9_000,
    }
    return papers.repack(good, path / "a.docx", changes)


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        tail = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + tail

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    data = zlib.compress(bytes(600_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def huge_picture(path: Path) -> Path:
    document = Document()
    document.add_heading("BAB I GAMBAR", 1)
    document.add_paragraph("Gambar di bawah ini sangat besar.")
    (path / "a.png").write_bytes(png(1_000_000, 1_000_000))
    document.add_picture(str(path / "a.png"), width=1_000)
    document.save(str(path / "a.docx"))
    return path / "a.docx"


def renamed(path: Path) -> Path:
    return page_of(path).rename(path / "a.docx")


def not_a_pdf(path: Path) -> Path:
    (path / "a.pdf").write_bytes(png(10, 10))
    return path / "a.pdf"


def plain(content: bytes, path: Path) -> Path:
    (path / "a.docx").write_bytes(content)
    return path / "a.docx"


def cut(make: Callable[[Path, int], Path], tenth: int, path: Path) -> Path:
    made = make(path / "a", 2)
    raw = made.read_bytes()
    made.write_bytes(raw[: len(raw) * tenth // 10])
    return made


def flipped(make: Make, seed: int, path: Path) -> Path:
    made, draw = make(path / "a"), random.Random(seed)
    raw = bytearray(made.read_bytes())
    for _ in range(1 + seed * 5):
        raw[draw.randrange(20, len(raw) - 20)] = draw.randrange(256)
    made.write_bytes(raw)
    return made


def tried(case: Case) -> Import:
    with tempfile.TemporaryDirectory() as name:
        held = Path(name)
        return import_by_command(case.make(held), held / "draf")


def main() -> None:
    wanted = sys.argv[1:]
    print(f"{'file':36} {'CPU s':>6} {'MB':>5} {'child':>6}  answer")
    worst = 0
    for case in corpus():
        if wanted and not any(word in case.name for word in wanted):
            continue
        made = tried(case)
        worst = max(worst, made.parent_mb, made.child_mb)
        print(
            f"{case.name:36} {made.seconds:6.1f} {made.parent_mb:5} {made.child_mb:6}"
            f"  {made.code} {made.said}"
        )
        if not is_well(case, made):
            raise SystemExit(f"{case.name}: that is not what it should say, or too much memory")
    print(f"largest memory of any process: {worst} MB (limit {MOST_MB})")


def is_well(case: Case, made: Import) -> bool:
    """Drafts, or a refusal of one line with its cure; always within the memory."""
    within = max(made.parent_mb, made.child_mb) < MOST_MB
    if made.code == 0:
        return within and not case.says and not made.errors
    one_line = made.code == 1 and made.errors.count("\n") == 1 and "; " in made.errors
    return within and one_line and re.search(case.says, made.errors) is not None


if __name__ == "__main__":
    main()
