"""What a look at /faq costs when thousands of questions are open."""

from __future__ import annotations

import random
import tempfile
import time
from datetime import timedelta

from handlers.actions import learning
from handlers.context import Context
from handlers.resources import Resources
from storage.engine import opened
from storage.schema import migrate
from storage.tables import Outcome
from tests.bench.learning.look import MONDAY
from tests.faq.matching import split

ENDS = ("min", "tolong pak", "di kantor", "sejak kemarin", "error", "", "gimana", "pagi ini")


def look_at_many(resources: Resources, many: int) -> None:
    dice = random.Random(0)
    rows = [row.question for row in (*split.every(), *split.unseen())]
    with (
        tempfile.TemporaryDirectory(prefix="bot-learning-") as folder,
        opened(f"sqlite:///{folder}/many.sqlite3") as database,
    ):
        migrate(database)
        for name, some in (("first", 2 * many), ("again", 0), ("after 50 more", 50)):
            with database.unit() as unit:
                for at in range(some):
                    unit.people.seen(at + 1, name="", username=None, now=MONDAY)
                    outcome = (Outcome.SILENCE, Outcome.ANSWER)[at % 2]
                    given = "lupa-password" if outcome is Outcome.ANSWER else None
                    unit.questions.log(
                        at + 1,
                        f"{dice.choice(rows)} {dice.choice(ENDS)}".strip(),
                        now=MONDAY,
                        outcome=outcome,
                        entry_id=given,
                        nearest_id="lupa-password",
                        score=1.0,
                        runner_up_score=0.0,
                    )
            with database.reading() as unit:
                begun = time.thread_time()
                found = learning.cases(Context(unit, resources, MONDAY + timedelta(days=8)))
                spent = time.thread_time() - begun
            print(
                f"a look at {many} open and {many} answered, {name}: {spent:.2f} s, {len(found)}"
            )
