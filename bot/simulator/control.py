"""The page and the control API under /sim/."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette

from bot.simulator.world import World


def control_app(world: World, on_reset: Callable[[], Awaitable[None]] | None) -> Starlette:
    return Starlette()
