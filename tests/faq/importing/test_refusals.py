"""Files that are broken, locked or mean harm: one clear line, and nothing written.

Each is refused for what it is, and not for having taken too much of the cell's time or memory:
that reason has other words.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
)

from faq.importing import CannotImport, import_manual
from tests.faq.importing import papers

Make = Callable[[Path], Path]


def text_file(path: Path) -> Path:
    (path / "a.pdf").write_text("ini bukan PDF")
    return path / "a.pdf"


def empty_file(path: Path) -> Path:
    (path / "a.pdf").write_bytes(b"")
    return path / "a.pdf"


def missing_file(path: Path) -> Path:
    return path / "tidak-ada.pdf"


def directory(path: Path) -> Path:
    (path / "a.pdf").mkdir()
    return path / "a.pdf"


def pipe(path: Path) -> Path:
    os.mkfifo(path / "a.pdf")
    return path / "a.pdf"


def old_word(path: Path) -> Path:
    (path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    return path / "a.docx"


def truncated_pdf(path: Path) -> Path:
    whole = papers.manual_pdf(path / "a.pdf", 20).read_bytes()
    (path / "a.pdf").write_bytes(whole[: len(whole) // 2])
    return path / "a.pdf"


def hollow_pdf(path: Path) -> Path:
    (path / "a.pdf").write_bytes(b"%PDF-1.7\nini rusak\n%%EOF\n")
    return path / "a.pdf"


def locked_pdf(path: Path) -> Path:
    writer = PdfWriter(clone_from=PdfReader(papers.manual_pdf(path / "b.pdf", 2)))
    writer.encrypt("rahasia", algorithm="RC4-128")
    writer.write(path / "a.pdf")
    return path / "a.pdf"


def truncated_docx(path: Path) -> Path:
    whole = papers.manual_docx(path / "a.docx", 1, 2).read_bytes()
    (path / "a.docx").write_bytes(whole[: len(whole) // 2])
    return path / "a.docx"


def plain_zip(path: Path) -> Path:
    with zipfile.ZipFile(path / "a.docx", "w") as archive:
        archive.writestr("halo.txt", "halo")
    return path / "a.docx"


def broken_xml(path: Path) -> Path:
    good = papers.manual_docx(path / "b.docx", 1, 1)
    return papers.repack(good, path / "a.docx", {"word/document.xml": b"<w:document"})


def ratio_bomb(path: Path) -> Path:
    good = papers.manual_docx(path / "b.docx", 1, 1)
    return papers.repack(good, path / "a.docx", {"word/media/a.bin": bytes(50_000_000)})


def size_bomb(path: Path) -> Path:
    """Many members, each a little under the ratio, together far over the size."""
    block = (bytes(4_000) + bytes(range(256)) * 2) * 400
    good = papers.manual_docx(path / "b.docx", 1, 1)
    return papers.repack(good, path / "a.docx", {f"word/media/{n}": block for n in range(130)})


def many_entries(path: Path) -> Path:
    good = papers.manual_docx(path / "b.docx", 1, 1)
    return papers.repack(good, path / "a.docx", {f"word/{n}.bin": b"" for n in range(2_100)})


def nested_bomb(path: Path) -> Path:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", bytes(30_000_000))
    good = papers.manual_docx(path / "b.docx", 1, 1)
    return papers.repack(good, path / "a.docx", {"word/embeddings/a.xlsx": inner.getvalue()})


def deep_nest(path: Path) -> Path:
    content = b"akhir"
    for _ in range(5):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            archive.writestr("isi.zip", content)
        content = held.getvalue()
    good = papers.manual_docx(path / "b.docx", 1, 1)
    return papers.repack(good, path / "a.docx", {"word/embeddings/a.zip": content})


def locked_member(path: Path) -> Path:
    """The flag alone says it; zipfile cannot write an encrypted member."""
    made = papers.manual_docx(path / "a.docx", 1, 1)
    raw = bytearray(made.read_bytes())
    at = raw.find(b"PK\x01\x02")
    raw[at + 8] |= 1
    made.write_bytes(raw)
    return made


def external_entity(path: Path) -> Path:
    good = papers.manual_docx(path / "b.docx", 1, 1)
    xml = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
    return papers.repack(good, path / "a.docx", {"word/document.xml": xml})


def laughing_entities(path: Path) -> Path:
    good = papers.manual_docx(path / "b.docx", 1, 1)
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE x [<!ENTITY a0 "ha">{lines}]><x>&a11;</x>'.encode("utf-16")
    return papers.repack(good, path / "a.docx", {"word/styles.xml": xml})


def pdf_with(path: Path, content: bytes, forms: dict[str, bytes] | None = None) -> Path:
    writer = PdfWriter()
    page = writer.add_blank_page(600, 800)
    stream = DecodedStreamObject()
    stream.set_data(content)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode(9))
    objects = DictionaryObject()
    for name, body in reversed((forms or {}).items()):
        form = DecodedStreamObject()
        form.set_data(body)
        form[NameObject("/Type")] = NameObject("/XObject")
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/XObject"): DictionaryObject(objects)}
        )
        objects[NameObject(name)] = writer._add_object(form)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): objects})
    writer.write(path / "a.pdf")
    return path / "a.pdf"


def stream_bomb(path: Path) -> Path:
    return pdf_with(path, b" " * 100_000_000)


def work_bomb(path: Path) -> Path:
    return pdf_with(path, b"q Q\n" * 2_000_000)


def form_bomb(path: Path) -> Path:
    """Forms that each draw the next ten times: ten to the power of eight."""
    forms = {f"/F{n}": f"/F{n + 1} Do ".encode() * 10 + b"q Q " * 200 for n in range(8)}
    return pdf_with(path, b"/F0 Do", forms)


def page_tree(writer: PdfWriter) -> DictionaryObject:
    return cast("DictionaryObject", writer._root_object["/Pages"].get_object())


def many_pages(path: Path) -> Path:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    tree = page_tree(writer)
    kids = cast("ArrayObject", tree["/Kids"])
    for _ in range(5_000):
        kids.append(kids[0])
    tree[NameObject("/Count")] = NumberObject(5_001)
    writer.write(path / "a.pdf")
    return path / "a.pdf"


def boasting_count(path: Path) -> Path:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    page_tree(writer)[NameObject("/Count")] = NumberObject(2_000_000_000)
    writer.write(path / "a.pdf")
    return path / "a.pdf"


REFUSED: list[tuple[Make, str]] = [
    (text_file, "bukan PDF atau DOCX"),
    (empty_file, "berkas kosong"),
    (missing_file, "berkas tidak ada"),
    (directory, "bukan berkas biasa"),
    (pipe, "bukan berkas biasa"),
    (old_word, r"\.doc"),
    (truncated_pdf, "terpotong"),
    (hollow_pdf, "terpotong"),
    (locked_pdf, "terkunci"),
    (truncated_docx, "terpotong"),
    (plain_zip, "bukan PDF atau DOCX"),
    (broken_xml, "rusak"),
    (ratio_bomb, "100 kali"),
    (size_bomb, "200 MB"),
    (many_entries, "2000 berkas"),
    (nested_bomb, "100 kali"),
    (deep_nest, "bersarang"),
    (locked_member, "terkunci"),
    (external_entity, "entitas luar"),
    (laughing_entities, "entitas luar"),
    (stream_bomb, "mengembang"),
    (work_bomb, "mengembang"),
    (form_bomb, "mengembang"),
    (many_pages, "2000 halaman"),
    (boasting_count, "2000 halaman"),
]


@pytest.mark.parametrize(("make", "reason"), REFUSED, ids=[make.__name__ for make, _ in REFUSED])
def test_refused_in_one_line(make: Make, reason: str, tmp_path: Path) -> None:
    file = make(tmp_path)
    with pytest.raises(CannotImport, match=reason) as refused:
        import_manual(file, tmp_path / "draf")
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith(f"{file.name}: ")
    assert ";" in str(refused.value), "the cure is missing"
    assert not (tmp_path / "draf").exists()
