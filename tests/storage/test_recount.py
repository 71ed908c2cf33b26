"""Each total is the same by the product and by an independent statement over the raw rows."""

from __future__ import annotations

from storage.engine import Database
from tests.bench.recount.compared import compared
from tests.bench.recount.histories import build


def test_no_figure_differs_from_the_raw_rows(database: Database) -> None:
    histories = build(database, 200 if database.is_sqlite else 40)
    figures, tickets, differences = compared(database, histories)
    assert not differences
    assert figures > tickets > len(histories)
