"""The lists of a decision, read from the arrays that the library makes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from ctypes import string_at
from datetime import datetime, timedelta, timezone
from typing import Any

from . import _abi
from ._handle import Handle, Workspace
from ._texts import Call
from .results import Alternative, Channel, Citation, Notice, Obligation, Part, Township

# The arrays in the order of `_abi.ARRAYS`.
_CO_UNITS, _NOTIFY, _ALTERNATIVES, _OBLIGATIONS, _CANDIDATES, _CHANNELS, _BASIS = range(7)
_PART, _SCORE_SIZE, _OBLIGATION = _abi.PART.size, _abi.SCORE.size, _abi.OBLIGATION.size
_ITEM_SIZES = (_PART, _PART, _SCORE_SIZE, _OBLIGATION, 4, 4, 4)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class Lists:
    """Copies of a decision's arrays, made at once or when one is read, and what they say."""

    __slots__ = ("_call", "_copies", "_handle")

    _handle: Handle
    _call: Call
    _copies: list[bytes] | None

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """Other categories, at most four, best first."""
        ids = self._handle.names(_abi.CATEGORIES, _abi.COLUMN_ID)
        rows = self._rows(_ALTERNATIVES, _abi.SCORE)
        return tuple(Alternative(ids[category], score) for category, score in rows)

    @property
    def co_units(self) -> tuple[Part, ...]:
        return tuple(Part(unit, role) for unit, role in self._parts(_CO_UNITS))

    @property
    def notify(self) -> tuple[Notice, ...]:
        return tuple(Notice(unit, why) for unit, why in self._parts(_NOTIFY))

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

    def _candidates(self) -> tuple[Township, ...]:
        codes = self._handle.names(_abi.TOWNSHIPS, _abi.COLUMN_ID)
        townships = self._handle.names(_abi.TOWNSHIPS)
        return tuple(Township(codes[i], townships[i]) for i in self._indices(_CANDIDATES))

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
