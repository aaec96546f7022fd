"""The structs and constants of ``fenliu.h``, as this package reads them."""

from __future__ import annotations

import ctypes
import struct

ABI_VERSION = 1

OK = 0
WARNING_NOT_UTF8 = 1
ERROR_NULL_ARGUMENT = -1
ERROR_STRUCT_SIZE = -2
ERROR_BUFFER_TOO_SMALL = -3
ERROR_IO = -4
ERROR_NOT_A_PACK = -5
ERROR_PACK_NEWER = -6
ERROR_PACK_OLDER = -7
ERROR_PACK_DAMAGED = -8
ERROR_BAD_TIMESTAMP = -9
ERROR_CLOSED = -10
ERROR_TEXT_TOO_LONG = -11
ERROR_BAD_INDEX = -12
ERROR_UNSUPPORTED_HOST = -13

(
    CATEGORIES,
    UNITS,
    TOWNSHIPS,
    PLACES,
    LEVELS,
    CHANNELS,
    CITATIONS,
    QUESTIONS,
    DANGERS,
    POLICING,
    INTENTS,
    PLACE_STATUSES,
    REVIEW_REASONS,
) = range(13)

COLUMN_ID, COLUMN_NAME, COLUMN_KIND, COLUMN_NUMBER, COLUMN_SECTION = range(5)

WANT_EVIDENCE = 1
WANT_QUESTION = 2
WANT_BOUNDARIES = 4

PLACE_AMBIGUOUS = 1

DUE_AT = 1
DUE_OUTSIDE_CALENDAR = 2

NO_TIME = -(2**63)


class String(ctypes.Structure):
    _fields_ = [("bytes", ctypes.c_void_p), ("length", ctypes.c_size_t)]


class PackInfo(ctypes.Structure):
    _fields_ = [
        ("struct_size", ctypes.c_uint32),
        ("format_version", ctypes.c_int32),
        ("id", String),
        ("name", String),
        ("code", String),
        ("digest", String),
        ("byte_count", ctypes.c_uint64),
        ("effective_from", ctypes.c_int32),
        ("effective_to", ctypes.c_int32),
    ]


class Call(ctypes.Structure):
    _fields_ = [
        ("struct_size", ctypes.c_uint32),
        ("want", ctypes.c_uint32),
        ("text", String),
        ("place", String),
        ("id", String),
        ("at", ctypes.c_char_p),
    ]


class Part(ctypes.Structure):
    _fields_ = [
        ("unit", ctypes.c_int32),
        ("reserved", ctypes.c_int32),
        ("name", String),
        ("role", String),
    ]


class Decision(ctypes.Structure):
    """``fenliu_decision``. Only its size and offsets are used: `DECISION` reads it in one go."""

    _fields_ = [
        ("struct_size", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("policing", ctypes.c_int32),
        ("category", ctypes.c_int32),
        ("urgent", ctypes.c_int32),
        ("level", ctypes.c_int32),
        ("intent", ctypes.c_int32),
        ("danger", ctypes.c_int32),
        ("place_status", ctypes.c_int32),
        ("township", ctypes.c_int32),
        ("village", ctypes.c_int32),
        ("review_reasons", ctypes.c_uint32),
        ("score", ctypes.c_double),
        ("confidence", ctypes.c_double),
        ("category_id", String),
        ("category_name", String),
        ("level_name", String),
        ("township_code", String),
        ("township_name", String),
        ("village_name", String),
        ("lead", Part),
        ("co_units", ctypes.c_void_p),
        ("co_unit_count", ctypes.c_size_t),
        ("notify", ctypes.c_void_p),
        ("notify_count", ctypes.c_size_t),
        ("alternatives", ctypes.c_void_p),
        ("alternative_count", ctypes.c_size_t),
        ("obligations", ctypes.c_void_p),
        ("obligation_count", ctypes.c_size_t),
        ("candidates", ctypes.c_void_p),
        ("candidate_count", ctypes.c_size_t),
        ("channels", ctypes.c_void_p),
        ("channel_count", ctypes.c_size_t),
        ("basis", ctypes.c_void_p),
        ("basis_count", ctypes.c_size_t),
        ("evidence", ctypes.c_void_p),
        ("evidence_count", ctypes.c_size_t),
        ("ask", String),
    ]


# The same layouts for `struct`, which reads many fields in the time that ctypes takes for a few.
# Strings whose text stands in a table too are skipped (x).
#
# The numbers of a decision, from flags on, then its lead: unit, role, role's length.
HEAD = struct.Struct("@ 4x I 9i I 2d 96x i 4x 16x QQ")
# Address and length of each array, evidence left out.
ARRAYS = struct.Struct("@ QQ QQ QQ QQ QQ QQ QQ")
ARRAYS_AT = Decision.co_units.offset
# unit, name, its length, role, its length
PART = struct.Struct("@ i 4x QQ QQ")
# category, score
SCORE = struct.Struct("@ i 4x d")
# unit, due; owner, action, within, from, condition, basis with lengths; seconds, offset
OBLIGATION = struct.Struct("@ 2i 12Q q i 4x")
# status, policing, category, urgent, level, intent, lead, place_status, township, village,
# review_reasons, confidence
ROW = struct.Struct("@ 10i I f")
