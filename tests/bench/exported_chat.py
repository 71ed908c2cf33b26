"""How long `main.py learn` takes for an exported chat, and how much memory.

python -m tests.bench.exported_chat [--lines 100000] [--form "android id"] [--keep FILE.txt]
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.support.exported_chats import FORMS, long_chat

ROOT = Path(__file__).parents[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--form", choices=tuple(FORMS), default="android id")
    parser.add_argument("--keep", type=Path, help="write the chat there, and keep it")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="exported-chat-") as folder:
        file = wanted.keep or Path(folder) / "chat.txt"
        lines = 0
        with file.open("w", encoding="utf-8") as out:
            for said in long_chat(wanted.lines):
                line = FORMS[wanted.form](said)
                lines += line.count("\n") + 1
                out.write(f"{line}\n")
        size = file.stat().st_size / 1e6
        for time_of_it in ("first", "again"):
            began, before = time.perf_counter(), _worked()
            done = subprocess.run(
                [sys.executable, "main.py", "learn", str(file), "--to", folder],
                cwd=ROOT,
                env=os.environ | {"DATABASE_URL": f"sqlite:///{folder}/bot.sqlite3"},
                stdout=subprocess.PIPE,
                check=True,
                text=True,
            )
            took = time.perf_counter() - began
            worked = _worked() - before
            print(
                f"{time_of_it}: {lines:,} lines, {size:.1f} MB: {took:.1f} s, {worked:.1f} of CPU"
            )
            print(done.stdout)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"memory at most: {peak:.0f} MB")


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
