"""How well a matcher does on labelled questions: figures, confusions, and the price of silence."""

from __future__ import annotations

import json as json_format
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from faq.book.book import Book, read
from faq.matching.labelled import BadFile, Row, check_ids, read_rows
from faq.matching.matcher import Answer, Matcher, Silence

THRESHOLDS = tuple(step / 20 for step in range(1, 20))
MOST_CONFUSIONS = 15


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What became of one question."""

    row: Row
    ranked: tuple[str, ...]
    answered: str | None
    best: str | None
    score: float
    silent: bool = False
    """Neither answered nor offered anything."""

    @property
    def answered_right(self) -> bool:
        return self.answered in self.row.right

    @property
    def answered_wrong(self) -> bool:
        return self.answered is not None and self.answered not in self.row.right

    def ranked_right(self, places: int) -> bool:
        return not self.row.right.isdisjoint(self.ranked[:places])


@dataclass(frozen=True, slots=True)
class Evaluation:
    outcomes: tuple[RowOutcome, ...]

    @property
    def in_scope(self) -> list[RowOutcome]:
        return [outcome for outcome in self.outcomes if outcome.row.right]

    @property
    def out_of_scope(self) -> list[RowOutcome]:
        return [outcome for outcome in self.outcomes if not outcome.row.right]

    def by_style(self) -> dict[str, Evaluation]:
        """Where the rows tell their style; in the order in which the styles first come."""
        styles = dict.fromkeys(one.row.style for one in self.outcomes if one.row.style)
        return {
            style: Evaluation(tuple(one for one in self.outcomes if one.row.style == style))
            for style in styles
        }

    def figures(self) -> dict[str, float]:
        """The object that `evaluate --json` prints."""
        in_scope, out_of_scope = self.in_scope, self.out_of_scope
        return {
            "in_scope": len(in_scope),
            "out_of_scope": len(out_of_scope),
            "top1": share(one.ranked_right(1) for one in in_scope),
            "top3": share(one.ranked_right(3) for one in in_scope),
            "answered_right": share(one.answered_right for one in in_scope),
            "answered_wrong": share(one.answered_wrong for one in in_scope),
            "out_of_scope_silent": share(one.answered is None for one in out_of_scope),
        }

    def confusions(self) -> list[tuple[str, str, int]]:
        """Right entry, entry ranked first instead, how often: the commonest first."""
        pairs = Counter(
            (one.row.id or min(one.row.right), one.ranked[0] if one.ranked else "-")
            for one in self.in_scope
            if not one.ranked_right(1)
        )
        return [(right, taken, times) for (right, taken), times in pairs.most_common()]

    def curve(self) -> list[tuple[float, float, float, float]]:
        """For each threshold: right and wrong answers given, and out-of-scope kept silent."""
        return [
            (
                threshold,
                share(
                    one.best in one.row.right and one.score >= threshold for one in self.in_scope
                ),
                share(
                    one.best not in (None, *one.row.right) and one.score >= threshold
                    for one in self.in_scope
                ),
                share(one.best is None or one.score < threshold for one in self.out_of_scope),
            )
            for threshold in THRESHOLDS
        ]


def share(hits: Iterable[bool]) -> float:
    """Part of the whole; nothing at all counts as nothing."""
    seen = list(hits)
    return round(sum(seen) / len(seen), 4) if seen else 0.0


def evaluate(matcher: Matcher, rows: Sequence[Row]) -> Evaluation:
    """Of what can be understood by itself."""
    return Evaluation(tuple(outcome(matcher, row) for row in rows if row.stands_alone))


def outcome(matcher: Matcher, row: Row) -> RowOutcome:
    found = matcher.find(row.question)
    ranked = tuple(candidate.id for candidate in matcher.rank(row.question, 3))
    answered = found.best if isinstance(found, Answer) else None
    silent = isinstance(found, Silence)
    return RowOutcome(row, ranked, answered, found.best, found.score, silent)


def run(csv_path: Path, phrasings_path: Path | None, manual_dir: Path, *, json: bool) -> str:
    """What `main.py evaluate` prints; raises BadFile or BookError with the reason."""
    rows = read_rows(csv_path)
    matcher, known = built(phrasings_path, manual_dir)
    check_ids(rows, known, csv_path.name)
    evaluation = evaluate(matcher, rows)
    if json:
        return json_format.dumps(evaluation.figures())
    return "\n".join(report(evaluation))


def built(phrasings_path: Path | None, manual_dir: Path) -> tuple[Matcher, set[str]]:
    if phrasings_path is None:
        book: Book = read(manual_dir)
        return Matcher.of(book), {entry.id for entry in book.entries}
    pairs = [(row.question, row.id) for row in read_rows(phrasings_path) if row.id is not None]
    if not pairs:
        raise BadFile(
            f"{phrasings_path.name}: semua id kosong, indeks tidak dapat dibangun; isi kolom id"
        )
    return Matcher(pairs), {entry for _, entry in pairs}


def percent(figure: float, of: Sequence[RowOutcome]) -> str:
    """Of nothing at all there is no percentage."""
    return f"{figure:>7.1%}" if of else "      –"


def report(evaluation: Evaluation) -> list[str]:
    figures = evaluation.figures()
    in_scope, out_of_scope = evaluation.in_scope, evaluation.out_of_scope
    told = [
        f"dalam lingkup          {figures['in_scope']:>7}",
        f"di luar lingkup        {figures['out_of_scope']:>7}",
        f"top-1                  {percent(figures['top1'], in_scope)}",
        f"top-3                  {percent(figures['top3'], in_scope)}",
        f"jawaban benar          {percent(figures['answered_right'], in_scope)}",
        f"jawaban salah          {percent(figures['answered_wrong'], in_scope)}",
        f"luar lingkup: diam     {percent(figures['out_of_scope_silent'], out_of_scope)}",
    ]
    told += styles(evaluation)
    confusions = evaluation.confusions()
    if confusions:
        told += ["", "Yang tertukar (seharusnya -> yang didahulukan):"]
        told += [
            f"  {times} x {right} -> {taken}"
            for right, taken, times in confusions[:MOST_CONFUSIONS]
        ]
    told += ["", "Ambang  benar   salah   luar diam"]
    told += [
        f"  {threshold:.2f} {right:>7.1%} {wrong:>7.1%} {silent:>7.1%}"
        for threshold, right, wrong, silent in evaluation.curve()
    ]
    return told


def styles(evaluation: Evaluation) -> list[str]:
    found = evaluation.by_style()
    if not found:
        return []
    told = ["", "Menurut gaya            jumlah   top-1   benar   salah  | luar: jawab    diam"]
    for style, part in found.items():
        figures, inside, foreign = part.figures(), part.in_scope, part.out_of_scope
        told.append(
            f"  {style:<22}{len(part.outcomes):>6}"
            f" {percent(figures['top1'], inside)} {percent(figures['answered_right'], inside)}"
            f" {percent(figures['answered_wrong'], inside)}"
            f"  |     {percent(share(one.answered is not None for one in foreign), foreign)}"
            f" {percent(share(one.silent for one in foreign), foreign)}"
        )
    return told
