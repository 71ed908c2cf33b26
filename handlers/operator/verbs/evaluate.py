"""`main.py evaluate`: measure the matcher on labelled questions."""

from __future__ import annotations

import argparse

from bot.settings import load
from faq.matching import evaluation
from handlers.operator.told import tell


def act(arguments: argparse.Namespace) -> None:
    manual = load().manual_dir
    said = evaluation.run(arguments.file, arguments.phrasings, manual, json=arguments.json)
    tell(said.splitlines())
