"""A request for a session of Coaching Clinic: asked for by somebody, answered by the desk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.clinic import RequestStatus
from bot.words import dates
from bot.words.clinic_desk import ANSWER, REPLY, REQUEST, mark
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, lines, paragraphs

MOST_SHOWN = 300
STATES = {
    RequestStatus.OPEN: "belum dijawab",
    RequestStatus.ACCEPTED: "diterima",
    RequestStatus.DECLINED: "belum bisa dipenuhi",
}


def ask_topic(*, office: str, often: bool) -> Html:
    """`often`: the topics in front are what that office asked most of late."""
    return paragraphs(
        bold("Minta Coaching Clinic"),
        Html("Ingin belajar tentang apa? Pilih, atau tulis sendiri topiknya."),
        esc(f"Paling atas: yang akhir-akhir ini sering ditanyakan dari {office}.")
        if often
        else None,
        Html("Untuk berhenti: /batal"),
    )


def ask_office(topic: str, *, offered: bool) -> Html:
    how = "Pilih, atau tulis nama kantornya." if offered else "Tulis nama kantornya."
    return lines(Html(f"Topik: {bold(topic)}"), Html(f"Untuk kantor mana? {how}"))


def which_office(page: int, pages: int) -> Html:
    return lines(
        bold("Untuk kantor mana?"), esc(f"Halaman {page} dari {pages}") if pages > 1 else None
    )


def check(*, topic: str, office: str, or_else: bool = False) -> Html:
    """`or_else`: offices that are called nearly so are offered below."""
    return paragraphs(
        Html("Mohon diperiksa. Kirim permintaan ini?"),
        lines(esc(f"Topik: {topic}"), esc(f"Kantor: {office}")),
        Html("Atau maksudnya salah satu kantor ini?") if or_else else None,
    )


def request_sent(*, number: int, topic: str, office: str) -> Html:
    return paragraphs(
        Html(f"✅ Permintaan Coaching Clinic {bold(str(number))} sudah dikirim."),
        lines(esc(f"Topik: {topic}"), esc(f"Kantor: {office}")),
        Html("Jawabannya datang di sini."),
    )


def request_sent_toast() -> str:
    return "Permintaan ini sudah dikirim."


def request_dropped() -> Html:
    return Html("Baik, permintaan Coaching Clinic tidak jadi dikirim.")


def too_many_requests(*, most: int) -> Html:
    return lines(
        esc(f"Anda punya {most} permintaan yang belum dijawab."),
        Html("Mohon tunggu jawabannya dulu, ya."),
    )


def text_wanted(*, most: int) -> Html:
    return esc(f"Mohon tulis dengan kata-kata, paling banyak {most} huruf.")


def report_first() -> Html:
    return lines(
        Html("Laporan Anda sedang ditulis dan tetap tersimpan."),
        Html("Kirim dulu laporan itu (atau /batal), lalu ulangi ini."),
    )


def accepted(*, number: int, topic: str) -> Html:
    return lines(
        Html(f"Permintaan Coaching Clinic {bold(str(number))} diterima."),
        esc(f"Topik: {cut(topic, MOST_SHOWN)}"),
        Html("Begitu waktunya pasti, Anda dikabari di sini."),
    )


def declined(*, number: int, topic: str, sentence: str) -> Html:
    return paragraphs(
        lines(
            Html(f"Permintaan Coaching Clinic {bold(str(number))} belum bisa kami penuhi."),
            esc(f"Topik: {cut(topic, MOST_SHOWN)}"),
        ),
        esc(f"Dari petugas: {sentence}") if sentence else None,
    )


# At the desk


def request(
    number: int, *, name: str, office: str, topic: str, asked: datetime, zone: ZoneInfo
) -> Html:
    return paragraphs(
        mark(REQUEST, number),
        lines(
            esc(f"Topik: {topic}"),
            esc(f"Kantor: {office}"),
            esc(f"Dari: {name}, {dates.short(asked, zone)}"),
        ),
    )


def requests(rows: Sequence[tuple[int, str, str]]) -> Html:
    """Each with its number, topic and office."""
    if not rows:
        return Html("Tidak ada permintaan Coaching Clinic yang belum dijawab.")
    return paragraphs(
        bold("Permintaan Coaching Clinic"),
        lines(
            *(
                Html(f"{bold(str(n))} – {esc(cut(topic, 120))}, {esc(cut(office, 80))}")
                for n, topic, office in rows
            )
        ),
    )


def ask_answer(number: int, *, topic: str) -> Html:
    return paragraphs(
        mark(REQUEST, number, ANSWER),
        lines(
            esc(f"Topik: {cut(topic, 200)}"),
            Html("Apa yang disampaikan kepada pemintanya? Satu kalimat."),
        ),
        REPLY,
    )


def answer_unfit(number: int, *, most: int) -> Html:
    return paragraphs(
        mark(REQUEST, number, ANSWER),
        esc(f"Mohon tulis satu kalimat, paling banyak {most} huruf. Balas pesan ini."),
    )


def answered(number: int, *, state: RequestStatus, by: str) -> Html:
    return lines(mark(REQUEST, number), esc(f"Sudah {STATES[state]}, oleh {by}."))


def answered_how() -> Html:
    return Html("Tekan <b>Terima</b> atau <b>Tolak</b> di bawah permintaan itu.")


def answered_already_toast() -> str:
    return "Permintaan ini sudah dijawab."


def answered_already(number: int) -> Html:
    return esc(f"Permintaan {number} sudah dijawab.")


def unknown_request() -> Html:
    return Html("Permintaan itu tidak ada. Daftarnya: /clinic permintaan")
