"""The helpdesk bot: every process is a verb. `main.py --help` lists them."""

from __future__ import annotations

import signal
import sys

if __name__ == "__main__":  # what is imported below takes a second, and may be told to stop too
    LASTING = {"run", "simulate"} & set(sys.argv[1:2])
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda number, _: sys.exit(0 if LASTING else 128 + number))

import argparse
import asyncio
import os
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from bot.data.data_file import DataError
from bot.settings import Settings, SettingsError, load
from bot.text_file import one_line
from bot.wire import log
from bot.wire.database_watch import DatabaseLost
from bot.wire.http import PortTakenError
from bot.wire.intake import TokenRefused
from bot.wire.rivalry import AnotherBotServes
from bot.wire.run import LockLost, LoopFailed
from bot.wire.startup import WebhookRefused
from faq.book.book import BookError
from faq.matching.labelled import BadFile
from handlers.operator import ask, backup, check, command_line, evidence, parked, report
from handlers.operator.run import serve
from handlers.resources import load_resources
from storage.backup import BackupError
from storage.engine import DatabaseError, opened
from storage.lock import only_one
from storage.schema import fit_for_reading, migrate


class Stop(Exception):
    """One line for the operator: the cause and the cure."""


class Findings(Exception):
    """What an editor should look at, told together."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines


class Unwell(Exception):
    """Lines for the operator, each a cause and its cure."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems


ONE_LINERS = (
    Stop,
    SettingsError,
    DatabaseError,
    DataError,
    PortTakenError,
    WebhookRefused,
    LockLost,
    DatabaseLost,
    LoopFailed,
    BadFile,
    BackupError,
)


ANOTHER_BOT = 3  # the exit code that a supervisor is not to answer with a new start


def main(argv: list[str] | None = None) -> int:
    arguments = command_line.read(argv, __doc__)
    try:
        VERBS[arguments.verb](arguments)
    except ONE_LINERS as error:
        return _fail(one_line(str(error)))
    except Findings as error:
        return _fail("\n".join(map(one_line, error.lines)))
    except AnotherBotServes as error:  # started again, it would only disturb the other once more
        _fail(str(error))
        return ANOTHER_BOT
    except (BookError, Unwell) as error:
        return _fail(*map(one_line, error.problems))
    except BrokenPipeError:  # `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except TokenRefused:
        return _fail("BOT_TOKEN: Telegram refuses this token; copy it again from @BotFather")
    return 0


def _fail(*reasons: str) -> int:
    for reason in reasons:
        print(f"error: {log.redact(reason)}", file=sys.stderr)
    return 1


def _tell(lines: Iterable[str]) -> None:
    """Paths and foreign words among them give the terminal no orders."""
    print("\n".join(map(one_line, lines)), flush=True)


def _run(arguments: argparse.Namespace) -> None:
    settings = load()
    log.set_up(settings.log_level)
    if settings.bot_token is None:
        print("BOT_TOKEN is not set, so this is the simulator. README tells how to go live.")
        _play(settings, arguments.port)
    else:
        asyncio.run(serve(settings))


def _simulate(arguments: argparse.Namespace) -> None:
    settings = load()
    log.set_up(settings.log_level)
    _play(settings, arguments.port)


def _play(settings: Settings, port: int) -> None:
    # Imported here, as below: what a serving process has no use for would still take its memory.
    from handlers.operator.simulate import simulate  # noqa: PLC0415

    asyncio.run(simulate(settings, port))


def _migrate(_arguments: argparse.Namespace) -> None:
    with opened(load().database_url.get_secret_value()) as database, only_one(database):
        migrate(database)
    print("The database is up to date.")


def _check(arguments: argparse.Namespace) -> None:
    report = check.check(load(), online=arguments.online)
    _tell(report.said)
    if report.problems:
        raise Unwell(report.problems)


def _ask(arguments: argparse.Namespace) -> None:
    _tell(ask.ask(load_resources(load()), arguments.question).splitlines())


def _evaluate(arguments: argparse.Namespace) -> None:
    from faq.matching import evaluation  # noqa: PLC0415

    manual = load().manual_dir
    said = evaluation.run(arguments.file, arguments.phrasings, manual, json=arguments.json)
    _tell(said.splitlines())


def _book(arguments: argparse.Namespace) -> None:
    from handlers.operator import book  # noqa: PLC0415

    settings = load()
    try:
        match arguments.act:
            case "build":
                said = [str(path) for path in book.build_book(settings, arguments.out)]
            case "import":
                said = book.import_book(settings, arguments.file, arguments.to)
            case "export":
                said = [str(path) for path in book.write_back(settings, arguments.to)]
            case _:
                said = book.findings(settings)
    except (book.CannotBuild, book.CannotImport) as error:
        raise Stop(str(error)) from None
    except OSError as error:
        raise Stop(
            f"cannot write {error.filename}: {error.strerror}; choose another --to"
        ) from None
    if arguments.act == "lint" and said:
        raise Findings([f"{len(said)} findings", *said])
    _tell(said or ["Nothing to do: all is in order."])


def _learn(arguments: argparse.Namespace) -> None:
    from handlers.operator import learn  # noqa: PLC0415

    try:
        _tell(learn.learn_from(load(), arguments.file, arguments.to))
    except learn.CannotImport as error:
        raise Stop(str(error)) from None
    except OSError as error:
        raise Stop(
            f"cannot write {error.filename}: {error.strerror}; choose another --to"
        ) from None


def _roster(arguments: argparse.Namespace) -> None:
    from handlers.operator.roster import refuse, take_over  # noqa: PLC0415

    consent = take_over.Consent(
        yes=arguments.yes,
        gone=arguments.departed_ok,
        ask=_answer if sys.stdin.isatty() and sys.stdout.isatty() else None,
    )
    try:
        take_over.import_file(load(), arguments.file, consent, lambda line: _tell([line]))
    except (refuse.CannotRead, take_over.NotTaken) as error:
        raise Stop(str(error)) from None


def _answer(question: str) -> str:
    """Nothing, where the terminal was closed instead."""
    try:
        return input(question)
    except EOFError:
        return ""


def _report(arguments: argparse.Namespace) -> None:
    which, form = arguments.which, arguments.format
    _check_report(arguments)
    settings = load()
    almanac = report.almanac(settings)
    wanted = report.Wanted(
        which=which,
        start=arguments.start,
        end=arguments.end,
        edition=almanac.editions.get(arguments.edition),
        form=form,
        period=arguments.period,
    )
    now = datetime.now(UTC)
    with opened(settings.database_url.get_secret_value()) as database:
        fit_for_reading(database)
        with database.reading() as unit:
            try:
                if which == "verify":
                    _tell([evidence.verified(unit, arguments.file)])
                    return
                if which == "publish":
                    book = report.book_now(settings, unit, almanac.calendar)
                    _write(evidence.publish(unit, almanac, book, wanted, now), arguments.out)
                    return
                if which == "learning":
                    book = report.book_now(settings, unit, almanac.calendar)
                    paper = report.learning(book, unit, almanac, wanted, now)
                elif which in ALONE or form in PAPERS:
                    book = report.book_now(settings, unit, almanac.calendar)
                    paper = evidence.paper(unit, almanac, book, wanted, now)
                else:
                    paper = report.draw(unit, almanac, wanted, now)
            except (report.WrongWindow, evidence.NoMatch) as error:
                raise Stop(str(error)) from None
        if form in PAPERS and which == "indicator":
            evidence.keep_digest(database, paper)
    if arguments.out is None:
        print(paper.decode())
        return
    try:
        arguments.out.write_bytes(paper)
    except OSError as error:
        raise Stop(f"cannot write {arguments.out}: {error.strerror}") from None


def _write(files: dict[str, bytes], folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise Stop(f"cannot write into {folder}: {error.strerror}; name another --out") from None
    _tell([str(folder / name) for name in files])


PAPERS = {"pdf", "docx", "xlsx"}
ALONE = {"samples": "pdf", "proofs": "pdf", "lapor": "xlsx", "reach": "pdf", "reach-rows": "xlsx"}
"""Reports of one form each."""


def _check_report(arguments: argparse.Namespace) -> None:
    """Raises Stop for what does not go together."""
    which, form = arguments.which, arguments.format
    if (which == "verify") != (arguments.file is not None):
        raise Stop("verify needs the paper: report verify FILE; the others write with --out FILE")
    if form == "png" and which == "learning":
        raise Stop("the report about learning is text; leave --format png out")
    if form in PAPERS and which != "indicator" and ALONE.get(which) != form:
        raise Stop(f"--format {form} is for report indicator")
    if which != "verify" and arguments.out is None:
        if which == "publish":
            raise Stop("publish needs a folder: add --out FOLDER")
        if which in ALONE:
            raise Stop(f"report {which} needs a file: add --out FILE.{ALONE[which]}")
        if form == "png":
            raise Stop("a picture needs a file: add --out FILE.png")
        if form in PAPERS:
            raise Stop(f"a paper needs a file: add --out FILE.{form}")


def _backup(arguments: argparse.Namespace) -> None:
    _tell(backup.make(load(), arguments.file))


def _restore(arguments: argparse.Namespace) -> None:
    _tell(backup.restore(load(), arguments.file))


def _parked(arguments: argparse.Namespace) -> None:
    settings = load()
    try:
        said = (
            [parked.requeue(settings, arguments.id)]
            if arguments.act == "requeue"
            else parked.listed(settings)
        )
    except parked.NoSuchRow as error:
        raise Stop(str(error)) from None
    _tell(map(log.redact, said))


VERBS: dict[str, Callable[[argparse.Namespace], None]] = {
    "run": _run,
    "simulate": _simulate,
    "migrate": _migrate,
    "check": _check,
    "ask": _ask,
    "evaluate": _evaluate,
    "book": _book,
    "learn": _learn,
    "roster": _roster,
    "report": _report,
    "backup": _backup,
    "restore": _restore,
    "parked": _parked,
}

if __name__ == "__main__":
    sys.exit(main())
