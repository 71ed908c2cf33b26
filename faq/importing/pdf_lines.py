"""A PDF's pages as lines with position, size and weight. Runs in the cell only."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import LimitReachedError, PyPdfError

from faq.importing import refuse
from faq.importing.piece import Line

MOST_PAGES = 2_000
MOST_STEPS = 300_000
"""Drawing steps on one page; a page of text has a few thousand."""
MOST_FORMS = 1_000
"""Pictures and forms on one page; forms that draw forms multiply."""
LIMITS = Configuration(
    zlib_maximum_output_length=16_000_000,
    lzw_maximum_output_length=16_000_000,
    run_length_maximum_output_length=16_000_000,
    array_based_stream_maximum_output_length=16_000_000,
    stream_parsing_work_maximum_count=100_000,
    stream_decoding_work_maximum_length=64_000_000,
    xform_maximum_invocations_per_extraction=MOST_FORMS,
    page_tree_maximum_entries=MOST_PAGES * 2,
)
# What a broken file makes pypdf raise beside its own errors.
BROKEN = (PyPdfError, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError)
# Joined letters and special hyphens, which nobody types when searching.
LETTERS = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\u00ad": "-",
        "\u2010": "-",
        "\u2011": "-",
    }
)
CLOSING = re.compile(r" ([.,;:!?)])(?=\s|$)")
CELL_GAP, RUN_GAP = 1.2, 2.5
AVERAGE_LETTER = 0.5
BOLD_NAMES = ("bold", "black", "heavy", "demi")


class Overrun(BaseException):
    """Not an Exception: pypdf swallows those inside forms, and would go on."""


def read(file: Path, share: int, of: int) -> dict[str, Any]:
    """The lines of one share of the pages: {"pages": all, "first": number, "lines": [...]}."""
    logging.disable(logging.CRITICAL)  # pypdf complains of every oddity; the report has our words
    with apply_configuration(LIMITS):
        try:
            reader = PdfReader(file)
            if reader.is_encrypted:
                raise refuse.locked(file.name)
            pages = _pages(reader, file.name)
        except LimitReachedError as error:
            raise refuse.too_many_pages(file.name, MOST_PAGES) from error
        except RecursionError as error:
            raise refuse.cut_off(file.name) from error
        except BROKEN as error:
            raise refuse.cut_off(file.name) from error
        first, last = len(pages) * share // of, len(pages) * (share + 1) // of
        lines = [line for at in range(first, last) for line in _page(pages[at], at + 1, file.name)]
        return {"pages": len(pages), "title": _title(reader), "lines": lines}


def _pages(reader: PdfReader, name: str) -> list[PageObject]:
    tree = cast("dict[str, object]", reader.root_object["/Pages"])
    declared = tree.get("/Count", 0)
    if isinstance(declared, int) and declared > MOST_PAGES:
        raise refuse.too_many_pages(name, MOST_PAGES)
    pages = list(reader.pages)
    if len(pages) > MOST_PAGES:
        raise refuse.too_many_pages(name, MOST_PAGES)
    if not pages:
        raise refuse.cut_off(name)
    return pages


def _title(reader: PdfReader) -> str:
    try:
        return (reader.metadata.title or "") if reader.metadata else ""
    except BROKEN:
        return ""


def _page(page: PageObject, number: int, name: str) -> list[Line]:
    draft = _Draft(number)
    try:
        page.extract_text(visitor_operand_before=draft.step, visitor_text=draft.hear)
    except (LimitReachedError, Overrun) as error:
        raise refuse.bomb(name, f"halaman {number} mengembang berlebihan") from error
    except RecursionError as error:
        raise refuse.cut_off(name) from error
    except BROKEN:
        return []  # this page is told as unreadable; the others may be whole
    return list(draft.lines())


class _Draft:
    """Collects one page: pieces of text at the same height become one line."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.steps = self.forms = 0
        self.runs: list[tuple[str, float, bool, float, float]] = []

    def step(self, operator: bytes, *_: Any) -> None:
        self.steps += 1
        self.forms += operator == b"Do"
        if self.steps > MOST_STEPS or self.forms > MOST_FORMS:
            raise Overrun

    def hear(self, text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if not text.strip():
            if self.runs and text and "\n" not in text:
                last = self.runs[-1]
                self.runs[-1] = (last[0] + " ", *last[1:])
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or abs(tm[1] * cm[2]) or 1.0
        self.runs.append((text, round(size * scale, 1), _is_bold(font), x, y))

    def lines(self) -> Iterator[Line]:
        group: list[tuple[str, float, bool, float, float]] = []
        for run in self.runs:
            if group and not _same_line(group[-1], run):
                yield self._line(group)
                group = []
            group.append(run)
        if group:
            yield self._line(group)

    def _line(self, group: list[tuple[str, float, bool, float, float]]) -> Line:
        text = ""
        for before, run in zip([None, *group], group, strict=False):
            text += (_between(before, run) if before else "") + run[0].rstrip("\n")
        letters = sum(len(run[0]) for run in group)
        heavy = sum(len(run[0]) for run in group if run[2])
        size = max(group, key=lambda run: len(run[0]))[1]
        joined = CLOSING.sub(r"\1", " ".join(text.translate(LETTERS).split()))
        return Line(self.page, joined, size, heavy >= 0.9 * letters, group[0][3], group[0][4])


def _same_line(
    before: tuple[str, float, bool, float, float], run: tuple[str, float, bool, float, float]
) -> bool:
    return abs(before[4] - run[4]) < 0.4 * max(before[1], run[1], 1) and run[3] >= before[3]


def _between(
    before: tuple[str, float, bool, float, float], run: tuple[str, float, bool, float, float]
) -> str:
    """Nothing, a space, or the border of a table's cell, by the room between two runs."""
    words = before[0].rstrip("\n")
    width = len(words) * before[1] * AVERAGE_LETTER
    gap = run[3] - before[3] - width - 0.08 * width
    wide = CELL_GAP if before[0].endswith("\n") else RUN_GAP
    if gap > wide * before[1] and len(words.strip()) > 3:
        return " | "
    if words.endswith((" ", "(")) or run[0].startswith((" ", *".,;:!?)")):
        return ""
    return " " if before[0].endswith("\n") or gap > 0.15 * before[1] else ""


def _is_bold(font: Any) -> bool:
    name = str(font.get("/BaseFont", "")).casefold() if font else ""
    return any(word in name for word in BOLD_NAMES)
