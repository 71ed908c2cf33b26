"""/petugas: who is on the desk, in which role, and who is on leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.ticket import Role
from bot.words import dates
from bot.words.html import Html, bold, esc, lines, paragraphs

MOST_LISTED = 24
ROLES = {
    Role.ASKER: "bukan petugas",
    Role.OFFICER: "petugas",
    Role.SUPERVISOR: "penyelia",
    Role.ADMIN: "admin",
    Role.HEAD: "pimpinan",
}


@dataclass(frozen=True)
class Member:
    """Somebody of the desk, as /petugas shows them."""

    name: str
    role: Role
    tickets: int  # open ones that they have
    away_until: datetime | None
    deputy: str | None
    hears_abuse: bool


def staff(members: Sequence[Member], *, zone: ZoneInfo) -> Html:
    rows = [_row(member, zone) for member in members[:MOST_LISTED]]
    more = len(members) - MOST_LISTED
    if more > 0:
        rows.append(esc(f"… dan {more} orang lagi: /petugas @namanya"))
    return paragraphs(
        bold("Petugas helpdesk"),
        lines(*rows) if rows else Html("Belum ada petugas."),
        Html("Tekan namanya untuk mengubah peran atau mencatat cuti."),
        Html("Mengangkat orang baru: balas pesannya dengan /petugas tambah"),
    )


def _row(member: Member, zone: ZoneInfo) -> Html:
    count = f", {member.tickets} tiket" if member.tickets else ""
    away = f" – {_away(member, zone)}" if member.away_until else ""
    return esc(f"• {member.name} ({ROLES[member.role]}){count}{away}")


def _away(member: Member, zone: ZoneInfo) -> str:
    assert member.away_until is not None
    deputy = f", wakil: {member.deputy}" if member.deputy else ""
    return f"cuti sampai {dates.last_day(member.away_until, zone)}{deputy}"


def person(member: Member, *, zone: ZoneInfo) -> Html:
    return lines(
        bold(member.name),
        esc(f"Peran: {ROLES[member.role]}"),
        esc(f"Tiket terbuka: {member.tickets}") if member.tickets else None,
        esc(f"Sedang {_away(member, zone)}") if member.away_until else None,
        Html("Menerima laporan pengawasan.") if member.hears_abuse else None,
    )


def is_now(name: str, role: Role, *, released: int) -> Html:
    """A role that somebody has from now on. `released`: tickets that went back to the queue."""
    if role is not Role.ASKER:
        return Html(f"{bold(name)} sekarang {ROLES[role]} helpdesk.")
    return lines(
        Html(f"{bold(name)} bukan petugas lagi."),
        _released(released),
        Html("Bila masih di grup ini, keluarkan dari grup."),
    )


def _released(count: int) -> Html | None:
    return esc(f"{count} tiketnya kembali ke antrian.") if count else None


def is_already(name: str, role: Role) -> Html:
    if role is Role.ASKER:
        return Html(f"{bold(name)} memang bukan petugas.")
    return Html(f"{bold(name)} sudah menjadi {ROLES[role]}.")


def admin_stays(name: str) -> Html:
    return Html(f"{bold(name)} adalah admin; ubah lewat pengaturan ADMIN_IDS.")


def unknown() -> Html:
    return lines(
        Html("Saya belum mengenal orang itu."),
        Html("Minta ia menulis sesuatu di grup, atau teruskan pesannya ke sini,"),
        Html("lalu balas pesan itu dengan /petugas tambah."),
    )


def no_such_officer() -> Html:
    return Html("Petugas itu tidak saya temukan. Tekan namanya di /petugas, lalu Cuti.")


def hidden_forward() -> Html:
    return lines(
        Html("Orang itu menyembunyikan akunnya pada pesan yang diteruskan."),
        Html("Minta ia menulis sesuatu di grup, lalu balas pesannya dengan /petugas tambah."),
    )


# leave


def how_long(name: str) -> Html:
    return paragraphs(Html(f"{bold(name)} cuti berapa hari, mulai hari ini?"))


def who_stands_in(name: str, *, until: datetime, zone: ZoneInfo, tickets: int) -> Html:
    count = f" {tickets} tiketnya" if tickets else " tiketnya"
    return paragraphs(
        Html(f"{bold(name)} cuti sampai {esc(dates.last_day(until, zone))}."),
        Html(f"Siapa yang meneruskan{count}?"),
    )


def on_leave(
    name: str,
    *,
    until: datetime,
    deputy: str | None,
    moved: int,
    zone: ZoneInfo,
) -> Html:
    return lines(
        Html(f"{bold(name)} cuti sampai {esc(dates.last_day(until, zone))}."),
        esc(f"Wakil: {deputy}.") if deputy else None,
        (esc(f"{moved} tiketnya beralih ke {deputy}.") if deputy else _released(moved))
        if moved
        else None,
    )


def back(name: str) -> Html:
    return Html(f"{bold(name)} sudah masuk lagi.")


def not_away(name: str) -> Html:
    return Html(f"{bold(name)} tidak sedang cuti.")


def no_such_leave(most: int) -> Html:
    return esc(f"Tulis berapa hari, 1 sampai {most}, misalnya: /petugas cuti 5")


def you_stand_in(name: str, *, tickets: int) -> Html:
    """To the deputy, privately."""
    return lines(
        Html(f"{bold(name)} cuti; Anda wakilnya."),
        esc(f"{tickets} tiketnya beralih kepada Anda: /antrian saya di grup.")
        if tickets
        else None,
    )


# who hears of abuse


def hears_abuse(name: str, *, hears: bool) -> Html:
    if not hears:
        return Html(f"{bold(name)} tidak lagi menerima laporan pengawasan.")
    return lines(
        Html(f"{bold(name)} menerima laporan pengawasan, secara pribadi dari bot."),
        Html("Mintalah ia membuka obrolan dengan bot dan menekan Start, supaya kabarnya sampai."),
    )


def you_hear_abuse() -> Html:
    return paragraphs(
        Html(
            "Anda ditunjuk menerima laporan pengawasan (penyalahgunaan wewenang, korupsi,"
            " disiplin)."
        ),
        Html("Laporan seperti itu datang di sini, tidak ke grup. Isinya rahasia."),
    )


# leaving the group


def left_group(name: str, role: Role) -> Html:
    return lines(
        Html(f"{bold(name)} ({ROLES[role]}) keluar dari grup ini."),
        Html("Masih bertugas? Bila tidak, tekan Berhentikan."),
    )


def not_started(name: str) -> Html:
    """Of somebody for whom something confidential waits."""
    return lines(
        Html(f"⚠️ Ada laporan rahasia yang belum sampai kepada {bold(name)}."),
        Html("Mintalah ia membuka obrolan dengan bot dan menekan Start."),
    )
