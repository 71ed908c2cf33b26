"""Short answers to people who do not press buttons: kind first, then a way on."""

from __future__ import annotations

from collections.abc import Sequence

from bot.rules.intent import Mood
from bot.words.fit import cut
from bot.words.html import Html, bold, esc, lines, paragraphs

MOST_OF_A_FACT = 1_000  # UTF-16 units
MOST_OF_A_LABEL = 100
FIRST = {
    Mood.ANGRY: Html("Maaf sudah merepotkan."),
    Mood.WORRIED: Html("Tidak apa-apa, kami bantu."),
}


def kindly(mood: Mood | None, body: Html) -> Html:
    """One kind sentence before the help, for whoever is angry or worried."""
    return body if mood is None else paragraphs(FIRST[mood], body)


def insulted() -> Html:
    return paragraphs(
        FIRST[Mood.ANGRY],
        Html("Tekan tombol di bawah, dan petugas membantu Anda langsung."),
    )


def insulted_in_group() -> Html:
    return lines(FIRST[Mood.ANGRY], Html("Petugas siap membantu lewat pesan pribadi: /lapor"))


def praised() -> Html:
    return Html("Terima kasih, kami senang membacanya.")


def who() -> Html:
    return lines(
        Html("Saya bot bantuan e-Kinerja BKPSDM Balangan, bukan orang."),
        Html("Ingin bicara dengan petugas? Ketik /lapor."),
    )


def local_fact(label: str, value: str | None) -> Html:
    """What only the regency knows; what it has not told us is not guessed."""
    if value:
        return lines(bold(label), esc(cut(value, MOST_OF_A_FACT)))
    return lines(
        esc(f"{label}: belum tercatat pada saya."),
        Html("Tanyakan kepada petugas lewat /lapor, supaya tidak keliru."),
    )


def not_clear() -> Html:
    return paragraphs(
        Html("Maaf, penjelasannya belum jelas."),
        Html("Petugas bisa menjelaskan langsung. Tekan tombol di bawah."),
    )


def tell_us() -> Html:
    """To somebody who does not know how to put it."""
    return paragraphs(
        Html("Tidak apa-apa. Tulis saja sebisanya: sedang membuka apa, dan apa yang tampil."),
        Html("Lebih mudah dengan orang? Tekan tombol di bawah."),
    )


def person_instead() -> Html:
    """When we did not understand for the second time in a row."""
    return paragraphs(
        Html("Saya bot, jadi tidak semua kalimat saya kenali."),
        Html("Petugas bisa membantu Anda langsung. Tekan tombol di bawah."),
    )


def which_one() -> Html:
    return bold("Yang mana? Tekan salah satu, atau tulis nomornya.")


def settled() -> Html:
    return Html("Syukurlah. Ada yang lain? Tulis saja di sini.")


def later() -> Html:
    return Html("Baik, silakan. Kapan saja, tulis pertanyaan Anda di sini.")


def nothing_to_send() -> Html:
    return lines(
        Html("Tidak ada yang sedang diisi, jadi tidak ada yang dikirim."),
        Html("Tulis saja pertanyaan Anda, atau buat laporan: /lapor"),
    )


def send_what_was_asked() -> Html:
    return Html("Ingin pertanyaan tadi diteruskan ke petugas? Tekan tombol di bawah.")


def nobody_waits() -> Html:
    """To somebody who waits for an officer whom no report has reached."""
    return paragraphs(
        FIRST[Mood.ANGRY],
        Html(
            "Saat ini tidak ada laporan Anda di petugas. Tekan tombol di bawah untuk membuatnya."
        ),
    )


def wait_for_you() -> Html:
    return Html("Baik, saya tunggu.")


def did_you_mean_command(name: str) -> Html:
    return esc(f"Maksud Anda /{name}?")


def which_offer(labels: Sequence[str]) -> Html:
    """To a yes, where several buttons were offered that do the like."""
    named = " atau ".join(map(_as_named, labels))
    return Html(f"Yang mana? Tekan salah satu, atau tulis: {named}.")


def _as_named(label: str) -> Html:
    return bold(cut(label, MOST_OF_A_LABEL))


def only_by_its_name(label: str) -> Html:
    """To a mere yes, where what was offered cannot be undone."""
    return Html(f"Supaya tidak keliru, tekan tombolnya, atau tulis: {_as_named(label)}.")


def done_already() -> Html:
    return Html("Sudah.")
