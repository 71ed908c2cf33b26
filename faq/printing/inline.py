"""One line of the book as spans: plain, **bold**, `code`, links to entries and to the web."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

MARK = re.compile(
    r"\\(?P<letter>[`*\[#+•-])"
    r"|`(?P<code>[^`\n]+)`"
    r"|\*\*(?P<bold>[^*\n]+)\*\*"
    r"|\[(?P<label>[^\]\n]+)\]\((?P<target>[^)\s]+)\)"
)
ENTRY = "entry:"
ADDRESS = re.compile(r"https?://[^\s<>\"'“”()]*[^\s<>\"'“”().,;:!?]")


class Kind(Enum):
    PLAIN = auto()
    BOLD = auto()
    CODE = auto()
    ENTRY = auto()
    WEB = auto()


@dataclass(frozen=True)
class Span:
    kind: Kind
    text: str
    target: str = ""


Line = tuple[Span, ...]


def spans(line: str) -> Line:
    return tuple(_spans(line))


def plain(line: str) -> str:
    """The line without its marks, as one would read it aloud."""
    return "".join(span.text for span in spans(line))


def _spans(line: str) -> Iterator[Span]:
    at = 0
    for mark in MARK.finditer(line):
        yield from _addresses(line[at : mark.start()])
        yield _marked(mark)
        at = mark.end()
    yield from _addresses(line[at:])


def _marked(mark: re.Match[str]) -> Span:
    if mark["letter"]:
        return Span(Kind.PLAIN, mark["letter"])
    if mark["code"]:
        return Span(Kind.CODE, mark["code"])
    if mark["bold"]:
        return Span(Kind.BOLD, mark["bold"])
    target = mark["target"]
    if target.startswith(ENTRY):
        return Span(Kind.ENTRY, mark["label"], target.removeprefix(ENTRY))
    if ADDRESS.fullmatch(target):
        return Span(Kind.WEB, mark["label"], target)
    # Anything else (javascript:, a file) is shown, never made clickable.
    return Span(Kind.PLAIN, mark[0])


def _addresses(text: str) -> Iterator[Span]:
    at = 0
    for address in ADDRESS.finditer(text):
        yield from _plain(text[at : address.start()])
        yield Span(Kind.WEB, address[0], address[0])
        at = address.end()
    yield from _plain(text[at:])


def _plain(text: str) -> Iterator[Span]:
    if text:
        yield Span(Kind.PLAIN, text)
