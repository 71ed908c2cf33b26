"""Coming, going and blocking."""

from __future__ import annotations

import pytest

from bot.simulator.text.refusal import ImpossibleError
from bot.simulator.world.accounts import ANI, HELPDESK
from bot.simulator.world.world import World
from tests.simulator.conftest import Calls


def test_blocking_tells_the_bot(world: World, bot: Calls) -> None:
    world.membership.block(ANI)
    with pytest.raises(ImpossibleError):
        world.people.say(ANI, ANI, "halo")
    world.membership.unblock(ANI)
    states = [update["my_chat_member"]["new_chat_member"]["status"] for update in bot.heard()]
    assert states == ["kicked", "member"]
    world.people.say(ANI, ANI, "halo")


def test_joining_and_leaving(world: World, bot: Calls) -> None:
    with pytest.raises(ImpossibleError):
        world.people.say(ANI, HELPDESK, "halo")
    world.membership.join(ANI, HELPDESK)
    world.membership.leave(ANI, HELPDESK)
    joined, left = (update["message"] for update in bot.heard())
    assert joined["new_chat_members"][0]["id"] == left["left_chat_member"]["id"] == ANI
