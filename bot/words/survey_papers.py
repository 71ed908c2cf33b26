"""What stands on a survey's report. Plain text: each format escapes for itself."""

from __future__ import annotations

from fractions import Fraction

from bot.rules.survey import SCORES, Grade, rounded
from bot.words.figures import number

TITLE = "LAPORAN SURVEI KEPUASAN MASYARAKAT"
FILE_NAME = "survei-{number}.{form}"

ABOUT = "Pelaksanaan"
AGENCY, SERVICE, SERVED, RULES = "Instansi", "Layanan", "Masa layanan", "Dasar"
SERVICE_IS = "Bantuan e-Kinerja melalui bot Telegram"
HOW = "Cara"
HOW_SAYS = (
    "Sembilan unsur, nilai 1–4, satu pertanyaan satu pesan di bot Telegram. Yang diundang: semua"
    " yang memakai layanan pada masa itu. Jawaban disimpan tanpa nama dan tanpa waktu, terpisah"
    " dari siapa yang mengisi; ciri responden tidak ditanyakan supaya tidak ada yang dikenali."
)
POPULATION, SAMPLE, INVITED, ANSWERED = "Populasi", "Ukuran sampel", "Diundang", "Menjawab"
POPULATION_FROM = "Sumber populasi"
CLOSED = "Ditutup"
NOT_TOLD = "belum diisi"

RESULT = "Hasil per unsur"
NO, ELEMENT, COUNT, AVERAGE, CONVERTED, GRADE = "No.", "Unsur", "n", "Nilai", "Konversi", "Mutu"
SKM = "Nilai SKM (indeks × 25)"
INDEX = "Indeks (rata-rata sembilan unsur)"
QUALITY = "Mutu pelayanan"
FORMULA = (
    "Nilai unsur = jumlah nilai : n. Indeks = jumlah nilai unsur × 1/9; bobotnya tepat satu per"
    " sembilan, bukan 0,11 (dengan 0,11 nilai tertinggi hanya 99). Dibulatkan pada dua angka di"
    " belakang koma, sesudah dihitung tepat."
)
TOO_FEW = (
    "Jawabannya terlalu sedikit untuk menyebut mutu pelayanan dan unsur terendah: angka di atas"
    " hanya menggambarkan mereka yang menjawab."
)

LOWEST = "Unsur terendah dan tindak lanjut"
FOLLOW_UP = "Tindak lanjut"
NOT_WRITTEN = "belum ditulis"
BEFORE = "Tindak lanjut survei sebelumnya"
NO_SURVEY_BEFORE = "Belum ada survei sebelumnya."
NOTHING_BEFORE = "Jawaban survei sebelumnya terlalu sedikit untuk menyebut unsur terendah."
TESTIMONIES = "Testimoni"
TESTIMONIES_SAY = "Ditampilkan dengan izin penulisnya, sesudah dibaca petugas."
NO_TESTIMONIES = "Tidak ada."
UNNAMED = "tanpa nama"
GRADES = "Mutu menurut nilai konversi"
SOURCE = "Sumber unsur dan interval"
BY_PERSON = "Nilai per responden, tanpa nama dan diurutkan menurut nilainya, ada di berkas Excel."

SHEETS, SUMS, DONE = "Nilai per responden", "Hasil", "Tindak lanjut"
RESPONDENT = "Responden"
SORTED = "Diurutkan menurut nilainya: urutan mengisi tidak disimpan."
SUM_OF = "Jumlah nilai"


def decimal(value: Fraction) -> str:
    """88,31; the exact value rounded half up."""
    return str(rounded(value)).replace(".", ",")


def graded(grade: Grade) -> str:
    return f"{grade.letter} ({grade.name})"


def survey(of: int) -> str:
    return f"Survei {of}"


def served(days: str) -> str:
    return f"layanan {days}"


def scored(score: int) -> str:
    return f"nilai {score}"


def people(count: int | None) -> str:
    return NOT_TOLD if count is None else f"{number(count)} orang"


def sample(needed: int | None) -> str:
    if needed is None:
        return "populasi belum diisi"
    return f"paling sedikit {number(needed)} jawaban (Krejcie–Morgan, 95 %)"


def answered(count: int, needed: int | None) -> str:
    short = needed is not None and count < needed
    return f"{number(count)} jawaban" + (", belum mencapai ukuran sampel" if short else "")


def before(of: int, days: str, answers: int) -> str:
    return f"{survey(of)}, {served(days)}, n = {number(answers)}"


def as_low(names: tuple[str, ...]) -> str:
    return f"Sama rendahnya: {'; '.join(names)}."


def grades(bands: tuple[Grade, ...]) -> str:
    return "; ".join(
        f"{grade.letter} ({grade.name}) mulai {decimal(grade.least)}" for grade in bands
    )


def told(testimony: str, by: str | None) -> str:
    return f"“{' '.join(testimony.split())}” – {by or UNNAMED}"


def foot(of: int, made: str) -> str:
    return f"Laporan SKM, survei {of}, dibuat {made}"


HEADS = (NO, ELEMENT, *(str(score) for score in SCORES), COUNT, AVERAGE, CONVERTED, GRADE)


def population_from(read: str | None) -> str:
    """Plain text: on papers, too."""
    return "diisi petugas" if read is None else f"data pegawai, dibaca {read}"
