"""`main.py report`: the figures, as text, picture or paper."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import load
from handlers.operator import evidence, report
from handlers.operator.told import Stop, tell
from storage import private
from storage.engine import opened
from storage.schema import fit_for_reading

PAPERS = {"pdf", "docx", "xlsx"}
HEAD_PAGES = {"weekly", "monthly", "yearly"}
ALONE = {"samples": "pdf", "proofs": "pdf", "lapor": "xlsx"}
QUOTING = {"samples", "learning"}  # what people wrote
ALONE |= {"reach": "pdf", "reach-rows": "xlsx"}
"""Reports of one form each."""


def act(arguments: argparse.Namespace) -> None:
    which, form = arguments.which, arguments.format
    _check(arguments)
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
                    tell([evidence.verified(unit, arguments.file)])
                    return
                if which == "publish":
                    book = report.book_now(settings, unit, almanac.calendar)
                    _write(evidence.publish(unit, almanac, book, wanted, now), arguments.out)
                    return
                if which == "learning":
                    book = report.book_now(settings, unit, almanac.calendar)
                    paper = report.learning(book, unit, almanac, wanted, now)
                elif which in ALONE or (form in PAPERS and which not in HEAD_PAGES):
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
        if which in QUOTING:
            private.make_file(arguments.out)
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
    tell([str(folder / name) for name in files])


def _check(arguments: argparse.Namespace) -> None:
    """Raises Stop for what does not go together."""
    which, form = arguments.which, arguments.format
    if (which == "verify") != (arguments.file is not None):
        raise Stop("verify needs the paper: report verify FILE; the others write with --out FILE")
    if form == "png" and which == "learning":
        raise Stop("the report about learning is text; leave --format png out")
    of_page = form == "pdf" and which in HEAD_PAGES
    if form in PAPERS and which != "indicator" and ALONE.get(which) != form and not of_page:
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
