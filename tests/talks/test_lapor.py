"""/lapor with something beside it: words, a file, or a report that is open already."""

from __future__ import annotations

from tests.talks.steps import STORY, as_far_as_files, by_steps, file
from tests.talks.talk import Talk

MORE = "tidak bisa login sejak kemarin, muncul error 500"


def test_words_behind_lapor_are_the_storys_beginning(talk: Talk) -> None:
    talk.ani(f"/lapor {MORE}").hears("Mohon diperiksa", MORE)
    talk.ani.edits(f"/lapor {MORE} dan 502").hears("Mohon diperiksa", f"{MORE} dan 502")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("error 500 dan 502")
    assert talk.ticket().story == f"{MORE} dan 502"


def test_few_words_behind_lapor_are_kept_too(talk: Talk) -> None:
    by_steps(talk.ani)
    talk.ani("/lapor error").hears("Sudah saya catat", "error", "Ceritakan")
    talk.ani(STORY).hears("Mohon diperiksa", f"error\n{STORY}")


def test_a_kind_behind_lapor_is_chosen(talk: Talk) -> None:
    talk.ani("/lapor keluhan").hears("Keluhan", "Ceritakan keluhan Anda")


def test_a_photo_with_lapor_under_it_begins_a_report(talk: Talk) -> None:
    talk.ani.album(2, "/lapor layar saya begini, tidak bisa simpan SKP")
    talk.wait(seconds=2)
    talk.ani.hears("Mohon diperiksa", "layar saya begini", "2 berkas")
    talk.ani("/batal").hears("dibatalkan")
    talk.ani.photo("/lapor")
    talk.wait(seconds=2)
    talk.ani.hears("Mohon diperiksa", "1 berkas")


def test_words_behind_lapor_are_added_to_the_open_report(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani(f"/lapor {MORE}").hears("Ditambahkan", button="Lanjut")
    talk.ani.photo("/lapor ini layarnya")
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas", button="Lanjut")
    talk.ani.presses("Lanjut").hears(f"{STORY}\n{MORE}\nini layarnya", "1 berkas")


def test_a_photo_above_another_command_counts_by_itself(talk: Talk) -> None:
    talk.ani.photo("/tiket 99").hears("tidak ada dalam daftar")
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya terima", button="Buat laporan")
    talk.ani("/batal").hears("dibatalkan")
    as_far_as_files(talk.ani)
    talk.ani.photo("/bantuan").hears("Yang bisa saya bantu")
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas", button="Lanjut")
    talk.ani.photo("/batal").hears("dibatalkan")
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya terima", button="Buat laporan")


def test_a_photo_above_a_command_in_a_talk_with_the_desk_goes_there(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.replies("Kirim foto layarnya ya", to=talk.card())
    talk.ani.hears("foto layarnya")
    talk.ani.photo("/tiket").hears("EK-2026-00001").hears("Sudah kami sampaikan")
    talk.desk.hears_file()


def test_a_command_put_right_is_served(talk: Talk) -> None:
    talk.ani("/lapr").hears("Maksud Anda /lapor?")
    talk.ani.edits("/lapor").hears("Ceritakan")
    talk.ani.edits(f"/lapor {MORE}").hears("Mohon diperiksa", MORE)
    talk.ani.edits(f"/lapor {MORE} lagi").hears(f"{MORE} lagi")
    talk.ani("/batal").hears("dibatalkan")
    talk.ani("/manul").hears("Maksud Anda /manual?")
    talk.ani.edits("/manual").hears("Buku panduan")
    file(talk, talk.ani)
    talk.ani("/tiket 2").hears("tidak ada dalam daftar")
    talk.ani.edits("/tiket 1").hears("EK-2026-00001", STORY)
