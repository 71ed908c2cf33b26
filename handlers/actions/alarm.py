"""Words to the desk and the admins about what people must look after, each once."""

from __future__ import annotations

from bot.words.html import Html
from handlers.context import Context

KIND = "alarm"


def raise_once(context: Context, what: str, words: Html, *, not_to: int | None = None) -> bool:
    """False where that has been said already. `not_to` is whoever cannot be reached."""
    if not context.unit.agenda.claim(KIND, what, now=context.now):
        return False
    for chat_id in dict.fromkeys([context.desk_chat, *context.resources.admin_ids]):
        if chat_id is not None and chat_id != not_to:
            context.tell(chat_id, words)
    return True


def over(context: Context, what: str) -> None:
    """Should it happen again, it is said again."""
    context.unit.agenda.unclaim(KIND, what)
