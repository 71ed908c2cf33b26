"""A picture's lines, read by Tesseract in a child process."""

from __future__ import annotations

import shutil
import subprocess
import tempfile

from faq.confined import child
from faq.pictures.limits import LANGUAGE, MOST_BYTES, MOST_TABLE, PATIENCE
from faq.pictures.lines import ScreenLine, lines_of

APT = "sudo apt-get install tesseract-ocr tesseract-ocr-ind"


def why_not() -> str | None:
    """Why no pictures can be read here, and the cure; None where they can."""
    program = shutil.which("tesseract")
    if program is None:
        return f"Tesseract is not installed; run: {APT}"
    known = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    if LANGUAGE not in known.stdout.split():
        return f"Tesseract does not know Indonesian; run: {APT}"
    return None


def read(picture: bytes) -> list[ScreenLine]:
    """None of its lines where it is no picture, or too much for the child."""
    if len(picture) > MOST_BYTES:
        return []
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as told:
        source.write(picture)
        source.seek(0)
        try:
            child.run("faq.pictures.child", (), source, told, seconds=PATIENCE)
        except (child.ChildEnded, child.Failed):
            return []
        table = told.read(MOST_TABLE + 1)
    if len(table) > MOST_TABLE:
        return []
    return lines_of(table.decode("utf-8", "replace"))
