"""Routes calls by one pack."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from . import _abi
from ._column_routing import route_column
from ._columns import text_column
from ._handle import Handle
from ._lists import copy_arrays
from ._packs import resolve
from ._texts import Text, call_of, utf8
from ._times import Times, time_column
from .batch import Batch
from .decision import Decision
from .errors import ClosedError, NotUTF8Error
from .results import PackInfo

_NOT_UTF8 = "the text is not well-formed UTF-8"

_unpack = _abi.HEAD.unpack_from


class Router:
    """Routes calls by one pack. Immutable: any number of threads may use one at a time.

    >>> router = Router("chengkou")
    >>> decision = router.route("葛城街道南大街路灯坏了几天了")
    >>> decision.policing, decision.lead.unit, decision.jurisdiction.township
    ('non-police', '县城市管理局', '葛城街道')

    A router survives `os.fork`; pickled, it becomes its path and opens that again. To reload a
    pack, open a new router and let your variable hold that one: calls under way end with the old.
    """

    __slots__ = ("_handle", "_path", "strict")

    def __init__(self, pack: str | os.PathLike[str], *, strict: bool = False) -> None:
        """Opens a pack by id (``chengkou``, see `packs`) or path.

        Text that is not well-formed UTF-8 is routed all the same, its ill-formed parts counting as
        characters nobody knows; with `strict`, `NotUTF8Error` is raised once the decision is made.

        Raises `PackIOError`, `NotAPackError`, `PackNewerError`, `PackOlderError`,
        `PackDamagedError`, `UnsupportedHostError`.
        """
        self._path: str | None = resolve(pack)
        self._handle: Handle | None = Handle.open(self._path)
        self.strict = strict

    @classmethod
    def from_bytes(cls, pack: bytes | bytearray | memoryview, *, strict: bool = False) -> Router:
        """A router for a pack in memory, which is copied. Raises what the initializer raises."""
        router = cls.__new__(cls)
        router._path = None
        router._handle = Handle.open_bytes(bytes(pack))
        router.strict = strict
        return router

    def route(
        self,
        text: Text,
        at: str | datetime | None = None,
        *,
        place: Text | None = None,
        details: bool = False,
    ) -> Decision:
        """Routes one call. Linear in the text.

        `at` is when it came in (RFC 3339 or an aware datetime), `place` where it is, if the desk
        knows that apart from the text. `details` copies the decision's lists at once, for those who
        will read them. Raises `TimestampError`, `ClosedError`, `TextTooLongError`.
        """
        handle = self._handle
        if handle is None:
            raise _closed()
        call = call_of(text, at, place)
        workspace = handle.idle()
        try:
            status = handle.route(call, workspace)
            values = _unpack(workspace.decision)
            decision = Decision(handle, values, call, copy_arrays(workspace) if details else None)
        finally:
            handle.workspaces.append(workspace)
        if status and self.strict:
            raise NotUTF8Error(_NOT_UTF8, decision)
        return decision

    def route_iter(
        self, texts: Iterable[Text], at: Iterable[str | datetime | None] | None = None
    ) -> Iterator[Decision]:
        """Routes calls one by one as they come, in their order; `at` goes along with them.

        >>> calls = ["路灯坏了", "有人抢我的包，往桥上跑了"]
        >>> [decision.policing for decision in Router("chengkou").route_iter(calls)]
        ['non-police', 'police']
        """
        if isinstance(texts, (str, bytes)):
            raise TypeError("route_iter takes many texts; route takes one")
        if at is None:
            return map(self.route, texts)
        return (self.route(text, time) for text, time in zip(texts, at, strict=True))

    def route_many(self, texts: Any, at: Times = None, *, threads: int = 1) -> Batch:
        """Routes a column of texts at once: a list, a pandas Series, a numpy or pyarrow array.

        Arrow's large strings are read where they lie. Missing texts are missing in the result. `at`
        is one time for all, or a column of them (RFC 3339, datetime, datetime64, Arrow timestamps;
        those without a zone are UTC if they are numpy's, pandas' or Arrow's, else refused).
        `threads` share the column between them.

        >>> batch = Router("chengkou").route_many(["路灯坏了", "有人抢我的包，往桥上跑了"])
        >>> [row.policing for row in batch]
        ['non-police', 'police']

        Raises `TimestampError`, `ClosedError`, `TextTooLongError`, and `NotUTF8Error` if strict.
        """
        handle = self._handle
        if handle is None:
            raise _closed()
        column = text_column(texts)
        batch = route_column(handle, column, time_column(at, column.count), threads)
        batch.check(strict=self.strict)
        return batch

    def route_json(
        self,
        text: Text,
        at: str | datetime | None = None,
        *,
        place: Text | None = None,
        id: str | None = None,
    ) -> str:
        """One call as the line of JSON that ``fenliu route`` prints, without the line feed.

        Raises what `route` raises.
        """
        return self._json(text, at, place, id, _abi.WANT_EVIDENCE | _abi.WANT_QUESTION)

    def explain(
        self, text: Text, at: str | datetime | None = None, *, place: Text | None = None
    ) -> dict[str, Any]:
        """The JSON fields of the decision and, under ``boundaries``, what would change it.

        Routes the text once for each piece of evidence: tens of times the cost of `route`. Raises
        what `route` raises.

        >>> "boundaries" in Router("chengkou").explain("我屋头煤气味大得很")
        True
        """
        everything = _abi.WANT_EVIDENCE | _abi.WANT_QUESTION | _abi.WANT_BOUNDARIES
        result = json.loads(self._json(text, at, place, None, everything))
        assert isinstance(result, dict)
        return result

    @property
    def pack(self) -> PackInfo:
        """Which pack this is. Raises `ClosedError`."""
        handle = self._handle
        if handle is None:
            raise _closed()
        return handle.pack

    @property
    def closed(self) -> bool:
        return self._handle is None

    def close(self) -> None:
        """Lets go of the pack once calls under way end and decisions made are gone.

        May be called twice. Later calls raise `ClosedError`.
        """
        self._handle = None

    def __enter__(self) -> Router:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __repr__(self) -> str:
        handle = self._handle
        what = "closed" if handle is None else f"{handle.pack.id} {handle.pack.digest}"
        return f"<Router {what}>"

    def __reduce__(self) -> tuple[Any, ...]:
        if self._path is None or self._handle is None:
            raise TypeError("only an open router that has a path can travel to another process")
        return _open, (self._path, self.strict)

    def _json(
        self,
        text: Text,
        at: str | datetime | None,
        place: Text | None,
        id: str | None,
        want: int,
    ) -> str:
        handle = self._handle
        if handle is None:
            raise _closed()
        line, status = handle.json(call_of(text, at, place), None if id is None else utf8(id), want)
        if status and self.strict:
            raise NotUTF8Error(_NOT_UTF8)
        return line


def _open(path: str, strict: bool) -> Router:
    return Router(path, strict=strict)


def _closed() -> ClosedError:
    return ClosedError("the router is closed: open a new one")
