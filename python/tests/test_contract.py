"""The fields of a decision are those of `fenliu route`, and its JSON is that to the byte."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from importlib.metadata import version

import fenliu
import pytest
from conftest import CALLS, PACKS, REPOSITORY

AT = "2026-11-21T20:43:00+08:00"


def test_samples_to_the_byte(router, route_command):
    samples = (REPOSITORY / "corpora/samples.txt").read_text(encoding="utf-8")
    expected = route_command("chengkou", samples)
    assert [router.route_json(call) for call in samples.splitlines()] == expected


@pytest.mark.parametrize("pack", PACKS)
def test_training_calls_to_the_byte(pack, route_command, training_calls):
    router = fenliu.Router(pack)
    lines = "\n".join(training_calls) + "\n"
    expected = route_command(pack, lines, "--format", "plain")
    assert [router.route_json(call) for call in training_calls] == expected


def test_all_that_is_known_to_the_byte(router, route_command):
    call = {"id": "甲-1", "text": CALLS[1], "at": AT, "place": "高观镇"}
    expected = route_command("chengkou", json.dumps(call, ensure_ascii=False), "--format", "jsonl")
    line = router.route_json(call["text"], AT, place=call["place"], id=call["id"])
    assert [line] == expected
    assert router.route(call["text"], AT, place=call["place"]).json(id="甲-1") == line


def plain(value):
    """A typed result as JSON has it."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        fields = {name.rstrip("_"): plain(item) for name, item in asdict(value).items()}
        if fields.get("due_reason", "") is None:
            del fields["due_reason"]
        return fields
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, float):
        return pytest.approx(value, abs=0.00051)
    return value


@pytest.mark.parametrize("details", [False, True])
@pytest.mark.parametrize("pack", PACKS)
def test_typed_fields_are_those_of_json(pack, details, training_calls):
    router = fenliu.Router(pack)
    for call in (*CALLS, *training_calls[:100]):
        decision = router.route(call, AT, details=details)
        for field, expected in json.loads(router.route_json(call, AT)).items():
            assert expected == plain(getattr(decision, field)), (call, field)


def test_lists_outlive_the_next_call(router):
    first = router.route(CALLS[1], details=True)
    expected = [item.action for item in router.route(CALLS[1]).obligations]
    for call in CALLS:
        router.route(call, details=True)
    assert [item.action for item in first.obligations] == expected
    assert len(expected) > 3


def test_rows_say_what_decisions_say(router, training_calls):
    calls = [*CALLS, *training_calls[:200]]
    for call, row in zip(calls, router.route_many(calls), strict=True):
        decision = router.route(call)
        place = decision.jurisdiction
        assert row == (
            decision.policing,
            decision.category,
            decision.category_name,
            decision.urgent,
            decision.level,
            decision.intent,
            decision.lead.unit if decision.lead else None,
            place.status,
            place.township_code,
            place.township,
            place.village,
            pytest.approx(decision.confidence),
            decision.review,
            decision.review_reasons,
            False,
        )


def test_evidence_names_its_words(router):
    decision = router.route(CALLS[0])
    words = {decision.words(item) for item in decision.evidence}
    assert "煤气味" in words


def test_the_question_that_is_open(router):
    assert router.route("煤气阀好像没关紧").ask == "现在闻得到煤气味吗？"


def test_explain_says_what_would_change_it(router):
    explanation = router.explain(CALLS[0])
    assert explanation["boundaries"]
    del explanation["boundaries"]
    assert explanation == router.route(CALLS[0]).to_dict()


def test_decisions_are_equal_if_their_json_is(router):
    assert router.route(CALLS[0]) == router.route(CALLS[0], details=True)
    assert router.route(CALLS[0]) != router.route(CALLS[1])
    assert len({router.route(CALLS[0]), router.route(CALLS[0]), router.route(CALLS[1])}) == 2


def test_iterator_takes_calls_one_by_one(router):
    taken = []

    def calls():
        for call in CALLS:
            taken.append(call)
            yield call

    decisions = router.route_iter(calls())
    assert next(decisions) == router.route(CALLS[0])
    assert taken == [CALLS[0]]
    assert [d.category for d in decisions] == [router.route(c).category for c in CALLS[1:]]


def test_iterator_takes_times_along(router):
    decisions = list(router.route_iter(CALLS[:2], [AT, None]))
    assert decisions == [router.route(CALLS[0], AT), router.route(CALLS[1])]


def test_pack(router, pack_file):
    pack = router.pack
    assert (pack.id, pack.name, pack.code) == ("chengkou", "城口县", "500229")
    assert pack.byte_count == pack_file.stat().st_size
    assert pack.digest == router.route("路灯坏了").pack_digest
    assert pack.effective_to is None or pack.effective_from < pack.effective_to


def test_package_and_library_are_of_one_version():
    assert fenliu.__version__ == version("fenliu")
    assert fenliu.packs() == PACKS
