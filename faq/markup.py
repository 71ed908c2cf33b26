"""The book's small Markdown as Telegram HTML; the rest is shown letter for letter."""

from __future__ import annotations

import re

from bot.words.html import Html, bold, code, esc

MARK = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|\*\*(?P<bold>[^*\n]+)\*\*"
    r"|\[(?P<label>[^\]\n]+)\]\((?P<target>[^)\s]+)\)"
)
BULLET = re.compile(r"^(?P<indent>\s*)[-*+]\s+")
TAG = re.compile(r"<(/?)(b|i|code|blockquote)>")


def to_html(markdown: str) -> Html:
    """Paragraphs and lists as text, **bold**, `code`, and entry links as bold names."""
    text = re.sub(r"\n{3,}", "\n\n", markdown.replace("\r\n", "\n").strip())
    return Html("\n".join(inline(bulleted(line)) for line in text.split("\n")))


def bulleted(line: str) -> str:
    return BULLET.sub(lambda found: f"{found['indent']}• ", line.rstrip())


def inline(line: str) -> Html:
    parts: list[str] = []
    at = 0
    for mark in MARK.finditer(line):
        parts += [esc(line[at : mark.start()]), marked(mark)]
        at = mark.end()
    return Html("".join([*parts, esc(line[at:])]))


def marked(mark: re.Match[str]) -> Html:
    if mark["code"]:
        return code(mark["code"])
    if mark["bold"]:
        return bold(mark["bold"])
    if mark["target"].startswith("entry:"):
        return bold(mark["label"])
    # Telegram shows an address under other words; a reader should see where it leads.
    return esc(f"{mark['label']} ({mark['target']})")


def split(html: Html, limit: int = 4096) -> list[Html]:
    """The text in pieces Telegram accepts, cut between paragraphs, else lines, else words.

    A tag still open at a cut is closed there and opened again in the next piece.
    """
    pieces: list[Html] = []
    rest: str = html
    while len(rest) > limit:
        at = cut(rest, limit - 64)  # room for the closing tags
        piece = rest[:at].rstrip()
        still = open_tags(piece)
        pieces.append(Html(piece + "".join(f"</{tag}>" for tag in reversed(still))))
        rest = "".join(f"<{tag}>" for tag in still) + rest[at:].lstrip()
    if rest.strip() or not pieces:
        pieces.append(Html(rest))
    return pieces


def cut(text: str, limit: int) -> int:
    """Where to cut: never in the first half, so that every piece makes headway."""
    for border in ("\n\n", "\n", " "):
        at = text.rfind(border, limit // 2, limit)
        if at > 0 and outside(text, at):
            return at
    at = limit
    while at > limit // 2 and not outside(text, at):
        at -= 1
    return at


def outside(text: str, at: int) -> bool:
    """Not within a tag or an entity such as `&amp;`."""
    tail = text[max(0, at - 12) : at]
    in_tag = tail.rfind("<") > tail.rfind(">")
    in_entity = re.search(r"&[a-z#0-9]{0,6}$", tail) is not None
    return not in_tag and not in_entity


def open_tags(text: str) -> list[str]:
    still: list[str] = []
    for closing, tag in TAG.findall(text):
        if not closing:
            still.append(tag)
        elif tag in still:
            still.remove(tag)
    return still
