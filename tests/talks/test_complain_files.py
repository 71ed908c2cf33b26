"""Files of a report: alone, in albums, too many, too early, too late."""

from __future__ import annotations

from tests.talks.steps import STORY, as_far_as_check, as_far_as_files, as_far_as_story, by_steps
from tests.talks.talk import Talk


def test_an_album_is_one_message(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani.album(4).hears_nothing()
    talk.wait(seconds=2)
    talk.ani.hears("4 berkas diterima", button="Lanjut").hears_nothing()
    talk.ani.presses("Lanjut").hears("4 berkas")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("4 berkas").hears_file("Lampiran EK-2026-00001")
    talk.desk.hears_file().hears_file().hears_file()


def test_an_album_with_the_story_under_it_is_story_and_files(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    talk.ani.album(3, STORY)
    talk.wait(seconds=2)
    talk.ani.hears("3 berkas diterima", button="Lanjut").hears_nothing()
    talk.ani.presses("Lanjut").hears(STORY, "3 berkas")


def test_an_album_before_the_story_waits_for_words(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    talk.ani.album(3)
    talk.wait(seconds=2)
    talk.ani.hears("3 berkas diterima", "tuliskan").hears_nothing()
    talk.ani(STORY).hears("3 berkas", button="Lanjut")


def test_an_album_at_the_check_is_checked_once(talk: Talk) -> None:
    as_far_as_check(talk.ani)
    talk.ani.album(3)
    talk.wait(seconds=2)
    talk.ani.hears("Mohon diperiksa", "3 berkas", button="Kirim").hears_nothing()


def test_late_parts_of_an_album_come_after_kirim(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.world.attachments.send_photo(talk.ani.user, talk.ani.chat, media_group_id="137")
    talk.settle()
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas")
    talk.ani.presses("Lanjut").hears("1 berkas")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("1 berkas").hears_file()
    talk.world.attachments.send_photo(talk.ani.user, talk.ani.chat, media_group_id="137")
    talk.settle()
    talk.desk.hears_file("Lampiran EK-2026-00001")
    assert "2 berkas" in talk.card().text
    talk.ani.hears_nothing()


def test_the_eleventh_file_is_refused_once_and_ten_are_kept(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani.album(8)
    talk.wait(seconds=2)
    talk.ani.hears("8 berkas")
    talk.ani.album(5)
    talk.wait(seconds=2)
    talk.ani.hears("Paling banyak 10", button="Lanjut").hears_nothing()
    talk.ani.presses("Lanjut").hears("10 berkas")


def test_photos_and_documents_go_to_the_desk_by_their_sorts(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani.photo()
    talk.ani.document()
    talk.ani.document()
    talk.wait(seconds=2)
    talk.ani.hears("3 berkas")
    talk.ani.presses("Lanjut").hears("3 berkas")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("3 berkas").hears_file().hears_file().hears_file()


def test_a_photo_without_words_is_kept_for_a_report(talk: Talk) -> None:
    talk.ani.photo().hears_nothing()
    talk.wait(seconds=2)
    talk.ani.hears("tidak bisa membaca isinya", button="Buat laporan")
    talk.ani.presses("Buat laporan").hears("Mohon diperiksa", "1 berkas")
    talk.ani(STORY).hears("Mohon diperiksa", STORY, "1 berkas")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("1 berkas").hears_file()


def test_an_album_without_words_is_answered_once(talk: Talk) -> None:
    talk.ani.album(5)
    talk.wait(seconds=2)
    talk.ani.hears("tidak bisa membaca isinya").hears_nothing()


def test_a_question_under_a_loose_file_too_many_is_answered(talk: Talk) -> None:
    talk.ani.album(10)
    talk.wait(seconds=2)
    talk.ani.hears("tidak bisa membaca isinya")
    talk.ani.photo("lupa kata sandi e-kinerja")
    talk.wait(seconds=2)
    talk.ani.hears("Lupa kata sandi").hears("Paling banyak 10", button="Buat laporan")
    talk.ani.album(3)
    talk.wait(seconds=2)
    talk.ani.hears("Paling banyak 10", button="Buat laporan").hears_nothing()
    talk.ani.presses("Buat laporan").hears("10 berkas")


def ten_files(talk: Talk) -> None:
    """As many as a report takes."""
    talk.ani.album(10)
    talk.wait(seconds=2)
    talk.ani.hears("10 berkas")


def test_what_is_written_under_a_file_too_many_is_kept(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    ten_files(talk)
    talk.ani.photo("Ini layar waktu menekan Simpan")
    talk.wait(seconds=2)
    talk.ani.hears("Paling banyak 10", button="Lanjut")
    talk.ani.presses("Lanjut").hears(STORY, "Ini layar waktu menekan Simpan", "10 berkas")


def test_a_short_caption_before_the_story_stands_with_it(talk: Talk) -> None:
    by_steps(talk.ani)
    talk.ani.photo("gagal")
    talk.wait(seconds=2)
    talk.ani.hears("Sudah saya catat", "gagal", "1 berkas", "Apa yang ingin")
    talk.ani.presses("Keluhan").hears("gagal", "Tentang apa")
    talk.ani.presses("Lainnya").hears("gagal", "1 berkas", "tuliskan ceritanya")
    talk.ani.photo("ini")
    talk.wait(seconds=2)
    talk.ani.hears("gagal\nini", "2 berkas", "tuliskan ceritanya")
    talk.ani.edits("itu").hears_nothing()
    talk.ani(STORY).hears("2 berkas diterima", button="Lanjut")
    talk.ani.presses("Lanjut").hears(f"gagal\nitu\n{STORY}")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("gagal", "itu", STORY).hears_file().hears_file()


def test_a_short_caption_made_longer_by_an_edit_is_the_story(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    talk.ani.photo("gagal")
    talk.wait(seconds=2)
    talk.ani.hears("gagal", "tuliskan ceritanya")
    talk.ani.edits("gagal menyimpan realisasi").hears("1 berkas diterima", button="Lanjut")
    talk.ani.presses("Lanjut").hears("gagal menyimpan realisasi")


def test_short_words_under_a_file_too_many_are_kept(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    ten_files(talk)
    talk.ani.photo("OTP gagal")
    talk.wait(seconds=2)
    talk.ani.hears("Paling banyak 10", button="Batal")
    talk.ani.photo("sejak Senin")
    talk.wait(seconds=2)
    talk.ani.hears("Paling banyak 10", button="Lanjut")
    talk.ani.presses("Lanjut").hears("OTP gagal\nsejak Senin", "10 berkas")


def test_a_caption_given_by_an_edit_joins_the_story(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas")
    talk.ani.edits("Ini layar waktu menekan Simpan")
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas", button="Lanjut")
    talk.ani.edits("Ini layar sesudah menekan Simpan").hears_nothing()
    talk.ani.presses("Lanjut").hears(STORY, "Ini layar sesudah menekan Simpan", "1 berkas")
