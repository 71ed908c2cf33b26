"""A Telegram of its own: the state of it, and what people can do there."""

from __future__ import annotations

from bot.simulator.world.attachments import Attachments
from bot.simulator.world.buttons import Buttons
from bot.simulator.world.membership import Membership
from bot.simulator.world.people import People
from bot.simulator.world.state import State
from bot.wire.ports import Clock


class World:
    def __init__(self, clock: Clock) -> None:
        self.state = State(clock)
        self.people = People(self.state)
        self.attachments = Attachments(self.state)
        self.buttons = Buttons(self.state)
        self.membership = Membership(self.state)
