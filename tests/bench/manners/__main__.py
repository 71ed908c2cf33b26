"""What is said to people who don't press buttons, line by line: situation, input, before, now.

    python -m tests.bench.manners [LINES.csv]

Each line is a talk of its own with the bot, brought to its situation first; "now" is what it said,
with the buttons below it. `before` is what the bot did when the line was first tried, where it
was; lines without are neighbours found since.
"""

from __future__ import annotations

import argparse
import csv
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.settings import Settings
from bot.simulator.world import accounts
from handlers.resources import Resources, load_resources
from tests.support.databases import SqliteFiles
from tests.talks.steps import as_far_as_check, as_far_as_files, resolve, take
from tests.talks.talk import Talk

LINES = Path(__file__).with_name("lines.csv")
SETTINGS = Settings(
    helpdesk_chat_id=accounts.HELPDESK,
    report_chat_id=accounts.REPORTS,
    admin_ids=(accounts.BUDI,),
)
SHOWN = 110


def _closed(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("Terima kasih")


SITUATIONS: dict[str, Callable[[Talk], object]] = {
    "none": lambda talk: talk.ani("/start"),
    "check": lambda talk: as_far_as_check(talk.ani),
    "draft": lambda talk: as_far_as_check(talk.ani),
    "files": lambda talk: as_far_as_files(talk.ani),
    "open": lambda talk: take(talk, talk.ani, talk.budi),
    "resolved": lambda talk: resolve(talk, talk.ani, talk.budi),
    "closed": _closed,
    "choices": lambda talk: talk.ani("realisasi"),
    "answered": lambda talk: talk.ani("kode otp ditolak"),
}


@dataclass(frozen=True)
class Line:
    situation: str
    input: str
    before: str


def read(file: Path) -> list[Line]:
    with file.open(encoding="utf-8", newline="") as rows:
        return [Line(**row) for row in csv.DictReader(rows)]


def now(line: Line, resources: Resources) -> str:
    """What was said to the line, and whether anything of it went to the desk."""
    with tempfile.TemporaryDirectory() as folder, SqliteFiles(Path(folder)).fresh() as url:
        talk = Talk(url, resources, restless=False)
        try:
            SITUATIONS[line.situation](talk)
            talk.settle()
            talk.ani.room.skip()
            talk.desk.skip()
            talk.ani(line.input)
            talk.settle()
            said = [_shown(each.text, each.button_words) for each in talk.ani.room.all_unheard()]
            desk = " → grup" if talk.desk.all_unheard() else ""
            return (" ¦ ".join(said) or "(nothing)") + desk
        finally:
            talk.stop()


def _shown(text: str, buttons: list[str]) -> str:
    words = " ".join(text.split())
    cut = words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
    return cut + "".join(f" [{each}]" for each in buttons)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.manners", description=__doc__)
    parser.add_argument("lines", type=Path, nargs="?", default=LINES)
    resources = load_resources(SETTINGS)
    for line in read(parser.parse_args().lines):
        print(f"{line.situation} | {line.input} | {line.before or '-'} | {now(line, resources)}")


if __name__ == "__main__":
    main()
