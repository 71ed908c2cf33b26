"""Survei Kepuasan Masyarakat, for officers in the helpdesk group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.rules.survey import Disclosure
from bot.words.figures import number
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, lines, paragraphs, quote

SURVEY = "Survei"
POPULATION, DAYS, FOLLOW_UP = "Populasi", "Masa layanan", "Tindak lanjut"


def mark(survey: int, part: str | None = None) -> Html:
    """The first line: of which it is, and what can be answered by a reply."""
    return bold(f"{SURVEY} {survey}" + (f" · {part}" if part else ""))


@dataclass(frozen=True)
class Desk:
    """A survey as the desk sees it; what is empty is still to be told."""

    survey: int
    status: str
    days: str
    population: int | None
    population_from: str
    needed: int | None
    length: int
    invited: int
    answers: int
    waiting: int
    """Testimonies at which nobody has looked."""


@dataclass(frozen=True)
class ElementRow:
    """One element of a result, as it is told."""

    name: str
    average: str
    converted: str


@dataclass(frozen=True)
class SurveyOutcome:
    said: Disclosure
    answers: int
    rows: tuple[ElementRow, ...]
    index: str
    converted: str
    grade: str
    lowest: tuple[str, ...]
    as_low: tuple[str, ...]


def page(desk: Desk, *, is_draft: bool) -> Html:
    sample = "" if desk.needed is None else f", perlu {number(desk.needed)} jawaban"
    asked = "Yang ditanya: yang dilayani "
    return paragraphs(
        mark(desk.survey),
        lines(
            esc(f"Status: {desk.status}"),
            esc(asked + (desk.days or "(belum dipilih)")),
            esc(
                "Populasi: (belum diisi)"
                if desk.population is None
                else f"Populasi: {number(desk.population)} orang{sample} (Krejcie–Morgan)"
            ),
            esc(f"Sumber populasi: {cut(desk.population_from, 60)}")
            if desk.population_from
            else None,
            esc(f"Lamanya: {desk.length} hari") if is_draft else None,
            None
            if is_draft
            else esc(f"Diundang: {number(desk.invited)}, menjawab: {number(desk.answers)}"),
            esc(f"Testimoni menunggu: {desk.waiting}") if desk.waiting else None,
        ),
    )


def results_later() -> Html:
    """While it is open."""
    return Html(
        "Hasilnya tampil sesudah survei ditutup. Sebelumnya hanya jumlahnya, supaya jawaban satu"
        " orang tidak terbaca dari selisihnya."
    )


def outcome(found: SurveyOutcome) -> Html:
    if found.said is Disclosure.NOTHING:
        return esc(
            f"Baru {found.answers} jawaban. Hasilnya tidak ditampilkan, supaya jawaban seseorang"
            " tidak terbaca."
        )
    shown = lines(
        *(
            esc(f"{row.name}: {row.average} ({row.converted}), n={found.answers}")
            for row in found.rows
        )
    )
    whole = f"Nilai SKM: {found.converted} (indeks {found.index}), n={found.answers}"
    if found.said is Disclosure.FIGURES:
        return paragraphs(
            shown,
            bold(whole),
            Html("Jawabannya terlalu sedikit untuk mutu pelayanan dan unsur terendah."),
        )
    tied = f" (sama rendahnya: {'; '.join(found.as_low)})" if found.as_low else ""
    return paragraphs(
        shown,
        lines(bold(whole), bold(f"Mutu pelayanan: {found.grade}")),
        esc(f"Terendah: {'; '.join(found.lowest)}{tied}"),
    )


def short_of_sample(*, answers: int, needed: int) -> Html:
    return esc(
        f"Belum mencapai ukuran sampel: {number(answers)} dari {number(needed)}. Baca dengan"
        " hati-hati."
    )


@dataclass(frozen=True)
class ElementFollowUp:
    """What was done about an element; empty: nothing is written yet."""

    name: str
    follow_up: str


def follow_ups(done: Sequence[ElementFollowUp]) -> Html:
    return lines(
        bold(FOLLOW_UP),
        *(
            esc(f"{each.name}: {cut(' '.join(each.follow_up.split()), 300) or 'belum ditulis'}")
            for each in done
        ),
    )


def home(rows: Sequence[tuple[int, str, str]]) -> Html:
    """Each survey with its number, its days and its state."""
    return paragraphs(
        bold("Survei Kepuasan Masyarakat"),
        lines(*(Html(f"{bold(str(n))} – {esc(days)} ({esc(state)})") for n, days, state in rows))
        if rows
        else Html("Belum ada survei."),
        Html("Cara menulisnya: /survei bantuan"),
    )


def status(*, is_draft: bool, closes: str = "", closed: str = "") -> str:
    """Plain text."""
    if is_draft:
        return "draf"
    return f"ditutup {closed}" if closed else f"dibuka sampai {closes}"


def manual() -> Html:
    return paragraphs(
        bold("/survei"),
        lines(
            Html("/survei – daftar survei dan tombolnya"),
            Html("/survei baru – survei baru; juga: /survei baru semester 2"),
            Html("/survei 3 – satu survei: jumlah jawaban, sesudah ditutup hasilnya"),
            Html("/survei masa 3 triwulan 3 – siapa yang ditanya; juga: 1 Juli - 20 November"),
            Html("/survei populasi 3 1285 – untuk ukuran sampel"),
            Html("/survei lama 3 14 – berapa hari dibuka"),
            Html("/survei buka 3, /survei tutup 3, /survei buang 3"),
            Html("/survei laporan 3 pdf – juga docx, xlsx"),
            Html("/survei tindak 3 waktu: loket ditambah – tindak lanjut unsur terendah"),
            Html("/survei testimoni 3 – baca, lalu tampilkan atau tidak"),
        ),
    )


def ask_population(survey: int) -> Html:
    return paragraphs(
        mark(survey, POPULATION),
        Html("Berapa orang yang dilayani atau berhak dilayani? Untuk ukuran sampel."),
        Html("<b>Balas pesan ini</b> dengan angkanya."),
    )


def population_unclear(survey: int) -> Html:
    return paragraphs(
        mark(survey, POPULATION),
        Html("Tulis angkanya saja, misalnya 1285. <b>Balas pesan ini.</b>"),
    )


def ask_follow_up(survey: int, element: str) -> Html:
    return paragraphs(
        mark(survey, f"{FOLLOW_UP}: {element}"),
        Html("Apa yang sudah dilakukan? Dicetak di laporan survei ini dan berikutnya."),
        Html("<b>Balas pesan ini.</b>"),
    )


def follow_up_unfit(survey: int, element: str, *, most: int) -> Html:
    return paragraphs(
        mark(survey, f"{FOLLOW_UP}: {element}"),
        esc(f"Tulis dengan kata-kata, paling banyak {most} huruf."),
        Html("<b>Balas pesan ini.</b>"),
    )


def follow_up_kept(element: str) -> Html:
    return esc(f"Dicatat untuk {element}.")


def no_such_element(names: Sequence[str]) -> Html:
    return esc(f"Unsur terendahnya: {'; '.join(names)}. Tulis salah satu, lalu titik dua.")


def nothing_lowest() -> Html:
    return Html("Unsur terendah baru ada sesudah survei ditutup dengan jawaban yang cukup.")


def answer_placeholder() -> str:
    return "Jawaban Anda"


def unknown_survey() -> Html:
    return Html("Survei itu tidak ada. Lihat daftarnya: /survei")


def only_draft() -> Html:
    return Html("Survei itu sudah dibuka, jadi tidak bisa diubah lagi.")


def days_wanted(survey: int) -> Html:
    return paragraphs(
        mark(survey, DAYS),
        Html(
            "Siapa yang ditanya? Tulis masa layanannya, misalnya <i>semester 2</i> atau"
            " <i>1 Juli - 20 November</i>. <b>Balas pesan ini.</b>"
        ),
    )


def length_unclear(days: Sequence[int]) -> Html:
    return esc(f"Lamanya {days[0]} sampai {days[-1]} hari, misalnya /survei lama 3 {days[0]}.")


def another_is_open(survey: int) -> Html:
    return esc(f"Survei {survey} masih dibuka. Tutup dulu, lalu buka yang ini.")


def opened(*, closes: str) -> Html:
    return esc(
        f"Survei dibuka sampai {closes}. Undangannya dikirim bertahap pada jam siang, juga kepada"
        " yang baru dilayani."
    )


def opened_toast() -> str:
    return "Survei dibuka"


def dropped() -> Html:
    return Html("Draf survei dibuang.")


def ask_close(survey: int) -> Html:
    return paragraphs(
        mark(survey), Html("Tutup sekarang? Jawaban yang belum dikirim tidak dihitung.")
    )


def closed(survey: int, *, answers: int, invited: int) -> Html:
    """By itself, at its end."""
    return paragraphs(
        mark(survey),
        esc(f"Survei ditutup: {number(answers)} jawaban dari {number(invited)} undangan."),
    )


def not_open() -> Html:
    return Html("Survei itu tidak sedang dibuka.")


def not_closed() -> Html:
    return Html("Laporannya bisa dibuat sesudah survei ditutup.")


def too_few() -> Html:
    return Html("Jawabannya terlalu sedikit: laporannya akan memuat jawaban orang per orang.")


def form_unclear() -> Html:
    return Html("Tulis bentuknya: pdf, docx, atau xlsx. Misalnya: /survei laporan 3 pdf")


def making_toast() -> str:
    return "Laporan sedang dibuat"


def making() -> Html:
    return Html("Laporannya sedang dibuat.")


def caption(survey: int, days: str) -> Html:
    return esc(f"Laporan Survei Kepuasan Masyarakat {survey}, layanan {days}")


def testimony(survey: int, testimony: str, *, name: str | None) -> Html:
    return paragraphs(
        mark(survey),
        quote(testimony),
        esc(f"– {name}" if name else "– tanpa nama"),
        Html("Tampilkan di laporan survei?"),
    )


def no_testimonies() -> Html:
    return Html("Tidak ada testimoni yang menunggu.")


def judged_already_toast() -> str:
    return "Testimoni ini sudah dinilai."


def judged(*, shown: bool) -> Html:
    return Html("Testimoni ditampilkan di laporan." if shown else "Testimoni tidak ditampilkan.")


def not_understood() -> Html:
    return Html("Perintahnya belum saya mengerti. Lihat /survei bantuan")
