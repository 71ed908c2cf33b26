"""The book as one static page: nothing is fetched, and it reads well without its script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from faq.book.book import Book, LocalFact
from faq.book.markdown import blocks, flowing, plain
from faq.printing import words
from faq.printing.printed_book import printed_book, provenance

LOOK = Path(__file__).parent / "look"


def book_page(book: Book, local: Mapping[str, LocalFact]) -> str:
    script = _own("page.js")
    return (
        _templates()
        .get_template("page.html")
        .render(
            printed=printed_book(book, local),
            words=words,
            provenance=provenance,
            style=_own("page.css"),
            script=script,
            policy=_policy(script),
        )
    )


@cache
def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(LOOK),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"blocks": blocks, "flowing": flowing, "plain": plain}
    return made


def _own(name: str) -> Markup:
    """A file of ours, into the page as it stands."""
    return Markup((LOOK / name).read_text(encoding="utf-8"))


def _policy(script: str) -> Markup:
    """Only what stands in this file runs, whatever the book's text may contain."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return Markup(
        "default-src 'none'; style-src 'unsafe-inline';"
        f" script-src 'sha256-{digest}'; base-uri 'none'"
    )
