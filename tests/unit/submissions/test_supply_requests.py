"""What is sent about a supply comes back as it was entered."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.supply_requests import PersonType
from desktop.submissions.holder_change import content as change
from desktop.submissions.kinds import kind_of
from desktop.submissions.reconnection import content as again
from desktop.submissions.supply_documents import documents_content

words = st.text(max_size=20)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
sha = st.text("0123456789abcdef", min_size=64, max_size=64)
documents = st.lists(st.tuples(words, sha), max_size=3).map(tuple)

reconnections = st.builds(
    again.Reconnection,
    contact_name=words,
    contact_phone=words,
    on=days,
    slot=words,
    access_notes=words,
    adult=st.booleans(),
    declared=st.booleans(),
    fitter_number=words,
    documents=documents,
)
handovers = st.builds(
    change.Handover,
    on=days,
    values=st.lists(st.tuples(words, st.from_regex(r"\A[0-9]{5}\Z")), max_size=3).map(tuple),
    photo=st.none() | sha,
)
changes = st.builds(
    change.HolderChange,
    reason=words,
    person_type=st.sampled_from(PersonType),
    document_type=words,
    document_number=words,
    full_name=words,
    born_on=st.none() | days,
    email=words,
    phone=words,
    other_phone=words,
    postal_address=words,
    representative_name=words,
    representative_document=words,
    link=words,
    effective_on=days,
    handover=st.none() | handovers,
    assumes_debt=st.booleans(),
    documents=documents,
    terms_version=words,
)


@given(reconnections)
def test_a_reconnection_comes_back(sent: again.Reconnection) -> None:
    assert again.decode(json.loads(json.dumps(sent.content()))) == sent


@given(changes)
def test_a_change_of_holder_comes_back(sent: change.HolderChange) -> None:
    assert change.decode(json.loads(json.dumps(sent.content()))) == sent


def test_lists_tell_what_it_is_about() -> None:
    sent = again.Reconnection("Ana", "099", date(2026, 3, 3), "morning")
    kind = kind_of("reconnection")
    assert (kind.title, kind.page) == ("Reconexión", "supply_requests")
    assert kind.summary(sent.content()) == "03/03/2026"
    assert kind_of("holder_change").summary({"full_name": "Bruno"}) == "Bruno"
    assert kind_of("supply_documents").summary(documents_content("1", ())) == ""
