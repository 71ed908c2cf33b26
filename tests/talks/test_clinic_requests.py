"""Asking for a session: what is written meanwhile, pressed late, or asked too often."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import select

from bot.rules.dialog import DialogKind
from bot.rules.offices import Offices
from bot.simulator.world import accounts
from storage.tables import ClinicRequest
from tests.talks.talk import Talk
from tests.talks.voice import Voice


def asks(who: Voice, topic: str = "Cuti dan SKP") -> Voice:
    """As far as the check."""
    who("minta coaching clinic").hears("tentang apa")
    who(topic).hears("kantor mana")
    return who("RSUD").hears("Kirim permintaan", button="Kirim")


def first_key(who: Voice) -> str:
    """What the first button below the message heard last stands for."""
    assert who.room.last is not None
    data = who.room.last.buttons[0][0].data
    assert data is not None
    return data


def requests(talk: Talk) -> list[tuple[str, str]]:
    with talk.database.reading() as unit:
        found = unit.session.exec(select(ClinicRequest)).all()
        return [(each.topic, each.status.value) for each in found]


def test_three_wait_and_no_more(talk: Talk) -> None:
    for _ in range(3):
        asks(talk.ani).presses("Kirim").toast("").hears("sudah dikirim")
    talk.desk.skip()
    talk.ani("minta coaching clinic").hears("Anda punya 3 permintaan yang belum dijawab")
    talk.budi("/clinic terima 1").hears("diterima").hears("Waktu")
    talk.ani.hears("Permintaan Coaching Clinic 1 diterima")
    asks(talk.ani)
    talk.budi("/clinic batal 1").hears("dibuang", "Permintaan 1 menunggu jawaban lagi")
    talk.ani("ya").hears("Anda punya 3 permintaan yang belum dijawab")
    talk.desk.hears_nothing()
    assert [status for _, status in requests(talk)] == ["open"] * 3


def test_sent_twice_it_is_one(talk: Talk) -> None:
    check = asks(talk.ani).room.last
    talk.ani.presses("Kirim", on=check).toast("").hears("sudah dikirim")
    assert talk.ani.pressed is not None
    talk.ani.forges(talk.ani.pressed.data, on=check).toast("Permintaan ini sudah dikirim")
    talk.desk.hears("Permintaan Clinic 1")
    assert len(requests(talk)) == 1


def test_it_is_called_off_in_words_at_every_step(talk: Talk) -> None:
    talk.ani("minta coaching clinic").hears("tentang apa")
    talk.ani("kada jadi").hears("tidak jadi dikirim")
    asks(talk.ani)
    talk.ani("batal saja").hears("tidak jadi dikirim")
    asks(talk.ani)
    talk.ani("jangan").hears("tidak jadi dikirim")
    talk.desk.hears_nothing()
    assert requests(talk) == []


def test_what_is_no_topic_is_asked_again(talk: Talk) -> None:
    talk.ani("minta coaching clinic").hears("tentang apa")
    for said in ("😀", "oke", "SKP " * 40):
        talk.ani(said).hears("dengan kata-kata, paling banyak 120 huruf")
    talk.ani("Cuti dan SKP").hears("kantor mana")
    talk.ani("RSUD").hears("Kirim permintaan")
    talk.ani("sama Dinas Kesehatan juga").hears("Kirim permintaan ini", "RSUD", button="Kirim")
    assert requests(talk) == []


def test_a_file_is_no_topic(talk: Talk) -> None:
    """It is kept for a report, as ever, and the request is over."""
    asked = talk.ani("minta coaching clinic").hears("tentang apa").room.last
    talk.ani.document()
    talk.wait(seconds=3)
    talk.ani.hears("Berkasnya saya terima", button="Buat laporan")
    talk.ani.presses("Menyusun SKP", on=asked).toast("tidak berlaku")


def test_no_forged_press_sends_half_a_request(talk: Talk) -> None:
    talk.ani("minta coaching clinic").hears("tentang apa", button="Menyusun SKP")
    talk.ani.presses("Menyusun SKP").toast("").hears("kantor mana")
    assert talk.ani.pressed is not None
    key = talk.ani.pressed.data.split(":")[1]
    talk.ani.forges(f"cjt:{key}:99").toast("tidak berlaku")
    talk.ani("/batal").hears("dihentikan")
    talk.ani.forges(f"cjw:{key}:0:000000").toast("tidak berlaku")
    talk.ani.forges(f"cjk:{key}").toast("tidak berlaku")
    assert requests(talk) == []


def test_a_report_is_finished_first(talk: Talk) -> None:
    talk.ani("/jadwal").hears("Belum ada sesi", button="Minta Coaching Clinic")
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani.presses("Minta Coaching Clinic").toast("").hears("Laporan Anda sedang ditulis")
    talk.ani("/batal").hears("dibatalkan")


def test_what_an_office_asked_of_late_stands_first(talk: Talk) -> None:
    with talk.database.unit() as unit:
        ani = unit.people.seen(accounts.ANI, name="Ani", username=None, now=talk.clock.now())
        ani.office = "Dinas Kesehatan"
    for _ in range(3):
        talk.ani("lupa kata sandi").hears("kata sandi")
    entry = talk.resources.book.get("lupa-password")
    assert entry is not None
    chapter = talk.resources.book.chapter(entry.chapter)
    assert chapter is not None
    talk.ani("minta coaching clinic").hears("sering ditanyakan dari Dinas Kesehatan")
    assert talk.ani.room.last is not None
    assert talk.ani.room.last.button_words[0] == chapter.title
    talk.ani.presses(chapter.title).toast("").hears("Kirim permintaan", "Kantor: Dinas Kesehatan")


def test_a_request_that_another_release_wrote_is_begun_anew(talk: Talk) -> None:
    """What it gathered cannot be read, so nothing half of it is sent."""
    check = asks(talk.ani).room.last
    with talk.database.unit() as unit:
        row = unit.dialogs.open(accounts.ANI, now=talk.clock.now())[DialogKind.CLINIC]
        row.draft = '{"about": "Cuti"}'
    talk.ani.presses("Kirim", on=check).toast("tidak berlaku")
    assert requests(talk) == []
    asks(talk.ani).presses("Kirim").toast("").hears("sudah dikirim")
    talk.desk.hears("Permintaan Clinic 1", "Cuti dan SKP")


def test_who_asked_for_a_session_and_did_not_join_is_not_told_of_its_changes(talk: Talk) -> None:
    asks(talk.ani).presses("Kirim").toast("").hears("sudah dikirim")
    talk.desk.skip()
    talk.budi("/clinic terima 1").hears("diterima").hears("Waktu")
    talk.ani.hears("diterima")
    for said in ("Kamis depan jam 9", "Aula", "10", "Bu Dewi"):
        talk.budi.replies(said).hears("Sesi 1")
    talk.budi.document(to=talk.desk.last)
    talk.wait(seconds=3)
    talk.desk.skip()
    talk.budi("/clinic buka 1").hears("tampil di /jadwal")
    talk.ani.hears("Sesi yang Anda minta", button="Daftar")
    talk.budi("/clinic ubah 1 tempat: Ruang rapat").room.skip()
    talk.wait(minutes=15)
    talk.ani.hears_nothing()
    talk.desk.skip()


def test_no_office_is_chosen_before_there_is_a_topic(talk: Talk) -> None:
    talk.resources = replace(talk.resources, offices=Offices(("Dinas Kesehatan",)))
    talk.restart()
    talk.ani("minta coaching clinic").hears("tentang apa")
    talk.ani("Cuti dan SKP").hears("kantor mana")
    office = first_key(talk.ani)
    talk.ani("/batal").hears("dihentikan")
    talk.ani("minta coaching clinic").hears("tentang apa")
    tag, _, place = office.split(":", 2)
    forged = ":".join((tag, first_key(talk.ani).split(":")[1], place))
    talk.ani.forges(forged).toast("tidak berlaku")
    talk.ani("Cuti").hears("kantor mana")
