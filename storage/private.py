"""Files and folders that nobody else on the machine may read, whatever the umask.

They hold what people entrusted to the desk. SQLite gives its -wal and -shm the mode of the
database's own file.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

OURS = Path("data")  # the default; any other folder may be somebody else's, too
FOLDER, FILE = 0o700, 0o600


def make_folder(folder: Path) -> None:
    """A folder that was there keeps its rights, unless it is the bot's own. Raises OSError."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
        each.chmod(FOLDER)
    if folder == OURS or OURS in folder.parents:
        _tighten(OURS, FOLDER)


def make_file(path: Path) -> None:
    """There afterwards, and nobody else's to read. Raises OSError."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE))
    _tighten(path, FILE)


def tighten(path: Path) -> None:
    """As `make_file`, for a file that need not be there."""
    if path.exists():
        _tighten(path, FILE)


def _tighten(path: Path, mode: int) -> None:
    """What another user owns, only that user can tighten."""
    with contextlib.suppress(PermissionError):
        path.chmod(mode)
