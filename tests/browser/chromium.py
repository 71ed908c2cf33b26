"""The distribution's Chromium, never a download of Playwright's; by apt where missing."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
APT = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"])
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class NoChromium(Exception):
    """One line: why there is none, and what to do."""


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Raises NoChromium."""
    program = _found() or _installed()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def _found() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def _installed() -> str:
    if os.geteuid() == 0 and shutil.which("apt-get"):
        for command in APT:
            subprocess.run(command, check=False, capture_output=True)
    found = _found()
    if found is None:
        raise NoChromium("the page's tests need Chromium: run `sudo apt-get install chromium`")
    return found
