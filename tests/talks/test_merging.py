"""Several tickets of one matter, and one ticket of two."""

from __future__ import annotations

from bot.rules.ticket import Status
from bot.rules.visibility import Visibility
from bot.simulator.world.accounts import HELPDESK
from handlers.actions.merging import answered_with
from handlers.context import Context
from tests.talks.steps import STORY, file
from tests.talks.talk import Talk
from tests.talks.test_ticket_life import more

NUMBERS = ("EK-2026-00001", "EK-2026-00002")


def two(talk: Talk) -> None:
    """Ani's and Burhan's, about the same."""
    file(talk, talk.ani)
    file(talk, talk.burhan, story=f"{STORY}, mohon bantuannya")


def merged(talk: Talk) -> None:
    """Burhan's into Ani's, which Budi has."""
    two(talk)
    talk.budi.presses("Ambil", on=talk.card()).toast("Anda ambil")
    talk.ani.hears("ditangani Budi")
    more_on(talk, 2, "Lainnya…", "Gabung…").toast("")
    (key,) = [label for label in talk.card(2).button_words if NUMBERS[0] in label]
    assert "Ani Rahmawati" in key
    talk.budi.presses(key, on=talk.card(2)).toast("digabung ke EK-2026-00001")
    talk.burhan.hears("laporan lain tentang hal yang sama", "Nomor Anda tetap")
    talk.desk.hears("EK-2026-00002 digabung ke EK-2026-00001 (Budi", "sampai ke semua pelapornya")


def more_on(talk: Talk, serial: int, *labels: str):  # type: ignore[no-untyped-def]
    for label in labels:
        talk.budi.presses(label, on=talk.card(serial))
        if label != labels[-1]:
            talk.budi.toast("")
    return talk.budi


def statuses(talk: Talk) -> list[Status]:
    return [talk.ticket(serial).status for serial in (1, 2)]


def test_the_likeliest_stands_first_behind_the_card(talk: Talk) -> None:
    two(talk)
    more_on(talk, 2, "Lainnya…").toast("")
    first = talk.card(2).button_words[0]
    assert first.startswith("Gabung ke EK-2026-00001 · Ani Rahmawati")
    talk.budi.presses(first, on=talk.card(2)).toast("digabung ke EK-2026-00001")
    talk.burhan.hears("laporan lain tentang hal yang sama", "Nomor Anda tetap")
    talk.desk.hears("EK-2026-00002 digabung ke EK-2026-00001 (Budi")


def test_a_merged_ticket_follows_its_master_to_the_end(talk: Talk) -> None:
    merged(talk)
    assert statuses(talk) == [Status.TAKEN, Status.MERGED]
    assert "Gabungan: EK-2026-00002" in talk.card(1).text
    assert "Bersama EK-2026-00001" in talk.card(2).text
    assert talk.card(2).button_words == ["Pisahkan lagi", "Riwayat"]
    talk.burhan("/tiket 2").hears("Digabung dengan laporan lain", button="Bukan hal yang sama")
    talk.budi.presses("Selesai", on=talk.card(1)).toast("").hears("catatan penutup")
    talk.budi.replies("Server sudah diperbaiki.")
    talk.ani.hears("EK-2026-00001", "Server sudah diperbaiki", button="Ya, selesai")
    talk.burhan.hears("EK-2026-00002", "Server sudah diperbaiki", button="Belum selesai")
    assert statuses(talk) == [Status.RESOLVED, Status.RESOLVED]
    assert talk.deeds(2) == ["file", "merge", "resolve_by_merge"]
    assert talk.deeds(1) == ["file", "take", "absorb", "resolve"]
    talk.burhan.presses("Ya, selesai").hears("kami tutup")
    assert statuses(talk) == [Status.RESOLVED, Status.CLOSED]


def test_a_master_opened_again_takes_along_who_has_not_confirmed(talk: Talk) -> None:
    merged(talk)
    talk.budi.presses("Selesai", on=talk.card(1)).toast("").hears("catatan penutup")
    talk.budi.replies("Server sudah diperbaiki.")
    talk.ani.hears("diperbaiki").presses("Belum selesai").hears("belum beres")
    talk.desk.hears("belum selesai")
    talk.burhan.hears("diperbaiki").hears("EK-2026-00002 dibuka lagi")
    assert statuses(talk) == [Status.TAKEN, Status.MERGED]


def test_whose_is_another_matter_goes_on_alone(talk: Talk) -> None:
    merged(talk)
    talk.burhan("/tiket 2").hears("Digabung", button="Bukan hal yang sama")
    talk.burhan.presses("Bukan hal yang sama").hears("kami buka lagi")
    talk.desk.hears("bukan hal yang sama")
    ticket = talk.ticket(2)
    assert (ticket.status, ticket.merged_into_id) == (Status.VERIFIED, None)


def test_an_officer_parts_what_was_merged_by_mistake(talk: Talk) -> None:
    merged(talk)
    talk.budi.presses("Pisahkan lagi").toast("dipisahkan lagi")
    talk.burhan.hears("ditangani sendiri lagi")
    assert statuses(talk) == [Status.TAKEN, Status.TAKEN]


def test_where_the_master_is_withdrawn_the_other_leads(talk: Talk) -> None:
    merged(talk)
    talk.ani("batalkan laporan saya").hears("EK-2026-00001")
    talk.ani.presses("Tarik EK-2026-00001").hears("kami tutup")
    talk.desk.hears("EK-2026-00002 berjalan sendiri lagi").hears("menarik EK-2026-00001")
    assert statuses(talk) == [Status.WITHDRAWN, Status.TAKEN]
    assert talk.ticket(2).officer_id == talk.ticket(1).officer_id


def test_what_the_merged_reporter_writes_is_answered_to_them(talk: Talk) -> None:
    merged(talk)
    talk.burhan("/tiket 2").hears("Digabung", button="Tambah keterangan")
    talk.burhan.presses("Tambah keterangan").hears("Tulis keterangan")
    talk.burhan("Di kantor saya juga begitu").hears("Sudah kami sampaikan")
    talk.desk.hears("Burhan", "Di kantor saya juga begitu")
    talk.budi.replies("Terima kasih, Pak, kami catat.", to="Di kantor saya juga")
    talk.burhan.hears("kami catat")
    assert statuses(talk) == [Status.TAKEN, Status.MERGED]


def test_what_is_answered_to_the_master_reaches_each_reporter_once(talk: Talk) -> None:
    merged(talk)
    for serial, reporter in enumerate((talk.ani, talk.burhan), start=3):
        file(talk, reporter, story=f"{STORY}, sekali lagi ulun laporkan")
        talk.budi(f"/gabung 1 {serial}")
        talk.desk.hears(f"EK-2026-0000{serial} digabung")
        reporter.hears("")
    talk.budi.replies("Server diperbaiki sore ini.", to=talk.card(1))
    talk.ani.hears("EK-2026-00001", "Server diperbaiki sore ini").hears_nothing()
    talk.burhan.hears("EK-2026-00002", "Server diperbaiki sore ini").hears_nothing()
    assert talk.deeds(2) == ["file", "merge", "reply"]
    assert (talk.ticket(2).status, talk.ticket(2).officer_id) == (Status.MERGED, None)
    talk.burhan("Di kantor kami kodenya 504").hears("sampaikan")
    assert talk.deeds(2)[-1] == "answer"
    talk.desk.hears("Burhan", "EK-2026-00002")
    talk.budi("/jawaban tambah Kabar: Halo {nama} ({nomor}), sudah pulih.").hears("Untuk tiket")
    talk.budi.presses("Jawaban siap", on=talk.card(1)).toast("").hears_nothing()
    talk.budi.presses("1. Kabar", on=talk.card(1)).toast("Terkirim")
    talk.ani.hears("Halo Ani Rahmawati (EK-2026-00001)").hears_nothing()
    talk.burhan.hears("Halo Burhan", "(EK-2026-00002)").hears_nothing()


def test_what_is_answered_to_a_secret_master_is_for_its_reporter_alone(talk: Talk) -> None:
    talk.budi.private("/start").hears("")
    two(talk)
    with talk.database.unit() as unit:
        master = unit.tickets.get(1)
        assert master is not None
        master.visibility = Visibility.SECRET
    talk.budi("/gabung 1 2")
    talk.burhan.hears("hal yang sama")
    talk.desk.hears("digabung")
    assert "semua pelapornya" not in talk.state.transcript(HELPDESK)
    talk.desk.skip()
    talk.budi.private.room.skip()
    with talk.database.unit() as unit:
        found = unit.tickets.get(1)
        assert found is not None
        context = Context(unit, talk.resources, talk.clock.now())
        assert answered_with(context, found) == [found]


def test_by_command_and_into_what_is_merged_itself(talk: Talk) -> None:
    merged(talk)
    file(talk, talk.citra)
    talk.dewi("/gabung 2 3")  # 2 is in 1 by now
    talk.citra.hears("hal yang sama")
    talk.desk.hears("EK-2026-00003 digabung ke EK-2026-00001")
    talk.dewi("/gabung 1 1").hears("tidak bisa menjadi")
    talk.dewi("/gabung 1").hears("nomor induknya dulu")
    talk.dewi("/gabung 1 77").hears("tidak ditemukan")
    assert talk.ticket(3).merged_into_id == talk.ticket(1).id


def test_by_the_number_that_is_asked_for(talk: Talk) -> None:
    two(talk)
    more_on(talk, 2, "Lainnya…", "Gabung…", "Nomor lain…").toast("").hears("tiket mana")
    talk.budi.replies("EK-2026-00002").hears("tidak bisa menjadi")
    talk.budi.replies("1")
    talk.burhan.hears("hal yang sama")
    talk.desk.hears("digabung ke EK-2026-00001")


def test_two_matters_become_two_tickets(talk: Talk) -> None:
    file(talk, talk.ani)
    more(talk.budi, "Pecah").toast("").hears("apa hal kedua")
    talk.budi.replies("TPP bulan Oktober belum dibayar")
    talk.ani.hears("memuat dua hal", "EK-2026-00002", "TPP bulan Oktober")
    talk.desk.hears("EK-2026-00002", "TPP bulan Oktober", button="Ambil")
    talk.desk.hears("memecah EK-2026-00001")
    first, second = talk.ticket(1), talk.ticket(2)
    assert (second.split_from_id, second.due_at) == (first.id, first.due_at)
    assert (first.category, second.category) == (
        "Gangguan dan pesan error",
        "TPP dan aktivitas harian",
    )
    assert "Pecahan dari EK-2026-00001" in talk.card(2).text
    assert "Dipecah ke EK-2026-00002" in talk.card(1).text
    assert talk.deeds(1) == ["file", "split"]
    assert talk.deeds(2) == ["file"]


def test_what_is_out_of_the_masters_scope_is_out_of_the_others(talk: Talk) -> None:
    merged(talk)
    more_on(talk, 1, "Lainnya…", "Di luar kewenangan").toast("").hears("ke mana pelapor")
    talk.budi.replies("Silakan ke kantor Taspen Banjarmasin")
    for reporter, number in zip((talk.ani, talk.burhan), NUMBERS, strict=True):
        reporter.hears(number, "di luar kewenangan", "kantor Taspen", button="Buka lagi")
    assert statuses(talk) == [Status.OUT_OF_SCOPE, Status.OUT_OF_SCOPE]
    assert talk.deeds(2) == ["file", "merge", "out_of_scope"]


def test_put_off_and_resumed_with_its_master(talk: Talk) -> None:
    merged(talk)
    more_on(talk, 1, "Tunda…", "Rab, 25 Nov").toast("ditunda sampai")
    for reporter, number in zip((talk.ani, talk.burhan), NUMBERS, strict=True):
        reporter.hears(number, "ditunda sampai Rabu, 25 November 2026")
    talk.budi.presses("Lanjutkan", on=talk.card(1)).toast("dilanjutkan")
    for reporter, number in zip((talk.ani, talk.burhan), NUMBERS, strict=True):
        reporter.hears(number, "dilanjutkan")
    assert statuses(talk) == [Status.TAKEN, Status.MERGED]


def test_the_oldest_of_those_left_leads_the_others(talk: Talk) -> None:
    merged(talk)
    file(talk, talk.citra, story=f"{STORY}, ulun jua")
    talk.budi("/gabung 1 3")
    talk.desk.hears("EK-2026-00003 digabung")
    talk.citra.hears("hal yang sama")
    talk.ani("batalkan laporan saya").hears("EK-2026-00001")
    talk.ani.presses("Tarik EK-2026-00001").hears("kami tutup")
    talk.desk.hears("EK-2026-00002 berjalan sendiri lagi").hears("menarik EK-2026-00001")
    assert talk.ticket(3).merged_into_id == talk.ticket(2).id
    talk.budi.replies("Server diperbaiki sore ini.", to=talk.card(2))
    for reporter in (talk.burhan, talk.citra):
        reporter.hears("Server diperbaiki sore ini")
    talk.ani.hears_nothing()
