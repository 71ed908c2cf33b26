"""The same database below real processes: `report weekly`, and a bot that serves."""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from statistics import quantiles

from bot.papers.paper_format import PaperFormat
from bot.simulator.world import accounts
from handlers.buttons import BesideRatio, Button, EvidenceFile
from tests.bench.large.updates import presses
from tests.bench.traffic.api import Call, Update
from tests.bench.traffic.ledger import Ledger
from tests.bench.traffic.loads import CHATS, FIRST_CHAT, at_random
from tests.bench.traffic.people import says
from tests.bench.traffic.questions import fresh
from tests.bench.traffic.racer import Failed, Ground, bot_of, ground
from tests.process.bot import ROOT, clean_environ

RATE = 20.0  # questions a second
SECONDS = 6.0
SETTLES = 10.0
LONGEST = 300.0
FILES = ("sendphoto", "senddocument")


def report_weekly(url: str) -> None:
    for verb in (["--help"], ["report", "weekly"]):
        begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "main.py", *verb],
            cwd=ROOT,
            env=clean_environ({"DATABASE_URL": url}),
            stdout=subprocess.DEVNULL,
            check=True,
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        whole = time.perf_counter() - begun
        most = after.ru_maxrss / 1024
        print(f"main.py {' '.join(verb):16}{whole:6.2f} s, CPU {cpu:.2f} s, up to {most:.0f} MB")


async def figures_among_questions(url: str) -> None:
    """Others ask all the time; twice an officer asks for figures, first with everything cold."""
    async with _serving(url) as place:
        figures = says(accounts.BUDI, "/laporan", chat=accounts.HELPDESK)
        await _questions(place, "questions before")
        for which in ("first", "second"):
            name = f"questions beside the {which} /laporan"
            await _questions(place, name, figures, {"sendphoto", "sendmessage"})


async def papers_among_questions(url: str, first: str, last: str) -> None:
    """Others ask all the time while an officer has each paper of these days made, and Rincian."""
    async with _serving(url) as place:
        await _questions(place, "questions before")
        for form in PaperFormat:
            paper = EvidenceFile(first, last, form)
            await _questions(place, f"beside the {form}", _pressed(paper), {"senddocument"})
        more = BesideRatio(first, last)
        await _questions(place, "beside Rincian", _pressed(more), {"sendmessage"})


def _pressed(button: Button) -> Update:
    update = presses(accounts.BUDI, button, chat=accounts.HELPDESK)
    return {"callback_query": update["callback_query"]}


@asynccontextmanager
async def _serving(url: str) -> AsyncIterator[Ground]:
    async with ground(bot_of(ROOT), database_url=None, cores=()) as place:
        place.bot.environ["DATABASE_URL"] = url
        place.bot.environ["HELPDESK_CHAT_ID"] = str(accounts.HELPDESK)
        _number_from_now_on(place)
        begun = time.perf_counter()
        await place.start()
        print(f"start until it asks for updates: {time.perf_counter() - begun:.1f} s")
        await asyncio.sleep(SETTLES)  # what the morning brings is no part of this
        yield place
        await place.stop()


def _number_from_now_on(place: Ground) -> None:
    """What a run before has sent to this database would be dropped as a repeat."""
    number = int(time.time() * 1000)
    place.api.put_raw(number, json.dumps({"update_id": number}).encode())


async def _questions(
    place: Ground,
    name: str,
    asked_for: Update | None = None,
    wanted: frozenset[str] | set[str] = frozenset(),
) -> None:
    """Some seconds long, and until all that is wanted was sent to the group."""
    ledger, asked = Ledger(place.api), fresh(int(time.time()))
    sent: dict[str, float] = {}
    take = place.api.on_call
    begun = time.perf_counter()

    def on_call(call: Call) -> None:
        if call.method in FILES or call.chat == accounts.HELPDESK:
            sent.setdefault(call.method, time.perf_counter() - begun)
        else:
            take(call)

    place.api.on_call = on_call

    def ask() -> None:
        ledger.ask(FIRST_CHAT + ledger.asked % CHATS, next(asked))

    asking = asyncio.create_task(at_random(RATE, SECONDS, ask))
    await asyncio.sleep(1.0)
    begun, first = time.perf_counter(), len(ledger.answers)
    if asked_for is not None:
        sent.clear()
        place.api.put(asked_for)
    await asking
    while not wanted <= sent.keys():
        if time.perf_counter() - begun > LONGEST:
            raise Failed(f"{name}: nothing came")
        await at_random(RATE, 1.0, ask)
    await place.until(lambda: ledger.settled, "questions stay unanswered")
    waits = [wait * 1000 for wait in ledger.waits(first)]
    cuts = quantiles(waits, n=100)
    told = f"; all there after {max(sent[each] for each in wanted):.2f} s" if wanted else ""
    print(
        f"{name}: p50 {cuts[49]:.0f} ms, p99 {cuts[98]:.0f} ms,"
        f" most {max(waits):.0f} ms of {len(waits)}{told}",
        flush=True,
    )
