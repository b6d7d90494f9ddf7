"""Rows that are found, put into an order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.collection.ordering import FEW, Ordering

KEYS = st.lists(st.sampled_from([0.1, 0.2, 0.5, 2.0]), min_size=1, max_size=60)


@settings(deadline=None, derandomize=True)
@given(KEYS, st.data())
def test_few_many_and_all_rows_come_in_the_order_of_their_keys(
    keys: list[float], data: st.DataObject
) -> None:
    numbers = range(len(keys))
    most = data.draw(st.sampled_from([len(keys), len(keys) // FEW]))
    found = sorted(data.draw(st.lists(st.sampled_from(numbers), unique=True, max_size=most)))
    ordering = Ordering(keys)
    assert ordering.arranged(found) == sorted(found, key=keys.__getitem__)
    assert ordering.arranged([*numbers]) == sorted(numbers, key=keys.__getitem__)
