"""What each command of the desk needs, beside what the deed itself asks for: see bot/rules/rights.
A command without a row here is nobody's; what a button needs stands in presses.py."""

from __future__ import annotations

from bot.errors import NotOfficer
from bot.rules.rights import Act, DeskAct
from bot.rules.ticket import Deed

COMMANDS: dict[str, Act] = {
    "antrian": DeskAct.SEE,
    "tiket": DeskAct.SEE,
    "cari": DeskAct.SEE,
    "catat": DeskAct.WORK,
    "clinic": DeskAct.WORK,
    "jawaban": DeskAct.WORK,
    "gangguan": DeskAct.WORK,
    "gabung": Deed.MERGE,
    "petugas": DeskAct.SEE,
    "survei": DeskAct.SURVEY_RESULTS,
    "ringkasan": DeskAct.WORK,
    "ikuti": DeskAct.SEE,
    "laporan": DeskAct.FIGURES,
    "faq": DeskAct.TEACH,
    "blokir": DeskAct.BLOCK,
    "buka_blokir": DeskAct.BLOCK,
    "umumkan": DeskAct.ANNOUNCE,
    "pengingat": DeskAct.ANNOUNCE,
}
# What somebody of the desk may also ask for alone with the bot.
IN_PRIVATE = frozenset({"antrian", "petugas", "laporan", "umumkan", "pengingat"})


def of_command(name: str) -> Act:
    """Raises NotOfficer."""
    act = COMMANDS.get(name)
    if act is None:
        raise NotOfficer
    return act
