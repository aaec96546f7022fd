"""The decision about one call."""

from __future__ import annotations

import json
from typing import Any, cast

from . import _abi
from ._handle import Handle, pick
from ._lists import Lists
from ._texts import Call
from .results import Evidence, Intent, Jurisdiction, Part, PlaceStatus, Policing

# Where things stand in what `_abi.HEAD` reads.
_POLICING, _CATEGORY, _URGENT, _LEVEL, _INTENT, _DANGER = range(1, 7)
_PLACE, _TOWNSHIP, _VILLAGE, _REVIEW, _SCORE, _CONFIDENCE = range(7, 13)
_LEAD, _ROLE, _ROLE_LENGTH = range(13, 16)


class Decision(Lists):
    """What is to be done about a call, and why. Immutable; may be used by any thread.

    Fields are named as in the JSON of ``fenliu route``. They are put together when they are read:
    keep what you read twice. Lists are found by routing the text once more when the first of them
    is read, `evidence` and `ask` likewise; `Router.route` with `details` finds the former at once.
    A decision keeps its router's pack open; it may outlive `Router.close`. It does not travel to
    other processes: send `to_dict` or `json`.
    """

    __slots__ = ("_fields", "_values")

    def __init__(
        self, handle: Handle, values: tuple[int, ...], call: Call, arrays: list[bytes] | None
    ) -> None:
        self._handle = handle
        self._call = call
        self._copies = arrays
        self._values = values
        self._fields: dict[str, Any] | None = None

    @property
    def pack(self) -> str:
        return self._handle.pack.id

    @property
    def pack_digest(self) -> str:
        return self._handle.pack.digest

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
    def jurisdiction(self) -> Jurisdiction:
        handle, values = self._handle, self._values
        codes = handle.names(_abi.TOWNSHIPS, _abi.COLUMN_ID)
        townships = handle.names(_abi.TOWNSHIPS)
        village = values[_VILLAGE]
        return Jurisdiction(
            cast(PlaceStatus, handle.names(_abi.PLACE_STATUSES)[values[_PLACE]]),
            pick(codes, values[_TOWNSHIP]),
            pick(townships, values[_TOWNSHIP]),
            handle.names(_abi.PLACES)[village] if village >= 0 else None,
            self._candidates() if values[_PLACE] == _abi.PLACE_AMBIGUOUS else (),
        )

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
