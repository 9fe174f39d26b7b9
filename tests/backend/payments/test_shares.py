"""How money is shared out: rules that hold for any money and any debts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backend.payments.money import shares

AMOUNTS = st.integers(0, 10**12)


@given(AMOUNTS, st.lists(AMOUNTS, max_size=12))
def test_nothing_is_lost_made_or_given_to_who_does_not_want_it(
    amount: int, wanted: list[int]
) -> None:
    given_ = shares(amount, wanted)
    assert sum(given_) == min(amount, sum(wanted))
    assert all(0 <= part <= want for part, want in zip(given_, wanted, strict=True))


@given(AMOUNTS, st.lists(AMOUNTS, max_size=12))
def test_who_stands_first_has_all_before_the_next_has_any(amount: int, wanted: list[int]) -> None:
    given_ = shares(amount, wanted)
    for place in range(1, len(wanted)):
        if given_[place]:
            assert given_[:place] == wanted[:place]


@given(AMOUNTS, AMOUNTS, st.lists(AMOUNTS, max_size=8))
def test_more_money_never_gives_anybody_less(amount: int, more: int, wanted: list[int]) -> None:
    before, after = shares(amount, wanted), shares(amount + more, wanted)
    assert all(a <= b for a, b in zip(before, after, strict=True))
