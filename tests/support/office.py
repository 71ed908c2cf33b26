"""LibreOffice without a screen, and poppler: they open the papers as an office would."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

PROGRAMS = ("soffice", "pdftotext", "pdftoppm")
PACKAGES = ("libreoffice-writer-nogui", "libreoffice-calc-nogui", "poppler-utils")
APT = (
    ("apt-get", "update", "-qq"),
    ("apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES),
)


class NoOffice(Exception):
    """One line: what is missing, and what to do."""


def found_or_installed() -> None:
    """Raises NoOffice."""
    if _missing() and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in APT:
            subprocess.run(command, check=False, capture_output=True)
    missing = _missing()
    if missing:
        raise NoOffice(
            f"the tests of papers need {', '.join(missing)}:"
            f" apt-get install --no-install-recommends {' '.join(PACKAGES)}"
        )


def _missing() -> list[str]:
    return [program for program in PROGRAMS if shutil.which(program) is None]


def convert(files: Sequence[Path], to: str, folder: Path) -> None:
    """All in one start of LibreOffice, with a profile of its own; what it complains of is an
    error, and so is a file of which nothing comes."""
    done = subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            str(folder),
            *map(str, files),
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    said = [line for line in done.stderr.splitlines() if line and "javaldx" not in line]
    assert not said, said
    for file in files:
        assert list(folder.glob(f"{file.stem}[.-]*")), done.stdout


def uncomputed(workbook: bytes) -> bytes:
    """Without the results that we wrote beside its formulas: what it shows then was computed."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as given, zipfile.ZipFile(held, "w") as made:
        for name in given.namelist():
            part = given.read(name)
            if name.startswith("xl/worksheets/"):
                part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", part)
            made.writestr(name, part)
    return held.getvalue()


def text_of(pdf: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    assert not done.stderr, done.stderr
    return done.stdout


def pages_drawn(pdf: Path, folder: Path) -> list[Path]:
    done = subprocess.run(
        ["pdftoppm", "-r", "40", "-png", str(pdf), str(folder / pdf.stem)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert not done.stderr, done.stderr
    return sorted(folder.glob(f"{pdf.stem}-*.png"))
