"""Reports that may be of abuse of authority: what is missed, and who is asked in vain.

    python -m tests.bench.abuse [--wrong]

Own sentences by part (the second was written before anything was tried on it), and all labelled
questions to the book, of which hardly any is a report of abuse.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from faq.text.said.abuse import may_be_abuse
from tests.faq.text.said.test_abuse import rows

LABELLED = Path(__file__).parents[1] / "faq" / "labelled"


def questions() -> list[str]:
    return [
        row["question"]
        for file in sorted(LABELLED.rglob("*.csv"))
        for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines(keepends=True))
        if row.get("question")
    ]


def main() -> None:
    shown = []
    for part in ("one", "two"):
        for of_abuse in ("1", "0"):
            texts = [r["text"] for r in rows() if (r["part"], r["abuse"]) == (part, of_abuse)]
            wrong = [text for text in texts if may_be_abuse(text) is not (of_abuse == "1")]
            what = "missed" if of_abuse == "1" else "asked in vain"
            print(f"part {part}: {len(texts)} sentences, {what}: {len(wrong)}")
            shown += wrong
    suspected = [text for text in questions() if may_be_abuse(text)]
    print(f"questions to the book: {len(questions()):,}, suspected: {len(suspected)}")
    if "--wrong" in sys.argv[1:]:
        print(*shown, *suspected, sep="\n")


if __name__ == "__main__":
    main()
