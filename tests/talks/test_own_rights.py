"""What somebody wants for themselves is heard first, whatever is being talked about."""

from __future__ import annotations

import pytest

from bot.simulator.world import accounts
from tests.talks.steps import as_far_as_story, take
from tests.talks.talk import Talk


def wants_no_news(talk: Talk) -> bool:
    with talk.database.reading() as unit:
        person = unit.people.get(accounts.ANI)
        return person is not None and person.news_off_at is not None


def test_it_is_heard_while_an_officer_is_talked_with(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Silakan dicek ya bu", to="Status: ")
    talk.ani.hears("Silakan dicek")
    talk.ani("berhenti pengumuman").hears("tidak dikirim lagi")
    assert wants_no_news(talk)
    talk.ani.replies("kirim pengumuman", to="Silakan dicek").hears("")
    assert not wants_no_news(talk)
    talk.ani("data saya").hears("")
    talk.ani("tolong hapus data saya").hears("Minta data dihapus")
    talk.desk.hears_nothing()
    talk.ani("kirim info ya pak").hears("Sudah kami sampaikan")
    talk.desk.hears("kirim info ya")


@pytest.mark.parametrize("said", ["berhenti pengumuman", "hapus data saya"])
def test_it_is_no_story_and_the_story_waits(talk: Talk, said: str) -> None:
    as_far_as_story(talk.ani)
    talk.ani(said).hears("")
    talk.ani("Menu realisasi bulan ini tidak bisa saya buka sejak pagi").room.skip()
    talk.ani.presses("Lanjut").toast("")
    talk.ani.presses("Kirim").room.skip()
    talk.desk.hears("Menu realisasi")
    assert said not in talk.ticket().story


def test_who_is_blocked_keeps_their_rights_in_words(talk: Talk) -> None:
    talk.ani("/start").room.skip()
    take(talk, talk.ani, talk.budi)
    talk.budi("/blokir 1 kasar").hears("diblokir")
    talk.ani("halo").room.skip()
    talk.ani("hapus data saya").hears("Minta data dihapus")
    talk.desk.skip()
