"""A PDF's pages as lines with position, size and weight. Runs in the sandbox only."""

from __future__ import annotations

import logging
import struct
import zlib
from typing import IO, Any, cast

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import LimitReachedError, PyPdfError

from faq.importing import refuse
from faq.importing.pdf_page import MOST_FORMS, Overrun, PageDraft
from faq.importing.piece import PdfLine

MOST_PAGES = 2_000
MOST_LEVELS = 100
"""Of a tree of pages; a thousand in each would be more than fit."""
MOST_OBJECTS = 250_000
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
BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,  # NotImplementedError too, for a filter that does not exist
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


def read(file: IO[bytes], name: str, share: int, of: int) -> dict[str, Any]:
    """The lines of one share of the pages: {"pages": all, "title": …, "lines": [...]}."""
    logging.disable(logging.CRITICAL)  # pypdf complains of every oddity; the report has our words
    _count_objects(file, name)
    with apply_configuration(LIMITS):
        try:
            reader = PdfReader(file)
            if reader.is_encrypted:
                raise refuse.locked(name)
            pages = _pages(reader, name)
        except LimitReachedError as error:
            raise refuse.too_many(name, MOST_PAGES, "halaman") from error
        except BROKEN as error:
            raise refuse.cut_off(name) from error
        first, last = len(pages) * share // of, len(pages) * (share + 1) // of
        lines = [line for at in range(first, last) for line in _page(pages[at], at + 1, name)]
        return {"pages": len(pages), "title": _title(reader), "lines": lines}


def _count_objects(file: IO[bytes], name: str) -> None:
    """Before any is parsed; those packed into streams are held to LIMITS and the memory."""
    count, before = 0, b""
    while part := file.read(1 << 20):
        held = before + part
        count += held.count(b" obj")
        if count > MOST_OBJECTS:
            raise refuse.too_many_objects(name, MOST_OBJECTS)
        before = held[-3:]
    file.seek(0)


def _pages(reader: PdfReader, name: str) -> list[PageObject]:
    tree = cast("dict[str, object]", reader.root_object["/Pages"])
    declared = tree.get("/Count", 0)
    if isinstance(declared, int) and declared > MOST_PAGES:
        raise refuse.too_many(name, MOST_PAGES, "halaman")
    pages = list(reader.pages)
    if len(pages) > MOST_PAGES:
        raise refuse.too_many(name, MOST_PAGES, "halaman")
    if not pages:
        raise refuse.cut_off(name)
    return pages


def _has_a_root(page: PageObject) -> bool:
    """What a page does not say is looked for in its parents; one may be its own."""
    node: Any = page
    for _ in range(MOST_LEVELS):
        node = node.get("/Parent")
        if node is None:
            return True
        node = node.get_object()
    return False


def _title(reader: PdfReader) -> str:
    try:
        return (reader.metadata.title or "") if reader.metadata else ""
    except BROKEN:
        return ""


def _page(page: PageObject, number: int, name: str) -> list[PdfLine]:
    draft = PageDraft(number)
    try:
        page.extract_text(visitor_operand_before=draft.step, visitor_text=draft.take_text)
    except (LimitReachedError, Overrun) as error:
        if not _has_a_root(page):
            raise refuse.cut_off(name) from error
        raise refuse.bomb(name, f"halaman {number} mengembang berlebihan") from error
    except BROKEN:
        return []  # this page is told as unreadable; the others may be whole
    return list(draft.lines())
