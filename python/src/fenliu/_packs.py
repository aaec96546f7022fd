"""Which file a pack's id or path stands for."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from .errors import PackIOError

SUFFIX = ".pack"


def folders() -> list[Path]:
    """Where packs are looked for: the folders in FENLIU_PACKS, then what the wheel carries."""
    named = [Path(folder) for folder in os.environ.get("FENLIU_PACKS", "").split(":") if folder]
    return [*named, Path(__file__).parent / "packs"]


def packs() -> tuple[str, ...]:
    """Ids that `Router` opens without a path: those of the wheel and of FENLIU_PACKS.

    >>> "chengkou" in packs()
    True
    """
    return tuple(sorted({f.stem for folder in folders() for f in folder.glob(f"*{SUFFIX}")}))


def resolve(pack: str | os.PathLike[str]) -> str:
    """The path of a pack given by id (``chengkou``) or path (has a ``/`` or ends in ``.pack``).

    Raises `PackIOError` where no pack has the id.
    """
    path = os.fspath(pack)
    if not isinstance(pack, str) or "/" in path or path.endswith(SUFFIX):
        return path
    for folder in folders():
        file = folder / f"{path}{SUFFIX}"
        if file.exists():
            return str(file)
    known = ", ".join(packs()) or "none"
    raise PackIOError(
        errno.ENOENT, f"no pack has this id (known: {known}); give a path to a .pack file", path
    )
