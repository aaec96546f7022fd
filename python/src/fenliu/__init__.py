"""fenliu 分流: routes 110 calls.

>>> import fenliu
>>> router = fenliu.Router("chengkou")
>>> decision = router.route("我屋头煤气味大得很，晓不得是哪里漏")
>>> decision.policing, decision.urgent, decision.category_name
('joint', True, '公用设施险情')
"""

from ._library import version as _version
from ._packs import packs
from .batch import Batch
from .decision import Decision
from .errors import (
    BadIndexError,
    BufferTooSmallError,
    ClosedError,
    FenliuError,
    NotAPackError,
    NotUTF8Error,
    NullArgumentError,
    PackDamagedError,
    PackError,
    PackIOError,
    PackNewerError,
    PackOlderError,
    StructSizeError,
    TextTooLongError,
    TimestampError,
    UnsupportedHostError,
)
from .results import (
    Alternative,
    Channel,
    Citation,
    Evidence,
    Intent,
    Jurisdiction,
    Notice,
    Obligation,
    PackInfo,
    Part,
    PlaceStatus,
    Policing,
    Row,
    Township,
)
from .router import Router

__version__: str = _version().decode()
"""The version of the library that is loaded."""

__all__ = [
    "Alternative",
    "BadIndexError",
    "Batch",
    "BufferTooSmallError",
    "Channel",
    "Citation",
    "ClosedError",
    "Decision",
    "Evidence",
    "FenliuError",
    "Intent",
    "Jurisdiction",
    "NotAPackError",
    "NotUTF8Error",
    "Notice",
    "NullArgumentError",
    "Obligation",
    "PackDamagedError",
    "PackError",
    "PackIOError",
    "PackInfo",
    "PackNewerError",
    "PackOlderError",
    "Part",
    "PlaceStatus",
    "Policing",
    "Router",
    "Row",
    "StructSizeError",
    "TextTooLongError",
    "TimestampError",
    "Township",
    "UnsupportedHostError",
    "packs",
]
