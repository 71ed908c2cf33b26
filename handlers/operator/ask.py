"""`main.py ask "…"`: what the book answers, without Telegram."""

from __future__ import annotations

from bot.words.html import as_text
from faq.book.telegram_html import to_html
from faq.matching.matcher import Answer, Suggestions
from handlers.resources import Resources


def ask(resources: Resources, question: str) -> str:
    found = resources.matcher.find(question)
    why = f"[{type(found).__name__} {found.best} {found.score:.2f}: {found.reason}]"
    if isinstance(found, Answer):
        entry = resources.book.get(found.best)
        assert entry is not None
        return f"{entry.question}\n\n{as_text(to_html(entry.answer))}\n\n{entry.place}\n{why}"
    if isinstance(found, Suggestions):
        entries = (resources.book.get(entry_id) for entry_id in found.ids)
        return "\n".join(
            ["Maksud Anda…?", *(f"- {e.question} [{e.id}]" for e in entries if e), why]
        )
    return f"Tidak ada di buku.\n{why}"
