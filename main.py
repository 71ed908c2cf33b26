"""The helpdesk bot: every process is a verb. `main.py --help` lists them."""

from __future__ import annotations

import sys

from handlers.operator.told_to_stop import LASTING, told_to_stop

if __name__ == "__main__":  # what is imported below takes a second, and may be told to stop too
    told_to_stop.listen()

import gc
import os
from importlib import import_module
from types import ModuleType

from handlers.operator import command_line

COLLECT_EVERY = 50_000


def main(argv: list[str] | None = None) -> int:
    """The exit code. A child that is spawned imports this file again: it imports little."""
    arguments = command_line.read(argv, __doc__)
    try:
        verb = _imported(arguments.verb)
        if arguments.verb not in LASTING:  # those import more, and say so themselves
            told_to_stop.imported()
            # A report's rows are no garbage: to look through them every 700 takes a tenth of it.
            gc.set_threshold(COLLECT_EVERY, 10, 50)
        verb.act(arguments)
    except BrokenPipeError:  # `| head` has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:  # noqa: BLE001 - what nobody foresaw is raised again
        return _failed(error)
    return 0


def _imported(verb: str) -> ModuleType:
    """What is imported stays for good: to let the collector look through it again and again takes
    a tenth of a start."""
    gc.disable()
    try:
        return import_module(f"handlers.operator.verbs.{verb}")
    finally:
        gc.freeze()
        gc.enable()


def _failed(error: Exception) -> int:
    from handlers.operator.failures import told  # noqa: PLC0415 - it knows every part's failures

    if (known := told(error)) is None:
        raise error
    for reason in known.reasons:
        print(f"error: {reason}", file=sys.stderr)
    return known.code


if __name__ == "__main__":
    sys.exit(main())
