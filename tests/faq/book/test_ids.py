from __future__ import annotations

from faq.book.ids import ID, LONGEST_ID, new_id, slug


def test_an_id_is_made_of_the_words_and_never_taken() -> None:
    assert new_id("Lupa Kata Sandi?", ()) == "lupa-kata-sandi"
    assert new_id("Lupa kata sandi", ["lupa-kata-sandi"]) == "lupa-kata-sandi-2"
    assert new_id("🙏🙏", ()) == new_id("«»", ()) == "entri"


def test_an_id_is_never_too_long() -> None:
    first = new_id("Karpeg saya hilang, bagaimana mengurusnya di BKPSDM?", ())
    assert first == "karpeg-saya-hilang-bagaimana-mengurusnya"
    assert len(first) == LONGEST_ID
    taken = [first]
    for _ in range(12):
        taken.append(new_id(first, taken))
    assert len(set(taken)) == len(taken)
    assert all(len(made) <= LONGEST_ID and ID.match(made) for made in taken)
    assert len(slug("x" * 99)) == LONGEST_ID
