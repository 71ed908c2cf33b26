"""Whether all that a PDF says stands on its pages."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader


def within_its_pages(paper: bytes) -> None:
    for number, page in enumerate(PdfReader(BytesIO(paper)).pages, 1):
        _, bottom, _, top = page.mediabox
        off: list[tuple[float, str]] = []

        def look(
            said: str,
            placed: list[float],
            drawn: list[float],
            _font: Any,
            _size: float,
            bottom: float = float(bottom),
            top: float = float(top),
            off: list[tuple[float, str]] = off,
        ) -> None:
            y = placed[1] * drawn[4] + placed[3] * drawn[5] + placed[5]
            if said.strip() and not bottom <= y <= top:
                off.append((y, said))

        page.extract_text(visitor_text=look)
        assert not off, (number, off[:3])
