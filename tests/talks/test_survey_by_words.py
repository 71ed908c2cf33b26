"""A survey between other things: put right, called off, pressed late, and what is no testimony."""

from __future__ import annotations

from sqlmodel import select

from bot.rules.dialog import DialogKind
from bot.simulator.world import accounts
from storage.tables import SurveyTestimony
from tests.talks.survey_steps import fills, opened, served, sheets
from tests.talks.talk import Talk


def kept(talk: Talk) -> list[str]:
    with talk.database.reading() as unit:
        return [each.text for each in unit.session.exec(select(SurveyTestimony))]


def test_where_none_is_open_the_wish_is_a_question_as_any(talk: Talk) -> None:
    served(talk, talk.ani)
    talk.ani("isi survei").room.skip()
    talk.ani("/survei").hears("tidak ada survei yang dibuka")
    talk.desk.skip()


def test_it_is_called_off_in_words(talk: Talk) -> None:
    opened(talk, talk.ani)
    talk.ani("isi survei").hears("Survei 1 dari 9")
    talk.ani("4").hears("Survei 2 dari 9")
    talk.ani("bulik pak").hears("Survei 1 dari 9")
    talk.ani("4").hears("Survei 2 dari 9")
    talk.ani("gak jadi").hears("Survei berhenti dulu", "/survei")
    talk.ani("4").room.skip()  # no answer any more
    talk.ani("lanjut survei").hears("Survei 2 dari 9")
    assert sheets(talk) == []


def test_a_typed_answer_is_changed_by_the_button(talk: Talk) -> None:
    """Which one it was is known to nobody any more."""
    opened(talk, talk.ani)
    talk.ani("/survei").hears("Survei 1 dari 9")
    talk.ani("ndak sesuai mas").hears("Survei 2 dari 9")
    talk.ani.edits("4").hears("tekan Kembali")
    talk.ani.presses("Kembali").toast("").room.sees("Survei 1 dari 9")
    talk.ani.presses("Sangat sesuai").toast("").room.sees("Survei 2 dari 9")
    for place in range(3, 10):
        talk.ani("3").hears(f"Survei {place} dari 9")
    talk.ani("3").hears("Kirim?")
    talk.ani("kirim").hears("sudah dihitung")
    assert sheets(talk) == ["433333333"]


def test_a_photo_is_no_answer(talk: Talk) -> None:
    opened(talk, talk.ani)
    talk.ani("/survei").hears("Survei 1 dari 9")
    talk.ani.photo()
    talk.wait(seconds=3)
    talk.ani.room.skip()
    talk.ani("/survei").hears("Survei 1 dari 9")
    assert sheets(talk) == []


def test_something_else_at_the_check_sends_nothing(talk: Talk) -> None:
    opened(talk, talk.ani)
    fills(talk.ani, "444444444", sends=False)
    talk.ani("lupa kata sandi").hears("kata sandi")
    assert sheets(talk) == []
    talk.ani("/survei").hears("Kirim?")
    talk.ani("inggih").hears("sudah dihitung")
    assert sheets(talk) == ["444444444"]


def test_sent_beside_a_report_it_asks_for_no_words(talk: Talk) -> None:
    """What is written next belongs to the report."""
    opened(talk, talk.ani)
    fills(talk.ani, "444444444", sends=False)
    check = talk.ani.room.last
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani.presses("Kirim", on=check).toast("")
    assert "Ada kesan" not in talk.ani.room.sees("sudah dihitung").text
    talk.ani("Realisasi saya tidak bisa disimpan sejak kemarin").hears("Mohon diperiksa")
    talk.ani("/batal").hears("dibatalkan")
    assert (sheets(talk), kept(talk)) == (["444444444"], [])


def test_what_is_said_and_pressed_after_it_was_closed(talk: Talk) -> None:
    opened(talk)
    fills(talk.ani, "444444444", sends=False)
    check = talk.ani.room.last
    talk.burhan("/survei").hears("Survei 1 dari 9")
    talk.burhan("3").hears("Survei 2 dari 9")
    second = talk.burhan.room.last
    talk.budi("/survei tutup 1").hears("ditutup")
    talk.burhan("lupa kata sandi").hears("kata sandi")  # answered by the book, as ever
    talk.burhan.presses("Kembali", on=second).toast("").room.sees("sudah ditutup")
    talk.ani.presses("Kirim", on=check).toast("").room.sees("sudah ditutup")
    assert sheets(talk) == []


def test_what_is_no_testimony_is_asked_for_again_or_dropped(talk: Talk) -> None:
    opened(talk, talk.ani)
    fills(talk.ani, "444444444")
    for said in ("😀👍", "Sabar sekali. " * 40):
        talk.ani(said).hears("dengan kata-kata, paling banyak 500 huruf")
    talk.ani("Petugasnya sabar sekali menjelaskan").hears("Boleh ditampilkan")
    talk.ani.presses("Jangan simpan").toast("").room.sees("tidak kami simpan")
    talk.ani("ya").room.skip()  # no yes to it any more
    assert kept(talk) == []


def test_an_old_button_keeps_nothing(talk: Talk) -> None:
    opened(talk, talk.ani)
    fills(talk.ani, "444444444")
    talk.ani("Petugasnya sabar sekali menjelaskan").hears("Boleh ditampilkan")
    shown = talk.ani.room.last
    talk.ani("/batal").hears("tidak kami simpan")
    for label in ("Ya, tanpa nama", "Jangan simpan"):
        talk.ani.presses(label, on=shown).toast("tidak berlaku")
    assert kept(talk) == []


def test_what_another_release_wrote_is_no_survey(talk: Talk) -> None:
    """Nothing is heard as an answer to it; /survei goes on as ever."""
    opened(talk, talk.ani)
    talk.ani("/survei").hears("Survei 1 dari 9")
    with talk.database.unit() as unit:
        row = unit.dialogs.open(accounts.ANI, now=talk.clock.now())[DialogKind.SURVEY]
        row.draft = '{"survey": "1:ask:0"}'
    talk.ani("3").room.skip()
    talk.ani("/survei").hears("Survei 1 dari 9")
    talk.desk.skip()
