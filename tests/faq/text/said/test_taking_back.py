"""Who takes back the wish to be erased, and who speaks of something else."""

from __future__ import annotations

import pytest

from faq.text.said.taking_back import TakenBack, names_own_data, taken_back


@pytest.mark.parametrize(
    "said",
    [
        "jangan dihapus, saya berubah pikiran",
        "tidak jadi hapus data",
        "batal hapus data saya",
        "eh ga jadi dihapus",
        "batalkan hapus data",
        "data saya jangan dihapus ya bu",
        "kada jadi dihapus pak",
        "gausah dihapus deh min",
        "urungkan penghapusan data saya",
        "saya masih perlu datanya, jangan dihapus dulu",
        "Batalkan permintaan",
        "cancel hapus data",
    ],
)
def test_the_erasure_is_named(said: str) -> None:
    assert taken_back(said) is TakenBack.NAMED


@pytest.mark.parametrize(
    "said", ["batal", "eh ga jadi deh", "saya berubah pikiran", "batalin aja"]
)
def test_bare_words_may_be_about_it(said: str) -> None:
    assert taken_back(said) is TakenBack.BARE


@pytest.mark.parametrize(
    "said",
    [
        "bisa dibatalkan ga hapus datanya?",
        "gimana cara batalkan hapus data",
        "kenapa tidak jadi dihapus?",
        "jangan batalkan hapus data",
    ],
)
def test_it_is_asked_about(said: str) -> None:
    assert taken_back(said) is TakenBack.ASKED


@pytest.mark.parametrize("said", ["data SKP saya jangan dihapus", "batal hapus kegiatan"])
def test_among_other_words_it_is_doubtful(said: str) -> None:
    assert taken_back(said) is TakenBack.PERHAPS


@pytest.mark.parametrize(
    "said",
    [
        "hapus data saya",
        "kapan data saya dihapus",
        "SKP saya tidak bisa dihapus",
        "batalkan pengajuan SKP",
        "batalkan tiket saya",
        "jangan lama-lama",
        "gak jadi batal",
        "jangan dibatalkan",
        "terima kasih",
    ],
)
def test_of_other_matters_nothing_is_taken_back(said: str) -> None:
    assert taken_back(said) is None


def test_whose_data_it_is() -> None:
    assert names_own_data("batal hapus data saya")
    assert names_own_data("dataku ga jadi dihapus")
    assert not names_own_data("tidak jadi hapus data")
