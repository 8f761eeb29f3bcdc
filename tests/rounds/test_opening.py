"""A round on a real server: what is there after opening it, and after opening it went wrong."""

from __future__ import annotations

import msgspec
import pytest

from annotator.errors import RoundError
from annotator.rounds.doccano import FINISHED
from annotator.rounds.doccano.client import Server
from annotator.rounds.doccano.local import ADMIN
from annotator.rounds.doccano.session import ServerLost
from annotator.rounds.guidelines import shown
from annotator.rounds.importing import bring
from annotator.rounds.labels import KEYS, color_of
from annotator.rounds.opening import put_up
from annotator.rounds.page import last_page, meta_of, page_of
from annotator.schema import ISSUES, LABELS
from tests.rounds.conftest import GUIDELINES, MEMBERS, a_round, clause, label, silent
from tests.rounds.proxy import Proxy


def opened(server, store, round_, tokens=None):
    return put_up(server, store, round_, guidelines=GUIDELINES, tokens=tokens or {}, tell=silent)


def test_members_find_clauses_labels_and_keys(coordinator, as_member, store):
    clauses = tuple(clause(number) for number in range(1, 8))
    round_ = opened(coordinator, store, a_round("Plain", clauses, key="a1"))
    (project,) = round_.projects
    ana = as_member("ana")
    assert {row.clause for row in ana.rows(project.id)} == {one.id for one in clauses}
    types = list(ana.client.list_label_types(project.id, type="category"))
    assert {one.text: one.suffix_key for one in types} == KEYS
    assert {one.text for one in types} == {*LABELS, "unsure", "skip", *ISSUES}
    assert all(one.background_color == color_of(one.text) for one in types)
    found = ana.client.find_project_by_id(project.id)
    assert found.guideline == shown(GUIDELINES).strip()
    assert not found.collaborative_annotation
    assert {one.username for one in coordinator.members(project.id)} == {ADMIN, *MEMBERS}
    assert round_ == store.read("Plain")
    assert round_.state == "open"


def test_the_page_shows_the_clause_among_its_surroundings(coordinator, as_member, store):
    round_ = opened(coordinator, store, a_round("Page", (clause(1),), key="a2"))
    project = round_.projects[0].id
    ana = as_member("ana")
    (example, _) = ana.client.list_examples(project)
    assert example.text == page_of(clause(1))
    assert list(example.meta) == ["law", "provision", "clause"]
    # The server's search looks into the text, and there our id of the clause stands.
    found = ana._session.get(f"{ana.url}/v1/projects/{project}/examples", params={"q": "R-0001"})
    assert found.json()["count"] == 1


def test_clauses_come_in_the_order_of_the_round(coordinator, as_member, store):
    clauses = tuple(clause(number) for number in range(1, 13))
    round_ = opened(coordinator, store, a_round("Order", clauses, key="a2b"))
    project = round_.projects[0].id
    shown_ = list(as_member("ana").client.list_examples(project))
    assert [one.meta["clause"] for one in shown_] == [*(one.id for one in clauses), "finished"]
    assert shown_[-1].text == last_page(round_)


def test_what_goes_to_one_member_no_other_sees(coordinator, as_member, store):
    clauses = (clause(1), clause(2, ("ana",)), clause(3, ("ben",)), clause(4, ("cleo",)))
    round_ = opened(coordinator, store, a_round("Shared", clauses, key="a3"))
    assert len(round_.projects) == len(MEMBERS)
    for project in round_.projects:
        (member,) = project.members
        own = {row.clause for row in as_member(member).rows(project.id)}
        assert own == {one.id for one in clauses if member in one.members}
    others = [one.id for one in round_.projects if one.members != ("ana",)]
    seen = {one.id for one in as_member("ana").client.list_projects()}
    assert seen.isdisjoint(others)


def test_opening_again_changes_nothing(coordinator, store):
    clauses = tuple(clause(number) for number in range(1, 5))
    first = opened(coordinator, store, a_round("Twice", clauses, key="a4"))
    rows = coordinator.rows(first.projects[0].id)
    assert opened(coordinator, store, first) == first
    assert coordinator.rows(first.projects[0].id) == rows


def test_a_project_is_found_again_where_the_answer_to_its_making_was_lost(coordinator, store):
    round_ = a_round("Lost", (clause(1),), key="a5")
    first = opened(coordinator, store, round_)
    # `round_` does not know the project yet, as a manifest that was not written to the end.
    assert opened(coordinator, store, round_).projects == first.projects


def test_a_project_deleted_meanwhile_is_put_up_again(coordinator, store):
    round_ = opened(coordinator, store, a_round("Gone", (clause(1), clause(2)), key="a6"))
    coordinator.delete_project(round_.projects[0].id)
    again = opened(coordinator, store, round_)
    assert again.projects[0].id != round_.projects[0].id
    assert len(coordinator.rows(again.projects[0].id)) == 2


def test_a_member_removed_meanwhile_is_let_in_again(coordinator, store):
    round_ = opened(coordinator, store, a_round("Member", (clause(1),), key="a7"))
    project = round_.projects[0].id
    (ben,) = [one.id for one in coordinator.members(project) if one.username == "ben"]
    coordinator.client.bulk_delete_members(project, [ben])
    opened(coordinator, store, round_)
    assert "ben" in {one.username for one in coordinator.members(project)}


def test_a_clause_that_came_twice_is_taken_out_once(coordinator, store):
    clauses = (clause(1), clause(2))
    project = opened(coordinator, store, a_round("Double", clauses, key="a8")).projects[0].id
    before = {row.clause: row.id for row in coordinator.rows(project)}
    coordinator.create_row(project, page_of(clauses[0]), meta_of(clauses[0]))
    assert bring(coordinator, project, clauses, page_of, silent) == before
    assert {row.clause: row.id for row in coordinator.rows(project)} == before


#: So many clauses go up as a file.
MANY = tuple(
    clause(number, text=f"Ce « texte » nº {number}\n\tdu\u2028port.") for number in range(1, 131)
)


def one_by_one(round_, clauses):
    """The pages of clauses, and behind them the last."""
    pages = [(one.id, page_of(one), meta_of(one)) for one in clauses]
    return [*pages, (FINISHED, last_page(round_), {"clause": FINISHED})]


def seen_of(member, project):
    """What a member is shown, in the server's order."""
    return [
        (one["meta"]["clause"], one["text"], one["meta"])
        for one in member._pages(f"projects/{project}/examples")
    ]


def test_many_go_up_as_a_file_and_are_what_they_are_one_by_one(coordinator, as_member, store):
    round_ = opened(coordinator, store, a_round("Many", MANY, key="a8b"))
    project = round_.projects[0].id
    assert seen_of(as_member("ana"), project) == one_by_one(round_, MANY)
    rows = coordinator.rows(project)
    assert set(coordinator.label_types(project)) == set(KEYS)
    assert opened(coordinator, store, round_) == round_
    assert coordinator.rows(project) == rows


def test_many_that_come_more_go_up_as_a_file_before_a_new_last_page(coordinator, as_member, store):
    first = opened(coordinator, store, a_round("More", MANY[:5], key="a8d"))
    project = first.projects[0].id
    last = coordinator.last_page(project)
    longer = msgspec.structs.replace(first.projects[0], clauses=tuple(one.id for one in MANY))
    round_ = msgspec.structs.replace(first, clauses=MANY, projects=(longer,))
    round_ = opened(coordinator, store, round_)
    assert seen_of(as_member("ana"), project) == one_by_one(round_, MANY)
    assert coordinator.last_page(project) != last


@pytest.mark.parametrize("fate", ["before", "after"])
def test_a_file_whose_answer_is_lost_leaves_each_clause_once(
    local, accounts, coordinator, store, fate
):
    round_ = opened(coordinator, store, a_round(f"File-{fate}", MANY[:1], key=f"f{fate}"))
    project = round_.projects[0].id
    asked = []

    def cut(request: bytes) -> str:
        if b"/upload " not in request.split(b"\r\n")[0]:
            return ""
        asked.append(request)
        return fate

    proxy = Proxy(local.port, cut)
    try:
        server = Server(proxy.url, ADMIN, accounts[ADMIN].password)
        there = bring(server, project, MANY, page_of, silent)
    finally:
        proxy.close()
    assert len(asked) == 1
    assert sorted(there) == [one.id for one in MANY]
    opened(coordinator, store, msgspec.structs.replace(round_, clauses=MANY))
    assert sorted(row.clause for row in coordinator.rows(project)) == sorted(there)


def test_many_go_up_where_no_task_queue_runs(local, coordinator, store):
    round_ = opened(coordinator, store, a_round("Slow", MANY[:1], key="a8c"))
    local.stop(["worker"])
    try:
        bring(coordinator, round_.projects[0].id, MANY, page_of, silent)
    finally:
        local.start_worker()
        local._wait()
    opened(coordinator, store, round_)
    assert seen_of(coordinator, round_.projects[0].id) == one_by_one(round_, MANY)


@pytest.mark.parametrize("fate", ["before", "after"])
def test_a_network_that_is_cut_leaves_each_clause_once(local, accounts, coordinator, store, fate):
    clauses = tuple(clause(number) for number in range(1, 31))
    project = opened(coordinator, store, a_round(f"Cut-{fate}", clauses[:1], key=fate)).projects[0]
    sent = []

    def cut(request: bytes) -> str:
        if not request.startswith(b"POST") or b"/examples " not in request.split(b"\r\n")[0]:
            return ""
        sent.append(request)
        return fate if len(sent) in (5, 12) else ""

    proxy = Proxy(local.port, cut)
    try:
        server = Server(proxy.url, ADMIN, accounts[ADMIN].password)
        there = bring(server, project.id, clauses, page_of, silent)
    finally:
        proxy.close()
    assert len(sent) > 12
    assert sorted(there) == [one.id for one in clauses]
    # What was cut off is made up for where it belongs.
    order = [row.clause for row in coordinator.rows(project.id)]
    assert order == sorted(order)
    assert sorted(row.clause for row in coordinator.rows(project.id)) == sorted(there)


def test_a_network_that_stays_cut_is_said_and_what_arrived_is_kept(
    local, accounts, coordinator, store
):
    clauses = tuple(clause(number) for number in range(1, 21))
    project = opened(coordinator, store, a_round("Dead", clauses[:1], key="a9")).projects[0].id
    sent = []

    def cut(request: bytes) -> str:
        if request.startswith(b"POST") and b"/examples " in request.split(b"\r\n")[0]:
            sent.append(request)
        return "before" if len(sent) > 8 else ""

    proxy = Proxy(local.port, cut)
    try:
        server = Server(proxy.url, ADMIN, accounts[ADMIN].password)
        with pytest.raises(ServerLost, match=r"does not answer.*run the same command again"):
            bring(server, project, clauses, page_of, silent)
    finally:
        proxy.close()
    kept = len(coordinator.rows(project))
    assert 1 < kept < len(clauses)
    assert len(bring(coordinator, project, clauses, page_of, silent)) == len(clauses)


def test_suggestions_are_the_annotators_own_and_made_once(coordinator, as_member, store, tokens):
    clauses = (clause(1), clause(2))
    round_ = opened(
        coordinator, store, a_round("Assisted", clauses, assisted=True, key="b1"), tokens
    )
    project = round_.projects[0]
    types = coordinator.label_types(project.id)
    wanted = sorted([types["blind"], types["detention"]])
    # As if the manifest had not taken note of it before the process was killed.
    forgotten = msgspec.structs.replace(project, suggested=())
    for known in (round_, msgspec.structs.replace(round_, projects=(forgotten,))):
        opened(coordinator, store, known, tokens)
        for name in MEMBERS:
            member = as_member(name)
            for row in member.rows(project.id):
                assert sorted(member.labels(project.id, row.id)) == wanted


def test_a_suggestion_does_not_touch_what_an_annotator_has_begun(
    coordinator, as_member, store, tokens
):
    round_ = opened(coordinator, store, a_round("Begun", (clause(1),), key="b2"))
    project = round_.projects[0]
    ana = as_member("ana")
    (row,) = ana.rows(project.id)
    label(ana, project.id, row.id, "neutral", tick=False)
    opened(coordinator, store, msgspec.structs.replace(round_, assisted=True), tokens)
    types = coordinator.label_types(project.id)
    assert ana.labels(project.id, row.id) == [types["neutral"]]
    assert len(as_member("ben").labels(project.id, row.id)) == 2


def test_an_annotator_without_account_or_token_is_named(coordinator, store):
    stranger = msgspec.structs.replace(
        a_round("Stranger", (clause(1),), key="b3"), annotators=("ana", "zoe")
    )
    with pytest.raises(RoundError, match="no account named zoe"):
        opened(coordinator, store, stranger)
    assisted = a_round("Token", (clause(1),), assisted=True, key="b4")
    with pytest.raises(RoundError, match="no token of cleo"):
        opened(coordinator, store, assisted, {"ana": "x", "ben": "x"})
    assert coordinator.project(assisted.projects[0].tag) is None
