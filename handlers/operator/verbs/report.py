"""`main.py report`: the figures, as text, picture or paper."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import Settings, load
from handlers.operator import report
from handlers.operator.command_line import FORMS
from handlers.operator.told import Stop, tell
from storage import private
from storage.engine import Database, opened
from storage.schema import fit_for_reading

PAGES = {"weekly", "monthly", "yearly"}
DRAWN = {"text", "png"}
QUOTING = {("samples", "pdf"), ("learning", "text"), ("indicator", "pdf"), ("indicator", "docx")}
"""What people wrote is in these."""


def act(arguments: argparse.Namespace) -> None:
    which, form = arguments.which, _form(arguments)
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
        try:
            paper: bytes | None
            if which in PAGES and form in DRAWN:
                with database.reading_figures() as figures:
                    paper = report.page(figures, almanac, wanted, now)
            elif which == "indicator" and form in DRAWN:
                with database.reading() as unit:
                    paper = report.of_indicator(unit, almanac, wanted, now)
                if form == "png":
                    _keep_digest(database, paper)
            else:
                made = Made(database, settings, almanac, wanted, now)
                paper = _paper(made, file=arguments.file, out=arguments.out)
        except (report.WrongWindow, report.NoMatch) as error:
            raise Stop(str(error)) from None
    if paper is None:
        return
    if arguments.out is None:
        print(paper.decode())
        return
    try:
        if (which, form) in QUOTING:
            private.make_file(arguments.out)
        arguments.out.write_bytes(paper)
    except OSError as error:
        raise Stop(f"cannot write {arguments.out}: {error.strerror}") from None


@dataclass(frozen=True)
class Made:
    """What a paper is made of, and when."""

    database: Database
    settings: Settings
    almanac: report.Almanac
    wanted: report.Wanted
    now: datetime


def _paper(by: Made, *, file: Path, out: Path) -> bytes | None:
    """None where all is said, or written into a folder. What it needs is imported here: the head's
    page is made in less time than that takes."""
    from handlers.operator import book_report, evidence  # noqa: PLC0415

    which = by.wanted.which
    with by.database.reading() as unit:
        if which == "verify":
            tell([evidence.verified(unit, file)])
            return None
        book = book_report.book_now(by.settings, unit, by.almanac.calendar)
        if which == "publish":
            _write(evidence.publish(unit, by.almanac, book, by.wanted, by.now), out)
            return None
        make = book_report.MAKERS.get(which, evidence.paper)
        paper = make(unit, by.almanac, book, by.wanted, by.now)
    if which == "indicator":
        evidence.keep_digest(by.database, paper)
    return paper


def _keep_digest(database: Database, paper: bytes) -> None:
    from handlers.operator import evidence  # noqa: PLC0415 - as above

    evidence.keep_digest(database, paper)


def _write(files: dict[str, bytes], folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise Stop(f"cannot write into {folder}: {error.strerror}; name another --out") from None
    tell([str(folder / name) for name in files])


def _form(arguments: argparse.Namespace) -> str:
    """Raises Stop for what does not go together."""
    which, out = arguments.which, arguments.out
    if (which == "verify") != (arguments.file is not None):
        raise Stop("verify needs the paper: report verify FILE; the others write with --out FILE")
    form: str = arguments.format or FORMS[which][0]
    if form not in FORMS[which]:
        others = ", ".join(name for name, forms in FORMS.items() if form in forms)
        raise Stop(f"--format {form} is for report {others}; of {which} leave --format {form} out")
    if which == "publish" and out is None:
        raise Stop("publish needs a folder: add --out FOLDER")
    if form != "text" and out is None:
        raise Stop(f"report {which} needs a file: add --out FILE.{form}")
    return form
