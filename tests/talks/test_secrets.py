"""A password, PIN or code that somebody tells: hidden before anything keeps it, and they hear so."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.talks.steps import as_far_as_story, file, take
from tests.talks.talk import Talk

SECRETS = ("rahasia123", "887766", "Bakso#12", "Balangan2024!", "4321")
TOLD = "password saya rahasia123 kode otp 887766"
WARNED = ("hapus pesan itu", "ganti kata sandi")
WARNED_AT_DESK = ("hapus pesan ini", "menggantinya")


def kept(talk: Talk) -> str:
    """All there is in the database, and all that the bot said."""
    with talk.database.engine.connect() as connection:
        tables = talk.database.tables(connection)
        rows = [row for each in tables for row in connection.execute(text(f'SELECT * FROM "{each}"'))]
    said = [
        message.text
        for chat in talk.state.chats
        for message in talk.state.messages(chat)
        if message.from_bot
    ]
    return "\n".join([*map(str, rows), *said])
