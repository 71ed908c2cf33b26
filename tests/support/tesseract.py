"""Tesseract with Indonesian, which reads pictures: by apt where it is missing."""

from __future__ import annotations

import os
import shutil
import subprocess

from faq.pictures import reader

APT = (
    ("apt-get", "update", "-qq"),
    ("apt-get", "install", "-y", "-qq", "tesseract-ocr", "tesseract-ocr-ind"),
)


class NoTesseract(Exception):
    """One line: why there is none, and what to do."""


def found_or_installed() -> None:
    """Raises NoTesseract."""
    if reader.why_not() is not None and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in APT:
            subprocess.run(command, check=False, capture_output=True)
    reason = reader.why_not()
    if reason is not None:
        raise NoTesseract(f"the tests of pictures need it: {reason}")
