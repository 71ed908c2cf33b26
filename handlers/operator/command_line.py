"""The verbs of `main.py` and their options, as argparse reads them."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import NoReturn

from bot.text_file import one_line


def read(argv: list[str] | None, about: str | None) -> argparse.Namespace:
    """The options, with the verb's name as `verb`. Exits 2 with one line where they are wrong."""
    return _parser(about).parse_args(argv)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """One line instead of the whole usage."""
        self.exit(2, f"error: {one_line(message)}; see: {self.prog} --help\n")


def _parser(about: str | None) -> argparse.ArgumentParser:
    parser = _Parser(prog="main.py", description=about)
    verbs = parser.add_subparsers(required=True, dest="verb", metavar="VERB")

    def verb(name: str, about: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, help=about, description=about)

    made = verb("run", "serve Telegram; without BOT_TOKEN, start the simulator")
    made.add_argument("--port", type=int, default=8080, help="of the simulator's page")
    made = verb("simulate", "try the bot in a browser, without Telegram")
    made.add_argument("--port", type=int, default=8080)
    verb("migrate", "bring the database to this release's schema")
    made = verb("check", "look at settings, book, database, disk, backups; exit 1 with the reason")
    made.add_argument("--online", action="store_true", help="ask Telegram too")
    verb("ask", "what the book answers to a question").add_argument("question")
    _evaluate_options(verb("evaluate", "measure the matcher on labelled questions"))
    _book_options(verb("book", "make, check, import and write back the manual book"))
    made = verb("learn", "what an exported WhatsApp group asks and the book does not answer yet")
    made.add_argument("file", type=Path, help="the export without media, .txt or .zip")
    made.add_argument(
        "--to", type=Path, default=Path("build"), help="folder for the drafts (default: build)"
    )
    _roster_options(verb("roster", "the list of personnel"))
    _report_options(verb("report", "the figures, as text, picture or paper"))
    made = verb("backup", "copy the database into a file, also while the bot serves")
    made.add_argument("file", type=Path)
    made = verb("restore", "put a backup in the database's place; the bot must be stopped")
    made.add_argument("file", type=Path)
    _parked_options(verb("parked", "what could not be served or sent, and why"))
    return parser


def _evaluate_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "file", type=Path, help="CSV: question,id[,also][,style]; no id: out of scope"
    )
    verb.add_argument("--phrasings", type=Path, help="build the index from this CSV instead")
    verb.add_argument("--json", action="store_true", help="print one JSON object")


def _book_options(verb: argparse.ArgumentParser) -> None:
    acts = verb.add_subparsers(required=True, dest="act", metavar="ACT")
    made = acts.add_parser("build", help="the book as PDF and as a web page")
    made.add_argument("--out", type=Path, default=Path("build"), help="folder (default: build)")
    acts.add_parser("lint", help="what an editor should mend, with file:line")
    made = acts.add_parser("import", help="a PDF or DOCX manual as draft entries")
    made.add_argument("file", type=Path)
    made.add_argument("--to", type=Path, required=True, help="folder for the drafts")
    made = acts.add_parser("export", help="what the desk taught the book, as Markdown")
    made.add_argument("--to", type=Path, required=True, help="folder for the changed chapters")


def _roster_options(verb: argparse.ArgumentParser) -> None:
    acts = verb.add_subparsers(required=True, dest="act", metavar="ACT")
    made = acts.add_parser("import", help="take over a CSV or XLSX; without --yes a preview")
    made.add_argument("file", type=Path)
    made.add_argument("--yes", action="store_true", help="take it over without asking")
    made.add_argument(
        "--departed-ok", action="store_true", help="also where many would be marked as departed"
    )


def _parked_options(verb: argparse.ArgumentParser) -> None:
    acts = verb.add_subparsers(dest="act", metavar="ACT")
    made = acts.add_parser("requeue", help="serve or send it once more")
    made.add_argument("id", help="as the list shows it, like u123 or m45; or all")


PAGE = ("text", "png", "pdf")
FORMS: dict[str, tuple[str, ...]] = {
    "weekly": PAGE,
    "monthly": PAGE,
    "yearly": PAGE,
    "indicator": (*PAGE, "docx", "xlsx"),
    "samples": ("pdf",),
    "proofs": ("pdf",),
    "lapor": ("xlsx",),
    "publish": ("text",),
    "reach": ("pdf",),
    "reach-rows": ("xlsx",),
    "learning": ("text",),
    "verify": ("text",),
}
"""Of each report; the first is the one that it has unasked."""


def _day(said: str) -> date:
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"there is no day {said!r}; write it like 2026-01-31"
        ) from None


def _report_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("which", choices=FORMS)
    verb.add_argument("file", type=Path, nargs="?", help="of verify: the paper to look at")
    verb.add_argument("--from", dest="start", type=_day, help="like 2026-01-31")
    verb.add_argument("--to", dest="end", type=_day, help="this day included")
    verb.add_argument("--period", help='instead of the two: "oktober", "triwulan 3", "tahun lalu"')
    verb.add_argument("--edition", help="of the thresholds; see bot/data/editions.toml")
    verb.add_argument("--format", choices=FORMS["indicator"])
    verb.add_argument("--out", type=Path, help="the file to write; else text goes to the screen")
