"""What runs in the sandbox.

    python -m faq.importing.child pdf NAME 0 2 < FILE
    python -m faq.importing.child join NAME < LINES

prints one JSON object in a line: the drafts, the lines of one of several shares of a PDF, or
{"refused": "the reason"}. NAME is how the file is called towards people.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Sequence
from typing import IO, Any

from faq.importing import refuse
from faq.importing.limits import MOST_ANSWER, WALLS
from faq.importing.refuse import CannotImport

COLLECT_AFTER = 200_000
"""Objects; a short life with many small ones: collecting at every 700th took a sixth of it."""


def main(arguments: Sequence[str]) -> None:
    WALLS.put_up()
    gc.set_threshold(COLLECT_AFTER, 20, 20)
    what, name = arguments[:2]
    try:
        told = _told(what, name, sys.stdin.buffer, *map(int, arguments[2:4]))
    except (MemoryError, RecursionError):
        told = _refused(refuse.too_heavy(name))
    except CannotImport as error:
        told = _refused(refuse.too_heavy(name) if WALLS.are_reached() else error)
    sys.stdout.buffer.write(told)


def _told(what: str, name: str, file: IO[bytes], share: int = 0, of: int = 1) -> bytes:
    if of > 1:
        return _packed(_read(what, name, file, share, of), name)
    told = (
        [json.loads(line) for line in file]
        if what == "join"
        else [_read(what, name, file, share, of)]
    )
    from faq.importing import drafting  # noqa: PLC0415 - only where it is needed

    refusals = [each for each in told if "refused" in each]
    return _packed(refusals[0] if refusals else drafting.drafted(name, told), name)


def _read(what: str, name: str, file: IO[bytes], share: int, of: int) -> dict[str, Any]:
    if what == "pdf":
        from faq.importing import pdf_lines  # noqa: PLC0415 - only what this form needs

        return pdf_lines.read(file, name, share, of)
    from faq.importing import docx_pieces  # noqa: PLC0415

    return docx_pieces.read(file, name)


def _packed(told: dict[str, Any], name: str) -> bytes:
    said = json.dumps(told, ensure_ascii=False).encode("utf-8", "ignore") + b"\n"
    if len(said) > MOST_ANSWER:
        raise refuse.too_long(name)
    return said


def _refused(error: CannotImport) -> bytes:
    return json.dumps({"refused": str(error)}).encode() + b"\n"


if __name__ == "__main__":
    main(sys.argv[1:])
