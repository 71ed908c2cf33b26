"""The accounts of the simulated world at first. Nobody here is a real person."""

from __future__ import annotations

from bot.simulator.world.model import Chat, User

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


def bot() -> User:
    return User(BOT_ID, BOT_NAME, username=BOT_USERNAME, is_bot=True)


def people() -> list[User]:
    """Three askers of different offices, two officers and a guest of theirs, the head."""
    return [
        User(ANI, "Ani", "Rahmawati", office="Dinas Pendidikan dan Kebudayaan"),
        User(BURHAN, "Burhan", office="Kecamatan Halong"),
        User(CITRA, "Citra", "Lestari", office="RSUD"),
        User(BUDI, "Budi", "Santoso", office="BKPSDM", asks=False),
        User(DEWI, "Dewi", "Anggraini", office="BKPSDM", asks=False),
        User(EKO, "Eko", "Prasetyo", office="BKPSDM", asks=False),
        User(HADI, "Pak Hadi", office="Kepala BKPSDM", asks=False),
    ]


def groups() -> list[Chat]:
    return [
        Chat(HELPDESK, "supergroup", "Helpdesk e-Kinerja", {BUDI, DEWI, EKO}, creator=BUDI),
        Chat(REPORTS, "supergroup", "Laporan Kepala BKPSDM", {HADI, BUDI}, creator=HADI),
    ]
