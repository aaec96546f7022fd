"""What the tests share. They run against the installed wheel: `make python-test`."""

from __future__ import annotations

import csv
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import fenliu
import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
COMMAND = os.environ.get("FENLIU_COMMAND", str(REPOSITORY / ".build/release/fenliu"))
PACKS = ("anhua", "chengkou", "ningnan", "qianwei", "street")

# Made for these tests: each kind of decision, place and open question at least once.
CALLS = (
    "我屋头煤气味大得很，晓不得是哪里漏",
    "葛城街道南大街路灯坏了几天了",
    "有人抢我的包，往桥上跑了",
    "灶上没气了",
    "我在高观镇，娃儿不见了两个小时了",
    "和平村有人打架",
    "邻居半夜唱歌，睡不着",
    "请问身份证怎么补办",
    "水管爆了，街上全是水",
    "喂，喂，听得到不",
    "",
)


@pytest.fixture(scope="session")
def router() -> fenliu.Router:
    return fenliu.Router("chengkou")


@pytest.fixture(scope="session")
def pack_file() -> Path:
    return Path(fenliu.__file__).parent / "packs" / "chengkou.pack"


@pytest.fixture(scope="session")
def route_command(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[str]]:
    """Lines of `fenliu route` for a file's contents."""

    def run(pack: str | Path, contents: str, *arguments: str) -> list[str]:
        if not isinstance(pack, Path):
            pack = Path(fenliu.__file__).parent / "packs" / f"{pack}.pack"
        file = tmp_path_factory.mktemp("calls") / "calls"
        file.write_text(contents, encoding="utf-8")
        done = subprocess.run(
            [COMMAND, "route", "--pack", str(pack), *arguments, str(file)],
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return done.stdout.splitlines()

    return run


@pytest.fixture(scope="session")
def training_calls() -> list[str]:
    """Texts of the first training batches, of which each pack has some."""
    found: list[str] = []
    for line in (REPOSITORY / "corpora/splits.tsv").read_text(encoding="utf-8").splitlines():
        pack, batch, split = [*line.split("\t"), "", ""][:3]
        if split != "train" or len(found) >= 1000:
            continue
        with open(REPOSITORY / "corpora" / pack / f"{batch}.tsv", encoding="utf-8") as file:
            rows = csv.DictReader(
                (row for row in file if not row.startswith("#")),
                delimiter="\t",
                quoting=csv.QUOTE_NONE,
            )
            found += [row["text"] for row in rows]
    assert len(found) >= 1000
    return found
