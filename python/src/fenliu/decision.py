"""The decision about one call."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from ctypes import string_at
from datetime import datetime, timedelta, timezone
from typing import Any, cast

from . import _abi
from ._handle import Call, Handle, Workspace, pick
from .results import (
    Alternative,
    Channel,
    Citation,
    Evidence,
    Intent,
    Jurisdiction,
    Notice,
    Obligation,
    Part,
    PlaceStatus,
    Policing,
    Township,
)

# Where things stand in what `_abi.HEAD` reads,
_POLICING, _CATEGORY, _URGENT, _LEVEL, _INTENT, _DANGER = range(1, 7)
_PLACE, _TOWNSHIP, _VILLAGE, _REVIEW, _SCORE, _CONFIDENCE = range(7, 13)
_LEAD, _ROLE, _ROLE_LENGTH = range(13, 16)
# and among the arrays.
_CO_UNITS, _NOTIFY, _ALTERNATIVES, _OBLIGATIONS, _CANDIDATES, _CHANNELS, _BASIS = range(7)
_PART, _SCORE_SIZE, _OBLIGATION = _abi.PART.size, _abi.SCORE.size, _abi.OBLIGATION.size
_ITEM_SIZES = (_PART, _PART, _SCORE_SIZE, _OBLIGATION, 4, 4, 4)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class Decision:
    """What is to be done about a call, and why. Immutable; may be used by any thread.

    Fields are named as in the JSON of ``fenliu route``. They are put together when they are read:
    keep what you read twice. Lists are found by routing the text once more when the first of them
    is read, `evidence` and `ask` likewise; `Router.route` with `details` finds the former at once.
    A decision keeps its router's pack open; it may outlive `Router.close`.
    It does not travel to other processes: send `to_dict` or `json`.
    """

    __slots__ = ("_handle", "_values", "_call", "_copies", "_fields")

    def __init__(
        self, handle: Handle, values: tuple[int, ...], call: Call, arrays: list[bytes] | None
    ) -> None:
        self._handle = handle
        self._values = values
        self._call = call
        self._copies = arrays
        self._fields: dict[str, Any] | None = None

    @property
    def pack(self) -> str:
        return self._handle.pack_id

    @property
    def pack_digest(self) -> str:
        return self._handle.pack_digest

    @property
    def policing(self) -> Policing:
        """joint: police first, with the unit; none: nobody is sent."""
        return cast(Policing, self._handle.names(_abi.POLICING)[self._values[_POLICING]])

    @property
    def category(self) -> str:
        return self._handle.names(_abi.CATEGORIES, _abi.COLUMN_ID)[self._values[_CATEGORY]]

    @property
    def category_name(self) -> str:
        return self._handle.names(_abi.CATEGORIES)[self._values[_CATEGORY]]

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """Other categories, at most four, best first."""
        ids = self._handle.names(_abi.CATEGORIES, _abi.COLUMN_ID)
        rows = self._rows(_ALTERNATIVES, _abi.SCORE)
        return tuple(Alternative(ids[category], score) for category, score in rows)

    @property
    def urgent(self) -> bool:
        return bool(self._values[_URGENT])

    @property
    def level(self) -> str | None:
        """None where the plan has no levels or nobody is sent."""
        return pick(self._handle.column(_abi.LEVELS, _abi.COLUMN_NAME), self._values[_LEVEL])

    @property
    def intent(self) -> Intent:
        return cast(Intent, self._handle.names(_abi.INTENTS)[self._values[_INTENT]])

    @property
    def danger(self) -> str | None:
        """Id of the strongest danger."""
        return pick(self._handle.column(_abi.DANGERS, _abi.COLUMN_ID), self._values[_DANGER])

    @property
    def score(self) -> float:
        """Of the category."""
        return cast(float, self._values[_SCORE])

    @property
    def lead(self) -> Part | None:
        """None where nobody leads."""
        unit = self._values[_LEAD]
        if unit < 0:
            return None
        role = self._handle.text(self._values[_ROLE], self._values[_ROLE_LENGTH])
        return Part(self._handle.names(_abi.UNITS)[unit], role or "")

    @property
    def co_units(self) -> tuple[Part, ...]:
        return tuple(Part(unit, role) for unit, role in self._parts(_CO_UNITS))

    @property
    def notify(self) -> tuple[Notice, ...]:
        return tuple(Notice(unit, why) for unit, why in self._parts(_NOTIFY))

    @property
    def jurisdiction(self) -> Jurisdiction:
        handle, values = self._handle, self._values
        codes = handle.names(_abi.TOWNSHIPS, _abi.COLUMN_ID)
        townships = handle.names(_abi.TOWNSHIPS)
        village = values[_VILLAGE]
        ambiguous = values[_PLACE] == _abi.PLACE_AMBIGUOUS
        candidates = self._indices(_CANDIDATES) if ambiguous else ()
        return Jurisdiction(
            cast(PlaceStatus, handle.names(_abi.PLACE_STATUSES)[values[_PLACE]]),
            pick(codes, values[_TOWNSHIP]),
            pick(townships, values[_TOWNSHIP]),
            handle.names(_abi.PLACES)[village] if village >= 0 else None,
            tuple(Township(codes[i], townships[i]) for i in candidates),
        )

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """Who owes what by when."""
        text = self._handle.text
        return tuple(
            Obligation(
                owner=text(row[2], row[3]) or "",
                action=text(row[4], row[5]) or "",
                within=text(row[6], row[7]),
                from_=text(row[8], row[9]) or "",
                condition=text(row[10], row[11]),
                due=_time(row[14], row[15]) if row[1] == _abi.DUE_AT else None,
                due_reason="outside-calendar" if row[1] == _abi.DUE_OUTSIDE_CALENDAR else None,
                basis=text(row[12], row[13]) or "",
            )
            for row in self._rows(_OBLIGATIONS, _abi.OBLIGATION)
        )

    @property
    def channels(self) -> tuple[Channel, ...]:
        ids = self._handle.names(_abi.CHANNELS, _abi.COLUMN_ID)
        names = self._handle.names(_abi.CHANNELS)
        kinds = self._handle.names(_abi.CHANNELS, _abi.COLUMN_KIND)
        numbers = self._handle.column(_abi.CHANNELS, _abi.COLUMN_NUMBER)
        rows = self._indices(_CHANNELS)
        return tuple(Channel(ids[i], names[i], kinds[i], numbers[i]) for i in rows)

    @property
    def basis(self) -> tuple[Citation, ...]:
        """The rules of the plan that were applied."""
        rules = self._handle.names(_abi.CITATIONS, _abi.COLUMN_ID)
        documents = self._handle.names(_abi.CITATIONS)
        sections = self._handle.names(_abi.CITATIONS, _abi.COLUMN_SECTION)
        rows = self._indices(_BASIS)
        return tuple(Citation(rules[i], documents[i], sections[i]) for i in rows)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The pieces of the text that counted. Offsets are in bytes: see `words`."""
        return tuple(Evidence(**item) for item in self._more()["evidence"])

    @property
    def confidence(self) -> float:
        """0…1."""
        return cast(float, self._values[_CONFIDENCE])

    @property
    def review(self) -> bool:
        """A person ought to look at it."""
        return bool(self._values[_REVIEW])

    @property
    def review_reasons(self) -> tuple[str, ...]:
        names = self._handle.names(_abi.REVIEW_REASONS)
        bits = self._values[_REVIEW]
        return tuple(name for bit, name in enumerate(names) if bits >> bit & 1)

    @property
    def ask(self) -> str | None:
        """The one question to put to the caller, where something is open."""
        return cast("str | None", self._more()["ask"])

    @property
    def ill_formed(self) -> bool:
        """The text was not well-formed UTF-8; the decision was made all the same."""
        return bool(self._values[0] & 1)

    def words(self, evidence: Evidence) -> str:
        """The words of the text that a piece of evidence is about."""
        return self._call[0][evidence.start : evidence.end].decode("utf-8", "replace")

    def json(self, id: str | None = None) -> str:
        """The line that ``fenliu route`` prints, without the line feed. Routes the text again."""
        known = None if id is None else id.encode("utf-8", "surrogatepass")
        want = _abi.WANT_EVIDENCE | _abi.WANT_QUESTION
        return self._handle.json(self._call, known, want)[0]

    def to_dict(self) -> dict[str, Any]:
        """`json` as a dictionary."""
        return cast("dict[str, Any]", json.loads(self.json()))

    def __repr__(self) -> str:
        lead = self.lead
        return (
            f"<Decision {self.policing} {self.category}{' urgent' if self.urgent else ''}"
            f"{f' {lead.unit}' if lead else ''}>"
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Decision):
            return NotImplemented
        return self.json() == other.json()

    def __hash__(self) -> int:
        return hash(self.json())

    def __reduce__(self) -> str:
        raise TypeError(
            "a Decision holds on to its router's pack: send decision.to_dict() or "
            "decision.json() to another process"
        )

    def _more(self) -> dict[str, Any]:
        if self._fields is None:
            self._fields = self.to_dict()
        return self._fields

    def _array(self, array: int) -> bytes:
        if self._copies is None:
            workspace = self._handle.idle()
            try:
                self._handle.route(self._call, workspace)
                self._copies = copy_arrays(workspace)
            finally:
                self._handle.workspaces.append(workspace)
        return self._copies[array]

    def _rows(self, array: int, layout: struct.Struct) -> Iterator[tuple[Any, ...]]:
        return layout.iter_unpack(self._array(array))

    def _indices(self, array: int) -> Iterator[int]:
        return (row for (row,) in struct.iter_unpack("@i", self._array(array)))

    def _parts(self, array: int) -> Iterator[tuple[str, str]]:
        units = self._handle.names(_abi.UNITS)
        for row in self._rows(array, _abi.PART):
            yield units[row[0]], self._handle.text(row[3], row[4]) or ""


def copy_arrays(workspace: Workspace) -> list[bytes]:
    """The arrays of the decision that has just been made in a workspace."""
    found = _abi.ARRAYS.unpack_from(workspace.decision, _abi.ARRAYS_AT)
    counts = zip(found[::2], found[1::2], _ITEM_SIZES, strict=True)
    return [string_at(at, count * size) if count else b"" for at, count, size in counts]


def _time(seconds: int, offset: int) -> datetime | None:
    """None for a time after the year 9999, which no datetime holds."""
    try:
        return (_EPOCH + timedelta(seconds=seconds)).astimezone(timezone(timedelta(seconds=offset)))
    except OverflowError:
        return None
