"""Every message and update of the Bot API in each place: parked, answered wrongly in kind, alive.


python -m tests.bench.corpus            # all, some minutes
python -m tests.bench.corpus ticket     # one place
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.settings import Settings
from bot.simulator.world import accounts
from handlers.resources import Resources, load_resources
from tests.support.databases import SqliteFiles
from tests.talks.corpus.cases import cases
from tests.talks.corpus.places import Place, places
from tests.talks.talk import Talk


def patient(resources: Resources) -> Resources:
    """Without the limits on what one person may send: here one sends everything."""
    limits = replace(resources.limits, turns_a_minute=100_000, files_a_day=100_000)
    return replace(resources, limits=limits)


def main() -> int:
    os.environ["PTB_TIMEDELTA"] = "true"
    settings = Settings(
        helpdesk_chat_id=accounts.HELPDESK,
        report_chat_id=accounts.REPORTS,
        admin_ids=(accounts.BUDI,),
    )
    loaded = load_resources(settings).named(accounts.BOT_USERNAME)
    loaded = replace(loaded, calendar=replace(loaded.calendar, known_until=date.max))
    began, tried, wrong = time.perf_counter(), Counter[str](), 0
    with tempfile.TemporaryDirectory() as folder, SqliteFiles(Path(folder)).fresh() as url:
        talk = Talk(url, patient(loaded), restless=False)
        for place in places(talk):
            if sys.argv[1:] and place.name not in sys.argv[1:]:
                continue
            wrong += _all(place, tried)
        alive = talk.citra("/tiket").room.last is not None
        talk.stop()
    took = time.perf_counter() - began
    print(f"{tried.total()} cases {dict(tried)}: {wrong} wrong, alive: {alive}, {took:.0f} s")
    return 1 if wrong or not alive else 0


def _all(place: Place, tried: Counter[str]) -> int:
    wrong = 0
    for case in cases():
        tried[place.name] += 1
        if (said := place.try_case(case)) is not None:
            wrong += 1
            print(f"{place.name}: {case.update} {case.name} {'full' * case.full}: {said[:300]}")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
