"""The distribution's Chromium, by apt where missing; where apt has none, Playwright's own."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes.util import find_library

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
APT = ("apt-get", "install", "-y", "-qq")
INSTALLS = (
    ("apt-get", "update", "-qq"),
    (*APT, "libatomic1"),  # Playwright's driver wants it
    (*APT, "chromium"),
)
PLAYWRIGHTS = (sys.executable, "-m", "playwright", "install", "--with-deps", "chromium")
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class NoChromium(Exception):
    """One line: why there is none, and what to do."""


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Raises NoChromium."""
    program = found_or_installed()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def found_or_installed() -> str | None:
    """None where it is Playwright's own, which it finds by itself. Raises NoChromium."""
    program = _found()
    return _installed() if program is None or find_library("atomic") is None else program


def _found() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _installed() -> str | None:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for command in INSTALLS:
            subprocess.run(command, check=False, capture_output=True)
    found = _found()
    if found is None and subprocess.run(PLAYWRIGHTS, check=False, capture_output=True).returncode:
        raise NoChromium("the page's tests need Chromium: run `sudo apt-get install chromium`")
    return found
