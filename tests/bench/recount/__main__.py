"""Every total of generated histories, by the product and by an independent SQL statement.

    python -m tests.bench.recount [--histories 1000] [--database-url URL]

The database must be empty; without one it is a SQLite file of its own. Prints how many figures
were compared and how many differ; exit code 1 where any does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile

from storage.engine import opened
from storage.schema import migrate
from tests.bench.recount.compared import compared
from tests.bench.recount.histories import build


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.recount", description=__doc__)
    parser.add_argument("--histories", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=13)
    parser.add_argument("--database-url")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bot-recount-") as folder:
        url = options.database_url or f"sqlite:///{folder}/recount.sqlite3"
        with opened(url) as database:
            migrate(database)
            histories = build(database, options.histories, options.seed)
            figures, tickets, differences = compared(database, histories)
    for difference in differences[:20]:
        print(difference)
    print(
        f"{len(histories)} histories, {tickets} tickets in their windows, {figures} figures"
        f" compared; differences {len(differences)}"
    )
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
