"""An export is read the same in whatever form a telephone writes it."""

from __future__ import annotations

import codecs
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from faq.chat_export.messages import Message, Survey, head, messages, plain
from faq.chat_export.source import LONGEST_LINE, Source
from tests.support.exported_chats import FORMS, Said, small_chat, written

SPOKEN = [
    said.text.removesuffix(" <Pesan ini diedit>")
    for said in small_chat()
    if said.by and not said.text.startswith(("<", "Pesan ini dihapus", "POLL:"))
]


def read(source: Source) -> list[Message]:
    survey = Survey()
    for line in source.lines():
        survey.look(plain(line))
    return list(messages(map(plain, source.lines()), survey))


def kept(path: Path, text: str, encoding: str = "utf-8") -> Source:
    path.write_text(text, encoding=encoding, newline="")
    return Source(path)


@pytest.mark.parametrize("form", FORMS)
def test_each_form_tells_who_said_what_and_when(form: str, tmp_path: Path) -> None:
    chat = [said for said in small_chat() if said.by or form != "ios old"]
    found = read(kept(tmp_path / "chat.txt", written(chat, FORMS[form])))
    assert [message.text for message in found] == SPOKEN
    assert {message.by for message in found} == {
        "Budi Santoso",
        "Siti Aminah",
        "Admin BKPSDM",
        "+62 812-3456-7890",
    }
    said = next(each for each in chat if each.text == found[-1].text)
    assert found[-1].at == said.at.replace(second=0)


def zipped(path: Path, text: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("catatan lain.txt", "bukan obrolan")
        archive.writestr("_chat.txt", text)
        archive.writestr("00000012-PHOTO-2024-02-13.jpg", b"\xff\xd8\xff")


WAYS: dict[str, Callable[[Path, str], object]] = {
    "byte order mark": lambda path, text: path.write_bytes(codecs.BOM_UTF8 + text.encode()),
    "UTF-16": lambda path, text: path.write_bytes(text.encode("utf-16")),
    "UTF-16 without its mark": lambda path, text: path.write_bytes(text.encode("utf-16-le")),
    "ends of Windows": lambda path, text: path.write_bytes(text.replace("\n", "\r\n").encode()),
    "no last end": lambda path, text: path.write_bytes(text.rstrip("\n").encode()),
    "zipped": lambda path, text: zipped(path, text.encode()),
    "zipped UTF-16": lambda path, text: zipped(path, text.encode("utf-16")),
}


@pytest.mark.parametrize("way", WAYS)
def test_however_the_file_is_kept(way: str, tmp_path: Path) -> None:
    WAYS[way](tmp_path / "chat", written(small_chat(), FORMS["ios id"]))
    assert [message.text for message in read(Source(tmp_path / "chat"))] == SPOKEN


def test_days_and_months_are_told_apart_by_what_jumps_back(tmp_path: Path) -> None:
    """No day over 12: only in one of the two orders does time go on."""
    first = datetime(2024, 3, 1, 8, tzinfo=UTC)
    chat = [Said(first + timedelta(days=day), "Ani", f"hari {day}") for day in range(12)]
    for form in ("android id", "android us"):
        found = read(kept(tmp_path / f"{form}.txt", written(chat, FORMS[form])))
        assert [message.at for message in found] == [said.at for said in chat]


@pytest.mark.parametrize(
    "line",
    [
        "12/02/2024 08.00 - 10.00 WITA: rapat evaluasi",
        "45/13/2024 08.15 - Ani: tanggal yang tidak ada",
        "1/2/24 28.15 - Ani: jam yang tidak ada",
        "[01/02/24 08.15 Ani: kurung yang tidak ditutup",
        "08.15 - Ani: tanpa tanggal",
        "> 1/2/24 08.15 - Ani: dikutip",
    ],
)
def test_what_only_looks_like_a_head_stays_in_its_message(line: str, tmp_path: Path) -> None:
    text = f"1/2/24 08.10 - Ani: jadwalnya:\n{line}\n1/2/24 08.20 - Budi: siap"
    found = read(kept(tmp_path / "chat.txt", text))
    assert [message.text for message in found] == [f"jadwalnya:\n{line}", "siap"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<Media tidak disertakan>\nini layarnya", "ini layarnya"),
        ("\u200eimage omitted", ""),
        ("surat.pdf • \u200e3 halaman \u200edokumen tidak disertakan", ""),
        ("\u200e<terlampir: 00000012-PHOTO-2024-02-13.jpg>", ""),
        ("VID-20240213-WA0001.mp4 (file attached)", ""),
        ("This message was deleted.", ""),
        ("Anda menghapus pesan ini", ""),
        ("Panggilan suara tak terjawab", ""),
        ("null", ""),
        ("sudah bisa pak \u200e<Pesan ini telah diedit>", "sudah bisa pak"),
        ("ok <This message was edited>", "ok"),
        ("JAJAK PENDAPAT:\nHari apa?\nOPSI: Senin (2 suara)", ""),
        ("Hari apa?\nOPTION: Senin (2 votes)\nOPTION: Rabu (1 vote)", ""),
        ("kenapa pesan ini dihapus ya?", "kenapa pesan ini dihapus ya?"),
    ],
)
def test_whatsapps_own_words_are_nobodys(text: str, left: str, tmp_path: Path) -> None:
    found = read(kept(tmp_path / "chat.txt", f"1/2/24 08.10 - Ani: {text}"))
    assert [message.text for message in found] == ([left] if left else [])


def test_news_of_the_group_has_no_sender() -> None:
    news = head(plain('1/2/24 08.15 - \u200e+62 812‑1 mengubah subjek dari "A: b" menjadi "C"'))
    assert news is not None
    assert news.by == ""


def test_a_line_without_an_end_is_cut_and_the_next_is_read(tmp_path: Path) -> None:
    text = f"1/2/24 08.10 - Ani: {'x' * 3_000_000}\n1/2/24 08.20 - Budi: siap"
    first, second = read(kept(tmp_path / "chat.txt", text))
    assert len(first.text) < LONGEST_LINE
    assert second.text == "siap"
