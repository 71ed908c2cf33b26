"""What is hidden of what people tell, and what is none: questions about passwords."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from bot.rules.privacy.asking import asks_for_secret
from bot.rules.privacy.plain import plain
from bot.rules.privacy.secrets import HIDDEN, hide
from tests.bench import secrets as bench
from tests.rules import paired_secrets as paired
from tests.rules import told_secrets as told

TYPED = Path(__file__).parent / "typed_secrets"
LABELLED = Path(__file__).parents[1] / "faq" / "labelled"


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("password saya rahasia123 kode otp 123456", "password saya [•••] kode otp [•••]"),
        ("sandi sy: Bakso#12", "sandi sy: [•••]"),
        ("pass: x", "pass: [•••]"),
        ("pw nya adalah bismillah", "pw nya adalah [•••]"),
        ("password saya haruan", "password saya [•••]"),
        ("kata sandinya Balangan2024!", "kata sandinya [•••]"),
        ("login pakai user budi sandi mawar", "login pakai user budi sandi [•••]"),
        (
            "nip 198701012010011001 password mawar",
            "nip 198701012010011001 password [•••]",
        ),
        (
            "G-887766 adalah kode verifikasi Google",
            "[•••] adalah kode verifikasi Google",
        ),
        ("password saya pass123", "password saya [•••]"),
        ("Bakso#12 sandinya", "[•••] sandinya"),
        ('password saya "kucing garong"', 'password saya "[•••]"'),
        ("otp saya 123 456, tidak bisa", "otp saya [•••], tidak bisa"),
        ("sandi lama bakso12, yang baru bakso13", "sandi lama [•••], yang baru [•••]"),
        ("pass\u200bword saya rahasia123", "pass\u200bword saya [•••]"),
        ("ｐａｓｓｗｏｒｄ：rahasia123", "ｐａｓｓｗｏｒｄ：[•••]"),
        ("pın saya 482913", "pın saya [•••]"),
        ("PASSWORD SAYA RAHASIA123", "PASSWORD SAYA [•••]"),
        ("salah terus passwordnya, padahal benar rahasia123", None),
        ("my password is bakso", "my password is [•••]"),
        ("otp sudah masuk 482913 tapi salah", "otp sudah masuk [•••] tapi salah"),
        ("otp-nya salah pak, saya masukkan 482913", "otp-nya salah pak, saya masukkan [•••]"),
        ("kode otp tidak valid: 482913", "kode otp tidak valid: [•••]"),
        ("otp 6 digit saya 482913", "otp 6 digit saya [•••]"),
        ("PIN BRI saya 482913", "PIN BRI saya [•••]"),
        ("pin saya tanggal lahir 150385", "pin saya tanggal lahir [•••]"),
        ("kode yang masuk 123456", "kode yang masuk [•••]"),
        ("kode dari wa 482913", "kode dari wa [•••]"),
        ("Kode 482913. Jangan berikan", "Kode [•••]. Jangan berikan"),
        ("482913 otp", "[•••] otp"),
        ("G-482913 kode verifikasi google", "[•••] kode verifikasi google"),
        ("token saya ABX9K2", "token saya [•••]"),
    ],
)
def test_hidden(text: str, hidden: str | None) -> None:
    told = hide(text)
    assert told == hidden if hidden else HIDDEN in told


def typed(name: str) -> list[str]:
    """Lines as civil servants type them; in told.txt each secret stands in braces."""
    return (TYPED / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", typed("told"))
def test_as_it_is_typed(line: str) -> None:
    kept = hide(line.replace("{", "").replace("}", ""))
    assert [secret for secret in re.findall("{(.+?)}", line) if secret in kept] == []


@pytest.mark.parametrize("line", typed("ordinary"))
def test_ordinary_lines_are_left_alone(line: str) -> None:
    assert hide(line) == line


@pytest.mark.parametrize("seed", range(2))
def test_many_secrets(seed: int) -> None:
    """`python -m tests.bench.secrets` tries more."""
    assert bench.missed(seed, 1_500) == []


@pytest.mark.parametrize("kind", paired.KINDS)
def test_secrets_of_a_kind(kind: paired.Make) -> None:
    assert bench.missed_of(kind, 3, 300) == []


def test_small_letters_stand_where_the_others_stood() -> None:
    """Names of secrets are looked for in small letters, and hidden in the others' places."""
    signs = plain("".join(map(chr, range(sys.maxunicode + 1)))).signs
    assert [sign for sign in signs if len(sign.lower()) != 1] == []


@pytest.mark.parametrize("text", [*told.QUESTIONS, *paired.ORDINARY])
def test_a_question_is_left_alone(text: str) -> None:
    assert hide(text) == text


def test_the_book_is_left_alone() -> None:
    """People forward its answers, and reply to them."""
    manual = Path(__file__).parents[2] / "faq" / "manual"
    lines = [line for file in manual.glob("*.md") for line in file.read_text("utf-8").splitlines()]
    assert len(lines) > 1_000
    assert [line for line in lines if hide(line) != line] == []


def test_all_labelled_questions_are_left_alone() -> None:
    assert bench.wrongly_hidden(LABELLED) == []
    assert len(bench.questions(LABELLED)) > 2_000


@pytest.mark.parametrize("text", [*told.ASKED, *paired.ASKED, *typed("asked")])
def test_an_officer_asks_for_one(text: str) -> None:
    assert asks_for_secret(text)


@pytest.mark.parametrize("text", [*told.NOT_ASKED, *paired.NOT_ASKED, *typed("not_asked")])
def test_an_officer_asks_for_none(text: str) -> None:
    assert not asks_for_secret(text)
