"""`main.py book`: make, check, import and write back the manual book."""

from __future__ import annotations

import argparse

from bot.settings import load
from handlers.operator import book
from handlers.operator.told import Findings, Stop, tell


def act(arguments: argparse.Namespace) -> None:
    """Raises Stop, and Findings, what an editor should look at."""
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
    tell(said or ["Nothing to do: all is in order."])
