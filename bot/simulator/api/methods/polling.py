"""getUpdates and the webhook's settings."""

from __future__ import annotations

import re
from typing import Any

from bot.simulator.api.params import Params
from bot.simulator.text.refusal import bad_request, conflict
from bot.simulator.world.model import Json
from bot.simulator.world.state import State

_WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
    "webhook first"
)
MAX_WAIT = 50


def get_updates(state: State, params: Params) -> list[Any]:
    """What is there now. Waiting for more is done around this."""
    if state.updates.webhook is not None:
        raise conflict(_WEBHOOK_ACTIVE)
    _allow(state, params)
    state.updates.expire(state.clock.now())
    state.updates.confirm(params.number("offset"))
    return state.updates.batch(_limit(params))


async def get_updates_waiting(state: State, params: Params) -> list[Any]:
    found = get_updates(state, params)
    await state.updates.wait(0 if found else min(params.number("timeout"), MAX_WAIT))
    return found or state.updates.batch(_limit(params))


def _limit(params: Params) -> int:
    return min(max(params.number("limit", 100), 1), 100)


def _allow(state: State, params: Params) -> None:
    allowed = params.parsed("allowed_updates", "allowed updates")
    if isinstance(allowed, list):
        state.updates.allowed = [str(kind) for kind in allowed]


def set_webhook(state: State, params: Params) -> bool:
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return delete_webhook(state, params)
    # Like a Bot API server with --local, which also takes plain HTTP.
    if not re.match(r"https?://[^/\s]+", url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    _allow(state, params)
    _drop(state, params)
    connections = min(max(params.number("max_connections", 40), 1), 100)
    state.updates.webhook = {"url": url, "secret": secret, "max_connections": connections}
    state.updates.interrupt()
    state.updates.release()
    return True


def delete_webhook(state: State, params: Params) -> bool:
    state.updates.webhook = None
    _drop(state, params)
    return True


def _drop(state: State, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        state.updates.pending.clear()


def webhook_info(state: State, params: Params) -> Json:
    hook = state.updates.webhook or {}
    said: Json = {
        "url": hook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates.pending),
    }
    for key in ("max_connections", "last_error_date", "last_error_message"):
        if key in hook:
            said[key] = hook[key]
    if state.updates.allowed:
        said["allowed_updates"] = state.updates.allowed
    return said
