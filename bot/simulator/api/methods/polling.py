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


def get_updates(world: State, params: Params) -> list[Any]:
    """What is there now. Waiting for more is done around this."""
    if world.updates.webhook is not None:
        raise conflict(_WEBHOOK_ACTIVE)
    _allow(world, params)
    world.updates.expire(world.clock.now())
    world.updates.confirm(params.number("offset"))
    return world.updates.batch(_limit(params))


async def get_updates_waiting(world: State, params: Params) -> list[Any]:
    found = get_updates(world, params)
    await world.updates.wait(0 if found else min(params.number("timeout"), MAX_WAIT))
    return found or world.updates.batch(_limit(params))


def _limit(params: Params) -> int:
    return min(max(params.number("limit", 100), 1), 100)


def _allow(world: State, params: Params) -> None:
    allowed = params.parsed("allowed_updates", "allowed updates")
    if isinstance(allowed, list):
        world.updates.allowed = [str(kind) for kind in allowed]


def set_webhook(world: State, params: Params) -> bool:
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return delete_webhook(world, params)
    # Like a Bot API server with --local, which also takes plain HTTP.
    if not re.match(r"https?://[^/\s]+", url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    _allow(world, params)
    _drop(world, params)
    connections = min(max(params.number("max_connections", 40), 1), 100)
    world.updates.webhook = {"url": url, "secret": secret, "max_connections": connections}
    world.updates.interrupt()
    world.updates.release()
    return True


def delete_webhook(world: State, params: Params) -> bool:
    world.updates.webhook = None
    _drop(world, params)
    return True


def _drop(world: State, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        world.updates.pending.clear()


def webhook_info(world: State, params: Params) -> Json:
    hook = world.updates.webhook or {}
    said: Json = {
        "url": hook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    for key in ("max_connections", "last_error_date", "last_error_message"):
        if key in hook:
            said[key] = hook[key]
    if world.updates.allowed:
        said["allowed_updates"] = world.updates.allowed
    return said
