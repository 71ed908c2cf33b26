"""The methods that the Bot API has."""

from __future__ import annotations

import re

from telegram import Bot

# python-telegram-bot has a method in Telegram's spelling for each one there is.
METHODS = frozenset(name for name in dir(Bot) if re.fullmatch("[a-z]+[A-Z][A-Za-z]+", name))
