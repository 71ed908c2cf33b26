"""Whoever is noted twice at a session, by whichever way, was there once."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.offices import Offices
from bot.rules.roster.people import Employee
from tests.talks.clinic_steps import at_the_session, joins, opened, seats
from tests.talks.roster_steps import ANI, NIP, claims, listed, shares
from tests.talks.talk import Talk
from tests.talks.test_clinic_day import reported

LONE = Employee(nip="199005052023212003", name="Noor Hayati, S.Pd", office="RSUD Datu")


def counted(talk: Talk, number: int) -> None:
    talk.until(3, 12)
    talk.budi("/clinic peserta 1").hears(f"hadir {number}")
    assert f"{number} hadir" in reported(talk)
    talk.reports.skip()
    talk.budi("/clinic rekap 2026").hears(f"Orang dilatih: {number} (kehadiran: {number})")


def test_a_guest(talk: Talk) -> None:
    opened(talk)
    at_the_session(talk)
    talk.budi("/clinic hadir 1 Pak Noor, RSUD").hears("Hadir: Pak Noor, RSUD")
    talk.dewi("/clinic hadir 1 noor, S.Pd,  rsud").hears("Sudah dicatat: Pak Noor, RSUD")
    talk.dewi("/clinic hadir 1 Noor, Dinas Kesehatan").hears("Hadir: Noor, Dinas Kesehatan")
    talk.budi("/clinic hadir 1 Noor").hears("Hadir: Noor")
    talk.budi("/clinic hadir 1 noor").hears("Sudah dicatat: Noor")
    counted(talk, 3)


def test_a_nip(talk: Talk) -> None:
    listed(talk, LONE)
    opened(talk)
    at_the_session(talk)
    talk.budi(f"/clinic hadir 1 {LONE.nip}").hears("Noor Hayati, S.Pd, NIP …003, RSUD Datu")
    talk.dewi(f"/clinic hadir 1 Nur, NIP {LONE.nip}, RSUD").hears("Sudah dicatat: Noor Hayati")
    talk.dewi("/clinic hadir 1 Noor Hayati, RSUD Datu").hears("Sudah dicatat: Noor Hayati")
    counted(talk, 1)


def test_who_has_a_place_is_noted_at_it(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani).hears("buktikan")
    shares(talk, talk.ani).hears("terhubung")
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    at_the_session(talk)
    talk.budi(f"/clinic hadir 1 {NIP}").hears("Hadir: Ani Rahmawati, S.Kom, NIP …001")
    talk.budi("/clinic hadir 1 Ani Rahmawati, Dinas Pendidikan").hears("Sudah dicatat")
    assert seats(talk) == [(talk.ani.user, True, True)]
    counted(talk, 1)
    talk.ani.hears("1 dari 5")


def test_a_guest_who_writes_the_code_too(talk: Talk) -> None:
    talk.resources = replace(talk.resources, offices=Offices(("RSUD Datu",)))
    talk.restart()
    for who in (talk.ani, talk.burhan):
        who("/profil").hears("Profil Anda").presses("Isi nama kantor").toast("").room.skip()
        who("RSUD Datu").hears("Kantor Anda: RSUD Datu")
    code = opened(talk)
    joins(talk.burhan).hears("Anda terdaftar")
    at_the_session(talk)
    talk.burhan.room.skip()
    for name in ("Ani Rahmawati", "Burhan"):
        talk.budi(f"/clinic hadir 1 {name}, RSUD Datu").hears(f"Hadir: {name}, RSUD Datu")
    talk.ani(code).hears("Kehadiran Anda tercatat")
    talk.burhan(code).hears("sudah tercatat tadi")
    assert [who for who, _, _ in seats(talk)] == [talk.burhan.user, talk.ani.user]
    counted(talk, 2)
    for who in (talk.ani, talk.burhan):
        who.hears("1 dari 5")


def test_a_guest_who_turns_out_to_be_linked(talk: Talk) -> None:
    listed(talk, ANI)
    code = opened(talk)
    at_the_session(talk)
    talk.budi(f"/clinic hadir 1 {NIP}").hears("Hadir: Ani Rahmawati")
    talk.ani(code).hears("Kehadiran Anda tercatat")
    assert len(seats(talk)) == 2
    claims(talk, talk.ani).hears("buktikan")
    shares(talk, talk.ani).hears("terhubung")
    assert seats(talk) == [(talk.ani.user, False, True)]
    talk.until(3, 11, 20)
    talk.ani.hears("1 dari 5")


def test_a_guest_whose_place_is_marked_too(talk: Talk) -> None:
    opened(talk)
    talk.budi("/clinic hadir 1 Ani Rahmawati").hears("belum dimulai", "30 menit sebelumnya")
    talk.until(3, 8, 45)
    talk.budi("/clinic hadir 1 Ani Rahmawati").hears("Hadir: Ani Rahmawati")
    joins(talk.ani).hears("Anda terdaftar")
    talk.budi("/clinic peserta 1").hears("hadir 1", "▫️ Ani Rahmawati")
    talk.budi.presses("▫️ Ani Rahmawati").toast("sekarang satu nama")
    assert "hadir 1" in talk.desk.sees("✅ Ani Rahmawati").text
    assert seats(talk) == [(talk.ani.user, True, True)]
