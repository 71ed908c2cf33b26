"""Who may do what: everybody, everything, everywhere; and ten thousand forged presses.

    python -m tests.bench.rights [--forged 10000] [--every 1]

Each update is served for real by the bot's own turns on a database of its own, what it changed
and said is compared with who may do what, and it is undone.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.settings import Settings
from bot.simulator.world import accounts
from handlers.resources import load_resources
from tests.bench.rights.probe import Probe, surprises
from tests.bench.rights.scene import FACELESS, PEOPLE, PLACES, Scene, made
from tests.bench.rights.tries import entries, forged
from tests.support.databases import SqliteFiles
from tests.talks.talk import Talk

SETTINGS = Settings(
    helpdesk_chat_id=accounts.HELPDESK,
    report_chat_id=accounts.REPORTS,
    admin_ids=(accounts.BUDI,),
)


def matrix(
    probe: Probe, scene: Scene, every: int, start: int = 0
) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Cells tried by role and place, and the surprises."""
    tried: Counter[tuple[str, str]] = Counter()
    found: list[str] = []
    count = start
    for who in PEOPLE:
        for place in PLACES if who not in FACELESS else PLACES[1:]:
            for entry, update in entries(who, place, scene):
                count += 1
                if count % every:
                    continue
                tried[who, place] += 1
                wrong = surprises(who, place, probe.serve(update))
                found += [f"{who} in {place} {entry}: {each}" for each in wrong]
    return tried, found


def forgeries(probe: Probe, scene: Scene, count: int) -> tuple[Counter[str], list[str]]:
    tried: Counter[str] = Counter()
    found: list[str] = []
    for who, place, sort, update in forged(scene, count):
        tried[sort] += 1
        wrong = surprises(who, place, probe.serve(update))
        found += [f"{who} in {place}, {sort} {update}: {each}" for each in wrong]
    return tried, found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--forged", type=int, default=10_000)
    parser.add_argument("--every", type=int, default=1, help="only each so-manieth cell")
    options = parser.parse_args()
    resources = load_resources(SETTINGS).named(accounts.BOT_USERNAME)
    resources = replace(resources, calendar=replace(resources.calendar, known_until=date.max))
    folder = tempfile.TemporaryDirectory(prefix="bot-rights-")
    with folder as name, SqliteFiles(Path(name)).fresh() as url:
        talk = Talk(url, resources, restless=False)
        scene = made(talk)
        probe = Probe(talk.database, resources, talk.clock.now())
        tried, found = matrix(probe, scene, options.every)
        _print_matrix(tried, found)
        sorts, wrong = forgeries(probe, scene, options.forged)
        for sort, count in sorts.items():
            print(f"{sort:36}{count:7}")
        print(f"forged presses: {sorts.total():,}; effects: {len(wrong)}")
        for each in (found + wrong)[:40]:
            print(each)
        talk.stop()


def _print_matrix(tried: Counter[tuple[str, str]], found: list[str]) -> None:
    print(f"{'entries tried':18}" + "".join(f"{place:>15}" for place in PLACES))
    for who in PEOPLE:
        print(f"{who:18}" + "".join(f"{tried[who, place]:15,}" for place in PLACES))
    print(f"cells: {tried.total():,}; surprises: {len(found)}\n")


if __name__ == "__main__":
    main()
