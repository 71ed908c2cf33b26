"""Real pictures, read by Tesseract; and files that are none, or mean harm."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image
from rapidfuzz import fuzz

from faq.pictures import limits, reader
from tests.support.screens import LOOKS, PAGES, Look, note, picture

LINE = "Kode verifikasi tidak valid"


@pytest.mark.parametrize(
    "look",
    [look for look in LOOKS if look.phone is look.photo],
    ids=lambda look: look.name,
)
def test_a_screen_is_read(look: Look) -> None:
    lines = [line.text for line in reader.read(picture((LINE,), look, PAGES[0], seed=4))]
    assert max(fuzz.ratio(LINE, line) for line in lines) > 85, lines


def test_light_letters_on_a_colour_are_read_too() -> None:
    image = Image.open(io.BytesIO(note("Kode OTP salah"))).convert("L")
    red = Image.merge(
        "RGB", [Image.new("L", image.size, 200), *[image.point(lambda v: 255 - v)] * 2]
    )
    held = io.BytesIO()
    red.save(held, "PNG")
    assert [line.text for line in reader.read(held.getvalue())] == ["Kode OTP salah"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.4 no picture",
        b"\xff\xd8\xff\xe0 begins like a photo",
        note("Kode OTP salah")[:200],
        b"\0" * (limits.MOST_BYTES + 1),
    ],
    ids=["empty", "PDF", "broken", "cut off", "too long"],
)
def test_what_is_no_picture_has_no_lines(content: bytes) -> None:
    assert reader.read(content) == []


def test_a_bomb_is_not_decoded() -> None:
    """A PNG of a few bytes that claims to be a wall of 30,000 by 30,000 pixels."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(100_000))
    pieces = [(b"IHDR", head), (b"IDAT", rows), (b"IEND", b"")]
    bomb = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in pieces
    )
    assert reader.read(bomb) == []


def test_without_the_program_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert reader.why_not() == f"Tesseract is not installed; run: {reader.APT}"
