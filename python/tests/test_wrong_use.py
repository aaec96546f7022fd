"""Wrong use raises the documented class with the documented code; nothing crashes."""

from __future__ import annotations

import pickle
import struct
from datetime import datetime

import fenliu
import pytest
from conftest import CALLS
from fenliu import _abi, errors

VERSION_AT = 16
VERSION = struct.Struct("<I")


def with_version(pack: bytes, change: int) -> bytes:
    (version,) = VERSION.unpack_from(pack, VERSION_AT)
    return pack[:VERSION_AT] + VERSION.pack(version + change) + pack[VERSION_AT + VERSION.size :]


def flipped(pack: bytes) -> bytes:
    middle = len(pack) // 2
    return pack[:middle] + bytes([pack[middle] ^ 1]) + pack[middle + 1 :]


BAD_PACKS = {
    "not a pack": (lambda pack: b"PK\3\4" + pack[4:], fenliu.NotAPackError, -5),
    "empty": (lambda pack: b"", fenliu.FenliuError, None),
    "newer format": (lambda pack: with_version(pack, 1), fenliu.PackNewerError, -6),
    "older format": (lambda pack: with_version(pack, -1), fenliu.PackOlderError, -7),
    "cut short": (lambda pack: pack[: len(pack) // 2], fenliu.PackDamagedError, -8),
    "one bit altered": (flipped, fenliu.PackDamagedError, -8),
}


@pytest.mark.parametrize("case", BAD_PACKS)
def test_bad_pack(case, pack_file, tmp_path):
    spoil, kind, code = BAD_PACKS[case]
    pack = spoil(pack_file.read_bytes())
    file = tmp_path / "bad.pack"
    file.write_bytes(pack)
    for attempt in (lambda: fenliu.Router(file), lambda: fenliu.Router.from_bytes(pack)):
        with pytest.raises(kind) as raised:
            attempt()
        assert raised.value.code == code if code else raised.value.code < 0


def test_pack_that_is_not_there(tmp_path):
    with pytest.raises(fenliu.PackIOError) as raised:
        fenliu.Router(tmp_path / "none.pack")
    assert (raised.value.code, raised.value.errno) == (-4, 2)
    assert isinstance(raised.value, FileNotFoundError | OSError)


def test_unknown_id_names_the_known_ones():
    with pytest.raises(fenliu.PackIOError, match="known: anhua, chengkou"):
        fenliu.Router("atlantis")


BAD_TIMES = ("yesterday", "2026-13-01T00:00:00Z", "2026-11-21", "2026-11-21T20:43:00", "", "2\0")


@pytest.mark.parametrize("at", BAD_TIMES)
def test_bad_timestamp(at, router):
    for attempt in (
        lambda: router.route("路灯坏了", at),
        lambda: router.route("路灯坏了", at, place="高观镇"),
        lambda: router.route_json("路灯坏了", at),
        lambda: router.route_many(["路灯坏了"], at),
        lambda: router.route_many(["路灯坏了"], [at]),
        lambda: list(router.route_iter(["路灯坏了"], [at])),
    ):
        with pytest.raises(fenliu.TimestampError) as raised:
            attempt()
        assert raised.value.code == -9


def test_time_without_a_zone(router):
    with pytest.raises(fenliu.TimestampError, match="time zone"):
        router.route("路灯坏了", datetime(2026, 11, 21))


def test_closed_router(router):
    closed = fenliu.Router("chengkou")
    decision = closed.route(CALLS[1])
    closed.close()
    closed.close()
    assert closed.closed
    for attempt in (
        lambda: closed.route("路灯坏了"),
        lambda: closed.route_many(["路灯坏了"]),
        lambda: closed.route_json("路灯坏了"),
        lambda: closed.explain("路灯坏了"),
        lambda: next(closed.route_iter(["路灯坏了"])),
        lambda: closed.pack,
    ):
        with pytest.raises(fenliu.ClosedError) as raised:
            attempt()
        assert raised.value.code == -10
    # What was decided before stays whole.
    assert decision.to_dict() == router.route(CALLS[1]).to_dict()


ILL_FORMED = {
    "GBK": "路灯坏了".encode("gbk"),
    "cut character": "路灯坏了".encode()[:-1],
    "stray byte": "路灯".encode() + b"\xff" + "坏了".encode(),
    "surrogate": "路灯\ud800坏了",
    "undecodable name": b"\xc2\xb7\x80".decode("utf-8", "surrogateescape"),
}


@pytest.mark.parametrize("case", ILL_FORMED)
def test_text_that_is_not_utf8_is_routed(case, router):
    text = ILL_FORMED[case]
    decision = router.route(text)
    assert decision.ill_formed
    assert decision.to_dict()["policing"] == decision.policing
    (row,) = router.route_many([text])
    assert row.ill_formed
    assert row.category == decision.category


@pytest.mark.parametrize("case", ILL_FORMED)
def test_strict_routers_raise_once_it_is_decided(case):
    router = fenliu.Router("chengkou", strict=True)
    with pytest.raises(fenliu.NotUTF8Error) as raised:
        router.route(ILL_FORMED[case])
    assert raised.value.code == 1
    assert raised.value.decision.ill_formed
    for attempt in (router.route_json, router.explain, lambda text: router.route_many([text])):
        with pytest.raises(fenliu.NotUTF8Error):
            attempt(ILL_FORMED[case])
    assert not router.route("路灯坏了").ill_formed


@pytest.mark.parametrize("text", [None, 110, ["路灯坏了"], object()])
def test_what_is_no_text(text, router):
    with pytest.raises(TypeError):
        router.route(text)


def test_one_text_is_not_many(router):
    for text in ("路灯坏了", "路灯坏了".encode()):
        with pytest.raises(TypeError):
            router.route_many(text)
        with pytest.raises(TypeError):
            router.route_iter(text)


def test_buffer_and_struct_size_errors_reach_python(router):
    """This package never commits them; the library's codes have their classes all the same."""
    from fenliu import _library

    handle = router._handle
    status = _library.route_column(handle.pointer, None, None, None, 0, None, None, 48)
    with pytest.raises(fenliu.NullArgumentError):
        _library.check(status)
    workspace = handle.idle()
    status = _library.route_column(handle.pointer, workspace.scratch, None, None, 0, None, None, 47)
    with pytest.raises(fenliu.StructSizeError):
        _library.check(status)
    handle.workspaces.append(workspace)


def test_each_code_has_a_class_and_a_message():
    from fenliu import _library

    codes = {value for name, value in vars(_abi).items() if name.startswith("ERROR_")}
    assert codes == set(errors.BY_CODE)
    for code in codes:
        error = _library.error(code)
        assert isinstance(error, fenliu.FenliuError)
        assert error.code == code
        assert str(error)
    assert len({str(_library.error(code)) for code in codes}) == len(codes)


def test_decisions_do_not_travel_but_routers_do(router):
    with pytest.raises(TypeError, match="to_dict"):
        pickle.dumps(router.route("路灯坏了"))
    with pytest.raises(TypeError, match="to_arrow"):
        pickle.dumps(router.route_many(["路灯坏了"]))
    again = pickle.loads(pickle.dumps(router))
    assert again.pack == router.pack


def test_router_of_bytes_does_not_travel(pack_file):
    router = fenliu.Router.from_bytes(pack_file.read_bytes())
    assert router.route("路灯坏了").policing == "non-police"
    with pytest.raises(TypeError):
        pickle.dumps(router)
