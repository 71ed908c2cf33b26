"""The figures of a matcher, and what is told of a file it cannot be measured on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faq.matching.evaluation import Evaluation, RowOutcome, run
from faq.matching.labelled import BadFile, Row
from tests.faq.samples import PHRASINGS


def outcome(right: str | None, ranked: str, answered: str | None, score: float) -> RowOutcome:
    return RowOutcome(
        Row("q", right, 1), tuple(ranked.split()), answered, ranked[:1] or None, score
    )


def test_the_figures_are_what_they_say() -> None:
    evaluation = Evaluation(
        (
            outcome("a", "a b c", "a", 0.9),
            outcome("b", "a b c", "a", 0.8),
            outcome("c", "a b c", None, 0.3),
            outcome("d", "a b c", None, 0.2),
            outcome(None, "a", "a", 0.7),
            outcome(None, "", None, 0.0),
        )
    )
    assert evaluation.figures() == {
        "in_scope": 4,
        "out_of_scope": 2,
        "top1": 0.25,
        "top3": 0.75,
        "answered_right": 0.25,
        "answered_wrong": 0.25,
        "out_of_scope_silent": 0.5,
    }
    assert evaluation.confusions()[0] == ("b", "a", 1)
    at = {threshold: rest for threshold, *rest in evaluation.curve()}
    assert at[0.75] == [0.25, 0.25, 1.0]
    assert at[0.25] == [0.25, 0.5, 0.5]


def test_further_ids_are_as_right() -> None:
    row = Row("q", "a", 1, frozenset({"b"}))
    evaluation = Evaluation((RowOutcome(row, ("b", "c"), "b", "b", 0.9),))
    figures = evaluation.figures()
    assert (figures["top1"], figures["answered_right"], figures["answered_wrong"]) == (1, 1, 0)
    assert not evaluation.confusions()


def test_styles_are_told_apart_and_what_needs_context_is_left_out(tmp_path: Path) -> None:
    index, asked = tmp_path / "a.csv", tmp_path / "b.csv"
    index.write_text("question,id\n" + "".join(f'"{q}",{i}\n' for q, i in PHRASINGS))
    asked.write_text(
        "question,id,style,also\nlupa sandi,sandi,chat,otp\nresep soto,,far,\n"
        "kenapa?,otp,followup,\n"
    )
    told = run(asked, index, tmp_path, json=False).splitlines()
    assert json.loads(run(asked, index, tmp_path, json=True))["in_scope"] == 1
    assert [line.split()[:2] for line in told if line.startswith(("  chat", "  far"))] == [
        ["chat", "1"], ["far", "1"],
    ]  # fmt: skip
    assert not any("followup" in line for line in told)


def test_run_prints_one_json_object(tmp_path: Path) -> None:
    index, asked = tmp_path / "a.csv", tmp_path / "b.csv"
    index.write_text("question,id\n" + "".join(f'"{q}",{i}\n' for q, i in PHRASINGS))
    asked.write_text("\ufeffID;Question\nsandi;lupa sandi\n;resep soto\n", encoding="utf-8")
    figures = json.loads(run(asked, index, tmp_path, json=True))
    assert list(figures) == [
        "in_scope", "out_of_scope", "top1", "top3",
        "answered_right", "answered_wrong", "out_of_scope_silent",
    ]  # fmt: skip
    assert (figures["in_scope"], figures["out_of_scope"], figures["top1"]) == (1, 1, 1.0)
    assert "top-1" in run(asked, index, tmp_path, json=False)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"pertanyaan,id\nx,sandi\n", "kolom 'question' tidak ada"),
        (b"question,id\n", "tidak memuat satu pertanyaan pun"),
        (b"", "kolom 'question' tidak ada"),
        (b"question,id\nx\xff\xfe,sandi\n", "bukan UTF-8"),
        (b"question,id\nhalo,hantu\n", "b.csv:2: id 'hantu' tidak ada"),
        (b"question,id,also\nhalo,sandi,otp hantu\n", "b.csv:2: id 'hantu' tidak ada"),
        (b'question,id\n"halo,sandi\n', "bukan CSV yang sah"),
    ],
)
def test_a_bad_file_is_told_in_one_line(tmp_path: Path, content: bytes, says: str) -> None:
    index, asked = tmp_path / "a.csv", tmp_path / "b.csv"
    index.write_text("question,id\n" + "".join(f'"{q}",{i}\n' for q, i in PHRASINGS))
    asked.write_bytes(content)
    with pytest.raises(BadFile) as told:
        run(asked, index, tmp_path, json=True)
    assert says in str(told.value)
    assert "\n" not in str(told.value)
