"""How updates come to us: we ask for them, or Telegram brings them to a webhook."""

from __future__ import annotations

from dataclasses import dataclass

from telegram.error import BadRequest, InvalidToken

from bot.wire.classify_error import reason_of
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.wire.ports import BotApi

GUEST = "guest_message"  # since Bot API 10.0; a server that does not know it refuses or ignores it
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member", GUEST]

WITHOUT_GUESTS = [kind for kind in ALLOWED if kind != GUEST]


@dataclass(frozen=True)
class Webhook:
    url: str
    secret: str
    host: str
    port: int


async def set_webhook(api: BotApi, webhook: Webhook) -> None:
    way: dict[str, object] = {"url": webhook.url, "secret_token": webhook.secret}
    try:
        await api.call("setWebhook", way | {"allowed_updates": ALLOWED})
    except BadRequest as error:
        if not knows_no_guests(error):
            raise
        await api.call("setWebhook", way | {"allowed_updates": WITHOUT_GUESTS})


def knows_no_guests(error: BadRequest) -> bool:
    """Whether an older server refuses a kind of update that it does not know."""
    words = error.message.lower()
    return "allowed_updates" in words or "update type" in words


async def take_webhook_away(api: BotApi) -> None:
    try:
        await api.call("deleteWebhook", {"drop_pending_updates": False})
    except (BadRequest, InvalidToken) as error:  # a server without webhooks has none to delete
        record(Action.WEBHOOK_KEPT, reason=reason_of(error))
