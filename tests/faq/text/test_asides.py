"""Words that tell who asks, where and since when."""

from __future__ import annotations

from faq.matching.likeness import Likeness, Rarity
from faq.text.affairs import affairs
from faq.text.asides import asides
from faq.text.language import normalise


def test_they_are_known_by_their_stems() -> None:
    assert {"camat", "puskesmas", "senin", "banjarbaru"} <= asides()


def test_what_the_book_is_about_is_none() -> None:
    named = {word.stem for word in normalise("atasan pegawai guru triwulan instansi tanggal")}
    assert asides().isdisjoint(named)


def test_where_somebody_works_points_to_no_affair() -> None:
    assert affairs(normalise("saya di kantor camat, bidang umum dinas pendidikan")) == ["~gelar"]


def test_two_who_name_the_same_office_do_not_ask_the_same() -> None:
    texts = ["camat belum tanda tangan", "camat minta rekap", "rekap kinerja satu kantor"]
    likeness = Likeness(lambda: Rarity(texts))
    assert likeness.alike(texts[0], texts[1]) < likeness.alike(texts[1], texts[2])
