"""Albums that an officer sends in the helpdesk group, below a card or a prompt."""

from __future__ import annotations

from bot.simulator.world import accounts
from tests.talks.steps import take
from tests.talks.talk import Talk


def test_an_officers_album_is_one_answer(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.album_with(["", "Tekan yang dilingkari merah", ""], to=talk.card())
    talk.ani.hears_nothing()
    talk.restart().wait(seconds=2)
    talk.ani.hears_file().hears_file().hears_file().hears("Tekan yang dilingkari")
    assert talk.deeds() == ["file", "take", "reply"]
    assert "Lampiran: 3 berkas" in talk.card().text


def test_an_officers_album_without_words_says_so_once(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.album(2, to=talk.card())
    talk.wait(seconds=2)
    talk.ani.hears_file().hears_file().hears("lihat berkas di atas").hears_nothing()


def test_a_note_under_any_part_keeps_the_whole_album_here(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    for captions in (["// bukti dari BKN", "", ""], ["", "", "// bukti dari BKN"]):
        talk.budi.album_with(captions, to=talk.card())
        talk.wait(seconds=2)
        talk.desk.hears("Catatan internal")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file", "take", "note", "note"]


def late_photo(talk: Talk, album: str, caption: str | None = None) -> None:
    """A part of Budi's album under the card that comes by itself."""
    card = talk.card()
    talk.world.attachments.send_photo(
        accounts.BUDI,
        accounts.HELPDESK,
        caption=caption,
        reply_to=card.message_id,
        media_group_id=album,
    )
    talk.settle()


def test_a_late_part_of_a_note_stays_here_like_the_first(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    late_photo(talk, "77", "// rahasia dapur")
    talk.wait(seconds=2)
    talk.desk.hears("Catatan internal")
    for pause in (0, 5, 3600):
        talk.wait(seconds=pause)
        late_photo(talk, "77")
        talk.wait(seconds=2)
    talk.desk.hears_nothing()
    late_photo(talk, "77", "ini juga")
    talk.wait(seconds=2)
    talk.desk.hears("Catatan internal")
    talk.ani.hears_nothing()
    assert talk.deeds() == ["file", "take", "note", "note"]


def test_a_mark_under_a_second_part_with_words_makes_a_note_of_all(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.album_with(["bukti dari BKN", "// jangan diteruskan"], to=talk.card())
    talk.wait(seconds=2)
    talk.desk.hears("Catatan internal")
    talk.ani.hears_nothing()


def test_a_late_part_of_an_answer_reaches_the_reporter_once(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    late_photo(talk, "77", "Tekan yang merah")
    talk.wait(seconds=2)
    talk.ani.hears_file().hears("Tekan yang merah")
    late_photo(talk, "77")
    talk.wait(seconds=2)
    talk.ani.hears_file().hears("lihat berkas di atas")
    talk.wait(days=1)
    talk.desk.skip()
    talk.ani.hears_nothing()


def test_a_ticket_is_closed_by_an_album(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Selesai").hears("catatan penutup")
    prompt = talk.desk.last
    talk.budi.album(2, to=prompt)
    talk.wait(seconds=2)
    talk.desk.hears("catatan penutup dengan kata-kata")
    talk.budi.album_with(["", "Sudah kami buka, lihat gambar"], to=prompt)
    talk.wait(seconds=2)
    talk.ani.hears_file().hears_file().hears("Sudah kami buka", button="Ya, selesai")


def test_a_strangers_album_is_refused_once(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.eko.album(3, to=talk.card())
    talk.wait(seconds=2)
    talk.desk.hears("hanya untuk petugas").hears_nothing()
    talk.ani.hears_nothing()
