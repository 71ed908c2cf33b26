"""`main.py learn`: what an exported WhatsApp group asks and the book does not answer yet."""

from __future__ import annotations

import argparse

from bot.settings import load
from handlers.operator import learn
from handlers.operator.told import Stop, tell


def act(arguments: argparse.Namespace) -> None:
    try:
        tell(learn.learn_from(load(), arguments.file, arguments.to))
    except learn.CannotImport as error:
        raise Stop(str(error)) from None
    except OSError as error:
        raise Stop(
            f"cannot write {error.filename}: {error.strerror}; choose another --to"
        ) from None
