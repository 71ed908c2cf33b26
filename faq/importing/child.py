"""What runs in the sandbox.

    python -m faq.importing.child pdf FILE 0 2

prints one JSON object: what was read, or {"refused": "the reason"}.
"""

from __future__ import annotations

import contextlib
import gc
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from faq.importing import refuse
from faq.importing.refuse import CannotImport
from faq.importing.sniff import Form

MEMORY = 1_000_000_000
SECONDS = 30


def main(arguments: Sequence[str]) -> None:
    form, file, share, of = Form(arguments[0]), Path(arguments[1]), *map(int, arguments[2:4])
    confine()
    gc.disable()  # a short life with millions of small objects: collecting took a sixth of it
    try:
        told = _read(form, file, share, of)
    except CannotImport as error:
        told = {"refused": str(error)}
    except (MemoryError, RecursionError):
        told = {"refused": str(refuse.too_heavy(file.name))}
    json.dump(told, sys.stdout)


def _read(form: Form, file: Path, share: int, of: int) -> dict[str, Any]:
    if form is Form.PDF:
        from faq.importing import pdf_lines  # noqa: PLC0415 - only what this form needs

        return pdf_lines.read(file, share, of)
    from faq.importing import docx_pieces  # noqa: PLC0415

    return docx_pieces.read(file)


def confine() -> None:
    """Memory and time, where the system can hold a process to them."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows, where the clock outside must do

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    main(sys.argv[1:])
