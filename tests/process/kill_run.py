"""Kills the bot at random moments while a crowd speaks to it, and counts what that did.

    python -m tests.process.kill_run [--kills 20] [--terms 5] [--rate 40] [--webhook]
        [--database-url URL]

Asked: 0 complaints lost, 0 tickets twice, 0 stored but never answered, 0 out of order; after a
kill -9 at most those messages twice that were in doubt, none after a SIGTERM, which ends it with 0
within 8 seconds.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import socket
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

from sqlmodel import col, func, select

from bot.settings import Settings
from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from bot.wire.sender import IN_DOUBT
from handlers.resources import Resources, load_resources
from storage.engine import opened
from storage.tables import InboxRow, InboxStatus, OutboxRow, OutboxStatus, Ticket
from tests.process.bot import SHORT_BOOK, Bot
from tests.process.crowd import Crowd, titles
from tests.support.waiting import until

MOST_TWICE = IN_DOUBT
MOST_SECONDS = 8.0
LIVES = (0.3, 3.0)  # seconds that a process serves before its end
EARLY = 0.15  # of all kills come before it serves
DRAIN = 300.0  # seconds; what takes longer will never end


@dataclass
class Outcome:
    updates: int = 0
    tickets: int = 0
    lost: int = 0
    twins: int = 0
    unanswered: int = 0
    disordered: int = 0
    left: dict[str, int] = field(default_factory=dict)
    twice_by_kill: list[int] = field(default_factory=list)
    twice_by_term: list[int] = field(default_factory=list)
    codes: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def faults(self) -> list[str]:
        asked = {
            "complaints lost": self.lost,
            "tickets twice": self.twins,
            "never answered": self.unanswered,
            "out of order": self.disordered,
            **{f"left in the {where}": count for where, count in self.left.items()},
            f"kills with over {MOST_TWICE} messages twice": sum(
                twice > MOST_TWICE for twice in self.twice_by_kill
            ),
            "messages twice after SIGTERM": sum(self.twice_by_term),
            "SIGTERMs that did not end with 0": sum(code != 0 for code in self.codes),
        }
        return [f"{count} {what}" for what, count in asked.items() if count]

    def delays(self) -> list[str]:
        """Apart, for on a busy machine they are not the bot's fault: no test asks for them."""
        late = sum(seconds > MOST_SECONDS for seconds in self.seconds)
        return [f"{late} SIGTERMs over {MOST_SECONDS:.0f} s"] if late else []

    def table(self) -> str:
        rows = [
            ("updates", self.updates),
            ("tickets", self.tickets),
            ("kill -9", len(self.twice_by_kill)),
            ("SIGTERM", len(self.twice_by_term)),
            ("complaints lost", self.lost),
            ("duplicate tickets", self.twins),
            ("stored but never answered", self.unanswered + sum(self.left.values())),
            ("order violations", self.disordered),
            ("messages twice, each kill", " ".join(map(str, self.twice_by_kill)) or "-"),
            ("messages twice after SIGTERM", sum(self.twice_by_term)),
            ("SIGTERM exit codes", " ".join(map(str, self.codes)) or "-"),
            ("SIGTERM seconds, longest", f"{max(self.seconds, default=0):.1f}"),
        ]
        return "\n".join(f"{name:30} {value}" for name, value in rows)


async def kill_run(
    resources: Resources,
    folder: Path,
    *,
    kills: int,
    terms: int,
    rate: float = 40,
    seed: int = 1,
    database_url: str | None = None,
    webhook: bool = False,
) -> Outcome:
    """`resources`: of the short book, which the bot has too."""
    world = World(MovableClock())
    crowd = Crowd(world, titles(resources.book, resources.matcher), seed=seed)
    outcome, dice, stop = Outcome(), random.Random(seed), asyncio.Event()
    ends = ["kill"] * kills + ["term"] * terms
    dice.shuffle(ends)
    async with running(world) as url:
        bot = Bot(url, folder, database_url=database_url, settings=_hook() if webhook else None)
        talk = asyncio.create_task(crowd.live(rate, stop))
        try:
            marks = [await _life(world, bot, end, outcome, dice) for end in ends]
            bot.start()
            await until(bot.serving)
            await asyncio.sleep(2)
            stop.set()
            await asyncio.wait_for(talk, DRAIN)
            await _drain(world, bot.database_url)
        except TimeoutError:
            outcome.left["lurch: it does not drain"] = 1
        finally:
            talk.cancel()
            await asyncio.to_thread(bot.kill)
    _attribute(world, ends, marks, outcome)
    _judge(crowd, bot.database_url, outcome)
    return outcome


def _hook() -> dict[str, str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{probe.getsockname()[1]}"
    return {"WEBHOOK_URL": f"http://{place}/hook", "WEBHOOK_SECRET": "rahasia", "LISTEN": place}


async def _life(
    world: World, bot: Bot, end: str, outcome: Outcome, dice: random.Random
) -> dict[int, int]:
    """One process, from its start to its end."""
    bot.start()
    if end == "term" or dice.random() > EARLY:
        await until(bot.serving)
        await asyncio.sleep(dice.uniform(*LIVES))
    else:
        await asyncio.sleep(dice.uniform(0.1, 2.5))
    if end == "kill":
        await asyncio.to_thread(bot.kill)
        await asyncio.to_thread(_come_behind, bot.api_url)
    else:
        code, seconds = await asyncio.to_thread(bot.stop)
        outcome.codes.append(code)
        outcome.seconds.append(seconds)
    return _mark(world)


def _come_behind(api_url: str) -> None:
    """What a killed process had written is read after its death, on a busy machine long after: it
    is of this life too."""
    with urlopen(f"{api_url}/bot{accounts.SIM_TOKEN}/getMe") as answer:
        answer.read()


async def _drain(world: World, database_url: str) -> None:
    async with asyncio.timeout(DRAIN):
        while world.state.updates.pending or any(
            (await asyncio.to_thread(_left, database_url)).values()
        ):
            await asyncio.sleep(0.2)


def _left(database_url: str) -> dict[str, int]:
    with opened(database_url) as database, database.reading() as unit:
        session = unit.session
        undone = select(func.count()).where(col(InboxRow.status) != InboxStatus.DONE)
        unsent = select(func.count()).where(col(OutboxRow.status) == OutboxStatus.WAITING)
        return {"inbox": session.exec(undone).one(), "outbox": session.exec(unsent).one()}


def _attribute(
    world: World, ends: Sequence[str], marks: Sequence[dict[int, int]], outcome: Outcome
) -> None:
    """A message that came twice is the fault of the end of the process that sent it first."""
    twice = Counter[int]()
    for chat in world.state.chats:
        known: dict[object, int] = {}
        for message in world.state.messages(chat):
            if message.from_bot:
                what = (message.text, message.reply_to, *message.button_words)
                if message.deliveries > 1:
                    first = known.get(what)  # None: a card that was edited since
                    own = _life_of(message.message_id, chat, marks)
                    twice[own - 1 if first is None else _life_of(first, chat, marks)] += 1
                known[what] = message.message_id
    for life, end in enumerate(ends):
        (outcome.twice_by_kill if end == "kill" else outcome.twice_by_term).append(twice[life])
    outcome.left["chats twice without any end"] = twice[len(ends)]


def _life_of(message_id: int, chat: int, marks: Sequence[dict[int, int]]) -> int:
    lives = (at for at, mark in enumerate(marks) if message_id <= mark.get(chat, 0))
    return next(lives, len(marks))


def _mark(world: World) -> dict[int, int]:
    """The last message of each chat at this moment."""
    return {number: max(chat.messages, default=0) for number, chat in world.state.chats.items()}


def _judge(crowd: Crowd, database_url: str, outcome: Outcome) -> None:
    with opened(database_url) as database, database.reading() as unit:
        filed = Counter(unit.session.exec(select(Ticket.story)))
    outcome.updates = crowd.updates
    outcome.tickets = filed.total()
    outcome.lost = sum(filed[story] == 0 for story in crowd.stories())
    outcome.twins = sum(count - 1 for count in filed.values())
    outcome.unanswered = crowd.unanswered()
    outcome.disordered = crowd.disordered()
    outcome.left |= _left(database_url)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--terms", type=int, default=5)
    parser.add_argument("--rate", type=float, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database-url", help="of an empty database; default: a new SQLite file")
    parser.add_argument("--webhook", action="store_true", help="instead of polling")
    options = parser.parse_args()
    resources = load_resources(Settings(manual_dir=SHORT_BOOK))
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        outcome = asyncio.run(
            kill_run(
                resources,
                Path(name),
                kills=options.kills,
                terms=options.terms,
                rate=options.rate,
                seed=options.seed,
                database_url=options.database_url,
                webhook=options.webhook,
            )
        )
        if outcome.faults():
            print((Path(name) / "bot.log").read_text(errors="replace")[-4000:], file=sys.stderr)
    print(outcome.table())
    print(f"{'seconds':30} {time.monotonic() - start:.0f}")
    wrong = [*outcome.faults(), *outcome.delays()]
    for fault in wrong:
        print(f"error: {fault}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
