"""`main.py ask "…"`: what the book answers, without Telegram."""

from __future__ import annotations

from bot.words.html import as_text
from faq.markup import to_html
from faq.match import Answer, Suggestions
from handlers.house import House


def ask(house: House, question: str) -> str:
    found = house.matcher.find(question)
    why = f"[{type(found).__name__} {found.best} {found.score:.2f}: {found.reason}]"
    if isinstance(found, Answer):
        entry = house.book.get(found.best)
        assert entry is not None
        return f"{entry.question}\n\n{as_text(to_html(entry.answer))}\n\n{entry.place}\n{why}"
    if isinstance(found, Suggestions):
        entries = (house.book.get(entry_id) for entry_id in found.ids)
        return "\n".join(
            ["Maksud Anda…?", *(f"- {e.question} [{e.id}]" for e in entries if e), why]
        )
    return f"Tidak ada di buku.\n{why}"
