"""The questions of a complaint's dialog, from kind to Kirim."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.rules.complaint import MOST_FILES, Draft, Step
from bot.rules.reading_hours import DeskHours
from bot.rules.ticket import Kind, Number, Status
from bot.words import confidential, dates, labels
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, lines, paragraphs, quote
from bot.words.ticket import SIGN

MOST_RECALLED = 300  # UTF-16 units of what was told already
MOST_OF_STORY = 60  # letters by which one knows which report it was
FILES_CALLED = {
    "photo": "foto",
    "document": "dokumen",
    "video": "video",
    "voice": "pesan suara",
    "video_note": "video bulat",
    "audio": "berkas suara",
}
MOST_SHOWN = 1_500  # UTF-16 units of a person's own words in one message


class StoryPrompt(NamedTuple):
    """How the story of one kind of report is asked for."""

    asked: str
    called: str
    helped: str


STORY_PROMPTS = {
    Kind.COMPLAINT: StoryPrompt(
        "Ceritakan keluhan Anda.",
        "ceritanya",
        "Apa yang Anda lakukan, dan apa yang muncul di layar?",
    ),
    Kind.CRITICISM: StoryPrompt(
        "Tuliskan kritik Anda.",
        "kritik Anda",
        "Apa yang kurang baik, dan bagaimana seharusnya?",
    ),
    Kind.SUGGESTION: StoryPrompt(
        "Tuliskan saran Anda.",
        "saran Anda",
        "Apa yang sebaiknya diubah, dan apa manfaatnya?",
    ),
    Kind.INFORMATION: StoryPrompt(
        "Tuliskan permintaan Anda.",
        "permintaan Anda",
        "Informasi apa yang Anda perlukan, dan untuk apa?",
    ),
}


def ask_words(kind: Kind | None = None, *, story: str | None = None) -> Html:
    """How a report begins: with the story, whatever it is about."""
    asked = STORY_PROMPTS[kind].asked if kind else "Ceritakan dengan kata-kata Anda sendiri."
    helped = STORY_PROMPTS[kind or Kind.COMPLAINT].helped
    return paragraphs(
        esc(f"{labels.KINDS[kind]}.") if kind else None,
        _kept(story, 0),
        bold(asked),
        lines(
            Html(helped if kind else f"Keluhan, kritik, saran, atau pertanyaan. {helped}"),
            Html("Pesan suara atau foto layar juga boleh. Jangan tulis kata sandi atau kode OTP."),
        ),
    )


def change_kind(now: Kind) -> Html:
    return paragraphs(
        esc(f"Jenis sekarang: {labels.KINDS[now]}."), bold("Apa yang ingin Anda sampaikan?")
    )


def change_category(now: str) -> Html:
    return paragraphs(esc(f"Sekarang: {now}."), bold("Tentang apa?"))


def only_files(kinds: Sequence[str]) -> str:
    """The story of a report that was told without a written word; plain text."""
    named = dict.fromkeys(FILES_CALLED.get(kind, "berkas") for kind in kinds)
    return f"(Tanpa tulisan: {', '.join(named)}; lihat lampiran)"


def ask_kind(*, story: str | None = None, files: int = 0) -> Html:
    return paragraphs(
        _kept(story, files),
        bold("Apa yang ingin Anda sampaikan?"),
        Html("Tekan salah satu. Untuk berhenti: /batal"),
    )


def _kept(story: str | None, files: int) -> Html | None:
    """What was told before it was asked for need not be told again."""
    if not (story or files):
        return None
    return lines(
        Html("Sudah saya catat:"),
        quote(cut(story, MOST_RECALLED)) if story else None,
        Html(f"{files} berkas") if files else None,
    )


def still_open() -> Html:
    return lines(
        Html("Laporan Anda yang tadi belum terkirim. Silakan lanjutkan."),
        Html("Ingin mulai dari awal? /batal, lalu /lapor"),
    )


def choose(question: Html) -> Html:
    return paragraphs(Html("Silakan tekan salah satu tombol di bawah."), question)


def ask_category(kind: Kind, *, story: str | None = None, files: int = 0) -> Html:
    return paragraphs(esc(f"{labels.KINDS[kind]}."), _kept(story, files), bold("Tentang apa?"))


def ask_story(category: str, kind: Kind) -> Html:
    return paragraphs(
        esc(f"Tentang: {category}."),
        bold(STORY_PROMPTS[kind].asked),
        Html(f"{STORY_PROMPTS[kind].helped} Jangan tulis kata sandi atau kode OTP."),
    )


def story_has_files(kind: Kind, count: int, *, story: str | None = None) -> Html:
    return paragraphs(
        _kept(story, count) if story else esc(f"{count} berkas diterima."),
        bold(f"Sekarang tuliskan {STORY_PROMPTS[kind].called} dengan kata-kata."),
        Html(STORY_PROMPTS[kind].helped),
    )


def ask_files() -> Html:
    return paragraphs(
        bold("Ada foto layar atau dokumen?"),
        esc(f"Kirim sekarang (paling banyak {MOST_FILES}). Kalau tidak ada, tekan Lanjut."),
    )


def files_so_far(count: int) -> Html:
    return lines(
        esc(f"{count} berkas diterima."), Html("Kirim lagi bila masih ada, atau tekan Lanjut.")
    )


def words_added() -> Html:
    return lines(Html("Ditambahkan ke cerita Anda."), Html("Tekan Lanjut bila sudah cukup."))


def choose_the_way() -> Html:
    """Why it is not sent yet."""
    return esc(
        f"Belum terkirim. Pilih dulu salah satu: {labels.SUPERVISORY}"
        f" atau {labels.NO_SUPERVISORY}."
    )


def confided(draft: Draft, asked: Html) -> Html:
    """What is asked, below who may see whose the report is."""
    return paragraphs(_confided(draft), asked)


def _confided(draft: Draft) -> Html:
    return lines(
        confidential.is_anonymous() if draft.anonymous else None,
        confidential.is_secret() if draft.secret and not draft.abuse else None,
        confidential.is_of_abuse() if draft.abuse else None,
    )


def check(
    draft: Draft,
    *,
    sent: bool = False,
    masked: bool = False,
    in_book: bool = False,
    like: Number | None = None,
    asks_abuse: bool = False,
    as_told: bool = False,
) -> Html:
    """What will be sent; once `sent`, what was. `as_told`: who may see it was ticked because the
    story asks for it. `masked`: numbers were taken out of it.
    `in_book`, `like`: an answer, or an open ticket, about the same is a tap away. `asks_abuse`:
    first it is to be said whether it is of abuse of authority."""
    assert draft.kind is not None
    return paragraphs(
        bold("Laporan Anda" if sent else "Mohon diperiksa"),
        lines(
            esc(f"Jenis: {labels.KINDS[draft.kind]}"),
            esc(f"Tentang: {draft.category}"),
            esc(f"Lampiran: {len(draft.files)} berkas") if draft.files else None,
        ),
        quote(cut(draft.story, MOST_SHOWN)) if draft.story else None,
        _confided(draft),
        confidential.because_you_asked() if as_told and not sent else None,
        *(
            ()
            if sent
            else _before_it_is_sent(
                told=bool(draft.story),
                masked=masked,
                in_book=in_book,
                like=like,
                asks_abuse=asks_abuse,
            )
        ),
    )


def _before_it_is_sent(
    *, told: bool, masked: bool, in_book: bool, like: Number | None, asks_abuse: bool
) -> Sequence[Html | None]:
    return (
        Html("Nomor pribadi disamarkan. Tulis lagi bila petugas memerlukannya.")
        if masked
        else None,
        Html("Mungkin jawabannya sudah ada di buku; lihat tombol di bawah.") if in_book else None,
        Html(
            f"Serupa dengan {bold(str(like))} yang masih terbuka? Tambahkan ke sana,"
            " atau tekan Kirim untuk laporan baru."
        )
        if like
        else None,
        confidential.is_it_abuse()
        if asks_abuse
        else Html("Sudah benar? Tekan Kirim. Ada yang kurang? Tulis saja, nanti saya tambahkan.")
        if told
        else Html("Tekan Kirim, atau ceritakan dulu sedikit supaya petugas cepat paham."),
    )


def shows_more(number: Number) -> Html:
    """To who would add what is confided to a report that is not."""
    return lines(
        Html(f"{bold(str(number))} tidak serahasia laporan ini, jadi belum saya tambahkan."),
        Html("Tekan Kirim untuk laporan tersendiri, atau lepas tanda Anonim dan Rahasia dulu."),
    )


def files_done(count: int) -> str:
    """What "Lanjut" stood for; plain text."""
    return f"{count} berkas" if count else "tanpa lampiran"


def too_many_open(rows: Sequence[tuple[Number, Status, str]], *, most: int, kept: bool) -> Html:
    """Which are open, so that something may be added to one of them."""
    return paragraphs(
        Html(
            f"Anda sudah punya {most} laporan yang masih terbuka, jadi belum bisa menambah lagi."
        ),
        lines(
            *(
                Html(f"{SIGN[status]} {bold(str(number))} – {esc(cut(story, MOST_OF_STORY))}")
                for number, status, story in rows
            )
        ),
        Html(
            "Ada keterangan baru untuk salah satunya? Tekan tombolnya"
            + (", yang baru Anda kirim ikut ditambahkan." if kept else ".")
        ),
    )


def filed_already_toast(number: Number) -> str:
    return f"Sudah terkirim sebagai {number}."


def chosen(text: str) -> Html:
    return esc(f"✓ {text}")


def filed(
    number: Number,
    *,
    kind: Kind,
    days: int,
    due: datetime,
    reading: DeskHours,
    zone: ZoneInfo,
    asks_office: bool = False,
) -> Html:
    """The receipt: the number, when somebody reads it, and until when it is to be settled."""
    return paragraphs(
        lines(
            Html(f"{labels.KINDS[kind]} Anda sudah kami terima."),
            Html(f"Nomor tiket: {bold(str(number))}"),
        ),
        lines(
            desk_hours(reading, zone),
            esc(f"Target selesai: {dates.weekday(due, zone)} ({days} hari kerja)."),
        ),
        Html("Setiap perkembangan kami kabarkan di sini. Lihat kapan saja dengan /tiket."),
        Html("Dari kantor mana Anda? Cukup sekali ini; boleh dilewati.") if asks_office else None,
    )


def desk_hours(reading: DeskHours, zone: ZoneInfo) -> Html:
    """When somebody reads what is written now."""
    if reading.now and reading.until is not None:
        until = dates.clock(reading.until, zone)
        return Html(f"Petugas sedang bertugas, hari ini sampai {until}.")
    if reading.opens is not None and reading.rests:
        opens = dates.clock(reading.opens, zone)
        return Html(f"Petugas sedang istirahat dan membacanya mulai {opens}.")
    if reading.opens is not None:
        opens = dates.weekday_at(reading.opens, zone)
        return Html(f"Kantor sedang tutup. Petugas membacanya mulai {opens}.")
    return Html("Petugas membacanya pada jam kerja.")


def not_sent_yet() -> Html:
    return Html("Baik, belum saya kirim. Tulis saja yang perlu ditambah atau diperbaiki.")


def nothing_told() -> Html:
    """To a wish to send, or a question about it, before there is anything."""
    return Html("Belum ada isinya, jadi belum bisa dikirim. Laporan yang sudah terkirim: /tiket")


def not_sent(*, asks_first: bool = False) -> Html:
    """Whether it was sent, or which number it has, was asked; the check follows. `asks_first`:
    whether it is of abuse."""
    first = "Pilih dulu di bawah." if asks_first else "Tekan Kirim bila sudah benar."
    return Html(f"Belum terkirim, jadi belum ada nomor tiketnya. {first}")


def not_sent_before_files() -> Html:
    """The same where the check is yet to come."""
    return Html("Belum terkirim. Tekan Lanjut, lalu Kirim; nomor tiketnya keluar sesudah itu.")


def who_sees(*, anonymous: bool, abuse: bool) -> Html:
    """Whether anybody sees who reports, asked while the report is written."""
    if anonymous:
        return confidential.is_anonymous()
    seen = (
        "Nama Anda hanya dilihat yang ditunjuk." if abuse else "Nama Anda hanya dilihat petugas."
    )
    return Html(f'{seen} Ingin tanpa nama? Tekan Anonim sebelum Kirim, atau tulis "anonim".')


def how_to(step: Step) -> Html:
    """To somebody who does not know what to do at this step."""
    match step:
        case Step.KIND:
            return Html("Tidak apa-apa. Kalau ragu, tekan Keluhan.")
        case Step.CATEGORY:
            return Html("Tidak apa-apa. Kalau ragu, tekan yang paling dekat, atau Lainnya.")
        case Step.STORY:
            return Html("Tidak apa-apa, tulis sebisanya. Petugas akan bertanya bila kurang jelas.")
        case Step.FILES:
            return Html("Tidak apa-apa. Foto layar hanya bila ada; tanpa itu pun bisa.")
        case Step.CHECK:
            return Html("Tekan Kirim, dan laporan ini sampai ke petugas BKPSDM.")


def how_long(*, days: int) -> Html:
    return Html(f"Sesudah terkirim, petugas berusaha menyelesaikannya dalam {days} hari kerja.")


def unsent(story: str | None, *, files: int) -> Html:
    """Of a report that was begun and not sent."""
    return paragraphs(
        bold("Laporan Anda belum terkirim."),
        lines(
            quote(cut(story, MOST_RECALLED)) if story else None,
            Html(f"{files} berkas") if files else None,
        ),
        Html("Tekan Lanjutkan laporan, atau Batal bila tidak jadi."),
    )


def draft_lost() -> Html:
    return Html("Maaf, laporan yang tadi tidak bisa dilanjutkan. Mohon mulai lagi: /lapor")
