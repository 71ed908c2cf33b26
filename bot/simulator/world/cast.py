"""Who lives in the simulated world at first. Nobody here is a real person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.simulator.world.state import State

BOT_ID = 7000001
BOT_USERNAME = "ekinerja_balangan_bot"
BOT_NAME = "Bantuan e-Kinerja"
SIM_TOKEN = f"{BOT_ID}:SIMulatorOnly-MadeUp-NoRealToken-00"

ANI, BURHAN, CITRA = 1001, 1002, 1003
FIRST_NEWCOMER = 1100
BUDI, DEWI, EKO = 2001, 2002, 2003
HADI = 3001

HELPDESK = -1001000000001
REPORTS = -1001000000002

# Telegram's own accounts, behind which no person can be seen.
ANONYMOUS_ADMIN = 1087968824
CHANNEL_BOT = 136817688


def populate(world: State) -> None:
    """Three askers of different offices, the desk with two officers and a guest, the head."""
    world.add_user(ANI, "Ani", "Rahmawati", office="Dinas Pendidikan dan Kebudayaan")
    world.add_user(BURHAN, "Burhan", "", office="Kecamatan Halong")
    world.add_user(CITRA, "Citra", "Lestari", office="RSUD")
    world.add_user(BUDI, "Budi", "Santoso", office="BKPSDM", asks=False)
    world.add_user(DEWI, "Dewi", "Anggraini", office="BKPSDM", asks=False)
    world.add_user(EKO, "Eko", "Prasetyo", office="BKPSDM", asks=False)
    world.add_user(HADI, "Pak Hadi", "", office="Kepala BKPSDM", asks=False)
    world.add_group(HELPDESK, "Helpdesk e-Kinerja", [BUDI, DEWI, EKO], creator=BUDI)
    world.add_group(REPORTS, "Laporan Kepala BKPSDM", [HADI, BUDI], creator=HADI)
