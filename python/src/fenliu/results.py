"""What a decision is made of. Fields are named as in the JSON of ``fenliu route``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

Policing = Literal["police", "non-police", "joint", "none"]
Intent = Literal["报警", "求助", "投诉", "举报", "咨询", "建议"]
PlaceStatus = Literal["resolved", "ambiguous", "outside", "none"]


@dataclass(frozen=True, slots=True)
class PackInfo:
    """Which pack a router has."""

    id: str
    name: str
    code: str
    """Administrative code."""
    digest: str
    """16 hexadecimal digits, ``pack_digest`` in JSON."""
    format_version: int
    byte_count: int
    effective_from: date
    """First day in force."""
    effective_to: date | None
    """Last day in force, None if open."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A category that came close."""

    category: str
    score: float


@dataclass(frozen=True, slots=True)
class Part:
    """A unit with its role in the plan's words."""

    unit: str
    role: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A unit that is told, and why."""

    unit: str
    why: str


@dataclass(frozen=True, slots=True)
class Township:
    township_code: str
    township: str


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """The place of the incident."""

    status: PlaceStatus
    township_code: str | None
    township: str | None
    village: str | None
    candidates: tuple[Township, ...]
    """The townships an ambiguous place may mean."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a unit owes."""

    owner: str
    action: str
    within: str | None
    """ISO 8601 duration; None where the plan gives no number."""
    from_: str
    """The event the limit runs from; ``from`` in JSON."""
    condition: str | None
    due: datetime | None
    """Where the call's time is known and the limit can be computed from it."""
    due_reason: str | None
    """Why a limit that could be computed was not: ``outside-calendar``."""
    basis: str
    """Rule id."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to hand the item on or to reach a unit."""

    id: str
    name: str
    kind: str
    """phone, platform, three-way, group, transfer or radio."""
    number: str | None
    """None where the plan gives none."""


@dataclass(frozen=True, slots=True)
class Citation:
    rule: str
    document: str
    section: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of the text that counted."""

    term: str
    start: int
    """Byte range in the text's UTF-8."""
    end: int
    category: str
    """Id of the category, or another target with ``!``, ``=`` or ``%`` before it."""
    weight: float
    context: str
    """asserted, negated, past …"""


class Row(NamedTuple):
    """One text of a batch: the flat part of a decision.

    A tuple: there are many, and a frozen dataclass takes three times as long to make.
    """

    policing: Policing
    category: str
    category_name: str
    urgent: bool
    level: str | None
    intent: Intent
    lead: str | None
    """Name of the unit that leads."""
    place_status: PlaceStatus
    township_code: str | None
    township: str | None
    village: str | None
    confidence: float
    review: bool
    review_reasons: tuple[str, ...]
    ill_formed: bool
    """The text was not well-formed UTF-8."""
