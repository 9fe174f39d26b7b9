"""Feed tokens and the digest, against any input."""

from __future__ import annotations

import hashlib

from hypothesis import assume, given
from hypothesis import strategies as st

from backend.feed.read import digest_of
from backend.feed.tokens import Position, ResetReason, SyncReset, decode
from backend.feed.wire import scope_id_of, scope_name

SECRET = b"a secret of this server"
NUMBERS = st.integers(0, 10**18 - 1)
POSITIONS = st.builds(Position, NUMBERS, NUMBERS, NUMBERS, NUMBERS, st.integers(0, 10**9 - 1))


def is_refused(token: str, secret: bytes = SECRET) -> bool:
    try:
        decode(token, secret)
    except SyncReset as reset:
        return reset.reason is ResetReason.DAMAGED_TOKEN
    return False


@given(POSITIONS)
def test_a_token_comes_back_as_it_was(position: Position) -> None:
    token = position.encode(SECRET)
    assert decode(token, SECRET) == position
    assert len(token) < 300
    assert token.replace("-", "").replace("_", "").isalnum()


@given(POSITIONS, st.data())
def test_any_change_to_a_token_is_noticed(position: Position, data: st.DataObject) -> None:
    token = position.encode(SECRET)
    at = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.characters(codec="utf-8"))
    damaged = token[:at] + other + token[at + 1 :]
    assume(damaged != token)
    # The last character of base64 may hold bits that carry nothing.
    assert is_refused(damaged) or decode(damaged, SECRET) == position
    assert is_refused(token[:at]) and is_refused(token + other)
    assert is_refused(token, b"another server")


@given(st.text(max_size=300))
def test_no_text_breaks_the_decoder(text: str) -> None:
    assert is_refused(text)


@given(
    st.dictionaries(
        st.tuples(
            st.sampled_from(["contract", "invoice", "meter", "reading"]), st.integers(1, 2000)
        ),
        st.integers(1, 10**6),
        max_size=60,
    )
)
def test_the_digest_is_the_documented_one_in_any_order(
    entities: dict[tuple[str, int], int],
) -> None:
    rows = [(kind, str(id_), seq) for (kind, id_), seq in entities.items()]
    keys = sorted(entities, key=lambda key: (key[0].encode(), str(key[1]).encode()))
    text = "".join(f"{kind}:{id_}:{entities[kind, id_]}\n" for kind, id_ in keys)
    expected = f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"
    assert digest_of(rows) == digest_of(reversed(rows)) == expected


@given(st.integers(0, 10**18 - 1))
def test_scope_names_and_numbers_belong_together(number: int) -> None:
    assert scope_id_of(scope_name(number)) == number


@given(st.text(max_size=24))
def test_a_name_has_one_number_or_none(name: str) -> None:
    number = scope_id_of(name)
    assert number is None or scope_name(number) == name
