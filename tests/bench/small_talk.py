"""How much small talk is understood, and whether a question to the book is taken for it.

    python -m tests.bench.small_talk [SAID.csv] [--questions NEAR.csv] [--wrong]
    python -m tests.bench.small_talk --writers

SAID.csv has the columns words, situation, intent; NEAR.csv words, situation. Without them the
half that is kept in tests/faq/small_talk. With --writers each manner of writing in the list of
examples is read by what was learned from all others: some minutes.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from unittest.mock import patch

from faq.text.small_talk import sense as small_sense
from faq.text.small_talk.fitting import learn
from faq.text.small_talk.talk import small_talk
from faq.text.small_talk.words import Example, examples
from tests.faq.small_talk import HERE, Said, questions, read, taken


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.small_talk", description=__doc__)
    parser.add_argument("said", nargs="?", type=Path, default=HERE / "said.csv")
    parser.add_argument("--questions", type=Path, default=HERE / "near-questions.csv")
    parser.add_argument("--wrong", action="store_true", help="print what was misunderstood")
    parser.add_argument("--writers", action="store_true", help="leave each out of learning")
    options = parser.parse_args()
    if options.writers:
        _leave_each_out()
        return
    said = read(options.said)
    wrong = [each for each in said if small_talk(each.words, each.situation) != each.intent]
    print(f"understood: {_share(len(said) - len(wrong), len(said))}")
    for name, of in (("situation", _situation), ("intent", _intent)):
        all_, missed = Counter(map(of, said)), Counter(map(of, wrong))
        parts = (f"{key} {_share(all_[key] - missed[key], all_[key])}" for key in sorted(all_))
        print(f"  by {name}: " + ", ".join(parts))
    near = read(options.questions)
    mistaken = [each for each in near if small_talk(each.words, each.situation) is not None]
    print(f"near questions taken for small talk: {len(mistaken)} of {len(near)}")
    texts = {text for text, _, _ in taken()}
    print(f"labelled questions taken for small talk: {len(texts)} of {len(dict(questions()))}")
    if options.wrong:
        for each in (*wrong, *mistaken):
            print(f"{each.situation}\t{each.intent}\t{_meant(each)}\t{each.words}")
        for text in sorted(texts):
            print(f"labelled\t{text}")


def _leave_each_out() -> None:
    """Examples said alike by several stand with one of them: those left are the harder ones."""
    known = list(examples())
    whole = Counter[str]()
    for writer in dict.fromkeys(each.writer for each in known if each.writer):
        others = learn(each for each in known if each.writer != writer)
        with patch.object(small_sense, "learned", return_value=others):
            told = _told([each for each in known if each.writer == writer])
        print(f"{writer}: {_of(told)}", flush=True)
        whole += told
    print(f"together: {_of(whole)}")


def _told(given: list[Example]) -> Counter[str]:
    told = Counter[str]()
    for each in given:
        for situation in each.where:
            meant = small_talk(each.words, situation)
            told["small" if each.intent else "none"] += 1
            told["right" if each.intent else "taken"] += (
                meant == each.intent if each.intent else meant is not None
            )
    return told


def _of(told: Counter[str]) -> str:
    understood = _share(told["right"], told["small"]) if told["small"] else "-"
    return f"understood {understood}, taken for small talk {told['taken']} of {told['none']}"


def _share(right: int, of: int) -> str:
    return f"{right}/{of} = {right / of:.1%}"


def _situation(each: Said) -> str:
    return each.situation


def _intent(each: Said) -> str:
    return each.intent or ""


def _meant(each: Said) -> str:
    return small_talk(each.words, each.situation) or "-"


if __name__ == "__main__":
    main()
