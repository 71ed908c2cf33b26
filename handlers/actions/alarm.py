"""Words to the desk and the admins about what people must look after, each once."""

from __future__ import annotations

from bot.words.html import Html
from handlers.context import Context
from storage.agenda import Once


def raise_once(context: Context, once: Once, words: Html, *, not_to: int | None = None) -> bool:
    """False where that has been said already. `not_to` is whoever cannot be reached."""
    if not context.unit.agenda.claim(once, now=context.now):
        return False
    for chat_id in dict.fromkeys([context.desk_chat, *context.resources.admin_ids]):
        if chat_id is not None and chat_id != not_to:
            context.tell(chat_id, words)
    return True


def over(context: Context, once: Once) -> None:
    """Should it happen again, it is said again."""
    context.unit.agenda.unclaim(once)
