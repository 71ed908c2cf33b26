from __future__ import annotations

from pathlib import Path

import pytest

from faq.book.book import read
from faq.book.lint import lint
from faq.book.taught import LEARNED_SOURCE
from tests.faq.samples import CHAPTER, LOCAL, MANUAL, book_at


def test_findings_name_file_and_line(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("- Letak: Bab 2, bagian 2.2\n", "").replace(
        "entry:lupa-password", "entry:hantu"
    )
    found = "\n".join(lint(read(book_at(tmp_path, chapter))))
    assert "02-akses.md:29: email-mati: letak dalam buku tidak ada" in found
    assert "tautan ke 'hantu'" in found
    assert "baru 1 cara bertanya" in found


def test_the_same_question_twice_is_found(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("- email tidak aktif", "- Password saya hilang min!")
    found = "\n".join(lint(read(book_at(tmp_path, chapter))))
    assert "'Password saya hilang min!' (hampir) sama dengan 'password hilang'" in found


def test_nearly_the_same_question_is_found(tmp_path: Path) -> None:
    chapter = CHAPTER.replace(
        "- password hilang", "- tidak bisa membuka kotak surat lama kantor dinas"
    ).replace("- email tidak aktif", "- kotak surat lama kantor dinas tidak bisa dibuka lagi")
    found = "\n".join(lint(read(book_at(tmp_path, chapter))))
    assert "(hampir) sama" in found


def with_answer(tmp_path: Path, answer: str) -> str:
    """What is found in a book whose second entry says this."""
    chapter = CHAPTER.replace("Tanya admin. Lihat [lupa sandi](entry:lupa-password).", answer)
    return "\n".join(
        line for line in lint(read(book_at(tmp_path, chapter))) if "email-mati" in line
    )


def test_a_long_answer_is_found_by_what_the_chat_shows(tmp_path: Path) -> None:
    linked = "**Tanya** [admin](entry:lupa-password). "
    assert "ringkas sampai 1200" not in with_answer(tmp_path, linked * 92)  # 13 letters each
    assert "1208 huruf; ringkas sampai 1200" in with_answer(tmp_path, linked * 93)


@pytest.mark.parametrize(
    "said",
    [
        "Satu media menyarankan menunggu 10 menit.",
        "Menurut pers, batasnya April.",
        "Aturan sekarang belum kami temukan.",
        "Menurut pengalaman DKI Jakarta, sebabnya tiga.",
        "Kami belum melihat layar versi terbaru.",
        "Konon tombolnya biru.",
        "Keterangan ini dari **satu** blog.",
        "Sumbernya terbatas.",
        "Belum ada sumber yang memastikan.",
        "Ini belum dapat kami pastikan.",
        "Pers 2024 menyebut MyASN.",
        "Daerah lain berbeda (menurut berita).",
        "Tidak ada sumber resmi.",
        "Ada yang bilang harus WIB.",
        "Di forum disebutkan bahwa bisa.",
        "Hal ini belum terkonfirmasi.",
        "Media Nasional menyarankan menunggu 10 menit.",
        "Sering disebut DES.",
        "Sepertinya sudah berubah.",
        "Kemungkinan besar begitu, tetapi belum pasti.",
        "Jadwalnya bulan depan, tetapi itu belum pasti.",
        "Menurut sebuah kabupaten di Jawa, batasnya tanggal 5.",
        "Informasi ini belum dicek kebenarannya.",
        "Dari penelusuran kami, tombolnya biru.",
        "Seorang kepala sekolah di Palu menyebut 31 Januari.",
    ],
)
def test_research_notes_are_found(said: str, tmp_path: Path) -> None:
    assert "catatan penyusun" in with_answer(tmp_path, f"{said}\n\nTanya admin.")


@pytest.mark.parametrize(
    "said",
    [
        "Bila muncul NIP tidak ditemukan, periksa lagi.",
        "Tiap daerah bisa berbeda: tanyakan admin instansi.",
        "Data biasanya berasal dari SIASN.",
        "Menurut peraturan bupati, TPP dihitung tiap bulan.",
        "Mungkin data Anda terkunci. Belum ada SKP atasan.",
        "Kolom Sumber Data terisi sendiri; pilih data dari sumber lain.",
        "Layar atasan belum dapat dibuka.",
        "Bila SKP belum dapat ditemukan di daftar, muat ulang.",
        "Usulan yang belum diverifikasi operator dapat diubah.",
        "Tidak ada sumber daya? Pilih sumber yang ada di daftar.",
        "Isi keterangan ini dari surat dokter.",
        "Bila jadwalnya belum pasti, tanyakan dahulu.",
        "Bila seorang pegawai menyebut NIP orang lain, hapus pesannya.",
        "Lampiran yang sering disebut evidence adalah bukti dukung.",
        "Periksa kebenarannya sebelum mengirim.",
        "Menurut kepala dinas, atau pejabat yang ditunjuknya, SKP disetujui.",
        "Catatan kami simpan 90 hari.",
        "Buku ini milik BKPSDM Balangan. Tunggu 2 hari kerja.",
        "Peraturan bupati dan surat edaran Balangan: tanyakan kepada BKPSDM.",
        "PermenPANRB 6/2022 mengatur SKP.",
        "Nomor HP: isi 12 angka. Login ke aplikasi lewat HP 2 kali.",
        "Di kantor, buka jalan masuk melalui ASN Digital.",
    ],
)
def test_what_a_reader_can_use_is_no_research_note(said: str, tmp_path: Path) -> None:
    assert with_answer(tmp_path, f"{said}\n\nTanya admin.") == with_answer(
        tmp_path, "Tanya admin."
    )


@pytest.mark.parametrize(
    "said",
    [
        "Kantor BKPSDM Balangan di Jl. A. Yani Km 2 Paringin, telepon (0526) 2028123.",
        "Telepon kantor: (0526) 2028123.",
        "Hubungi **WA 0812-3456-7890**.",
        "Di Balangan batasnya tanggal 5 setiap bulan.",
        "Menurut Peraturan Bupati Balangan 12/2024 potongannya 3 persen.",
        "Perbup Nomor 12 Tahun 2024 mengatur potongan.",
    ],
)
def test_what_holds_in_one_place_belongs_to_the_local_facts(said: str, tmp_path: Path) -> None:
    assert "isikan di lokal.md" in with_answer(tmp_path, f"{said}\n\nTanya admin.")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("- Fakta: F013", ""),
        ("- Fakta: F097a, f097b", ""),
        ("- Fakta: bagian B (kerahasiaan pelapor)", ""),
        ("- Fakta: F013, F999", "nomor fakta 'F999' tidak dikenal"),
    ],
)
def test_a_fact_that_nobody_knows_is_found(line: str, told: str, tmp_path: Path) -> None:
    chapter = CHAPTER.replace("2.2\n", f"2.2\n{line}\n")
    found = "\n".join(lint(read(book_at(tmp_path, chapter))))
    assert ("tidak dikenal" in found) is bool(told)
    assert told in found


def test_an_entry_tells_its_source(tmp_path: Path) -> None:
    assert "sumber tidak ada" in with_answer(tmp_path, "Tanya admin.")
    chapter = CHAPTER.replace("2.2\n", "2.2\n- Sumber: panduan BKN 2026\n")
    found = [line for line in lint(read(book_at(tmp_path, chapter))) if "email-mati" in line]
    assert "sumber tidak ada" not in "\n".join(found)


@pytest.mark.parametrize(
    ("end", "named"),
    [
        ("Bila belum berhasil, tanyakan kepada **admin instansi**.", True),
        ('Bila masih gagal, tekan "Tanya petugas".', True),
        ("Minta bantuan:\n\n- bagian kepegawaian\n- BKPSDM", True),
        ("Bila belum berhasil:\n\n1. Hubungi operator sekolah.\n2. Tunggu.", True),
        ("Bila belum berhasil, lihat [lupa sandi](entry:lupa-password).", False),
        ("Bila tetap gagal, ketik `/lapor`.", True),
        ("Atasan menilai Anda.", False),
        ("Tanyakan kepada admin.\n\nTampilan dapat berubah.", False),
        ("- Tanyakan kepada admin.\n\nIngat: simpan dahulu.", False),
    ],
)
def test_an_answer_ends_with_who_helps(end: str, named: bool, tmp_path: Path) -> None:
    found = with_answer(tmp_path, f"Buka halaman.\n\n{end}")
    assert ("siapa yang menolong" not in found) is named


def test_an_answer_names_the_facts_it_rests_on(tmp_path: Path) -> None:
    assert "nomor fakta tidak ada" in with_answer(tmp_path, "Tanya admin.")
    for line in ("- Fakta: F013", f"- Sumber: {LEARNED_SOURCE}"):
        chapter = CHAPTER.replace("2.2\n", f"2.2\n{line}\n")
        assert "nomor fakta" not in "\n".join(lint(read(book_at(tmp_path, chapter))))


@pytest.mark.parametrize(
    ("source", "vouched"),
    [
        ("surat edaran 1/2026", True),
        ("Perbup 5 Tahun 2026, diperiksa 3 Maret 2026", True),
        ("(belum diisi)", False),
        ("", False),
        ("halaman publik di internet (alamatnya tidak tercatat); mohon diperiksa", False),
        ("grup WA kantor", False),
        ("menurut berita", False),
        ("kata teman", False),
    ],
)
def test_a_local_fact_has_a_source(source: str, vouched: bool, tmp_path: Path) -> None:
    local = LOCAL.replace("surat edaran 1/2026", source)
    found = lint(read(book_at(tmp_path, local=local)))
    told = [line for line in found if line.startswith("lokal.md:11: jam-layanan: terisi tanpa")]
    assert (not told) is vouched


def test_there_is_nothing_to_mend_in_the_real_book() -> None:
    assert lint(read(MANUAL)) == []
