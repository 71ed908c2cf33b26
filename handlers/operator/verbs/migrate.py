"""`main.py migrate`: bring the database to this release's schema."""

from __future__ import annotations

import argparse

from bot.settings import load
from storage.engine import opened
from storage.lock import only_one
from storage.schema import migrate


def act(_arguments: argparse.Namespace) -> None:
    with opened(load().database_url.get_secret_value()) as database, only_one(database):
        migrate(database)
    print("The database is up to date.")
