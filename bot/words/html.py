"""Telegram HTML: the only place where text is escaped and marked up."""

from __future__ import annotations

import html
import re
from datetime import datetime
from typing import NewType

Html = NewType("Html", str)
Address = NewType("Address", str)
"""Of a place in Telegram, put together by us: nothing a person wrote may become a link."""


def esc(text: str) -> Html:
    """Any text as Telegram HTML that shows it letter for letter."""
    return Html(html.escape(text, quote=False))


def bold(text: str) -> Html:
    return Html(f"<b>{esc(text)}</b>")


def italic(text: str) -> Html:
    return Html(f"<i>{esc(text)}</i>")


def code(text: str) -> Html:
    return Html(f"<code>{esc(text)}</code>")


def mention(name: str, person_id: int) -> Html:
    """Rings at that person, also without a username, and makes a selective prompt theirs."""
    return Html(f'<a href="tg://user?id={person_id}">{esc(name)}</a>')


def link(text: str, address: Address) -> Html:
    return Html(f'<a href="{html.escape(address)}">{esc(text)}</a>')


def moment(text: str, at: datetime) -> Html:
    """A written time, with the moment behind it: tapped, an app tells it in its own zone."""
    return Html(f'<tg-time unix="{int(at.timestamp())}">{esc(text)}</tg-time>')


def quote(text: str) -> Html:
    return Html(f"<blockquote>{esc(text)}</blockquote>")


def lines(*parts: Html | None) -> Html:
    """The parts under each other; what is None or empty leaves no blank line."""
    return Html("\n".join(part for part in parts if part))


def paragraphs(*parts: Html | None) -> Html:
    """The parts with a blank line between; None and empty parts vanish."""
    return Html("\n\n".join(part for part in parts if part))


def as_text(marked: Html) -> str:
    """Without its markup. Escaped text holds no bare `<`, so every tag is one of ours."""
    return html.unescape(re.sub(r"<[^<>]*>", "", marked))
