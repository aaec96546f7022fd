"""The same counts from the output of `fenliu route`, to compare: count_changes.py BEFORE AFTER"""

import json
import sys


def fields(line: str) -> dict[str, object]:
    call = json.loads(line)
    return {
        "policing": call["policing"],
        "category": call["category"],
        "urgent": call["urgent"],
        "lead": call["lead"] and call["lead"]["unit"],
        "township_code": call["jurisdiction"]["township_code"],
    }


def main() -> None:
    calls, changed = (
        0,
        dict.fromkeys(("policing", "category", "urgent", "lead", "township_code"), 0),
    )
    with (
        open(sys.argv[1], encoding="utf-8") as before,
        open(sys.argv[2], encoding="utf-8") as after,
    ):
        for first, second in zip(before, after, strict=True):
            old, new = fields(first), fields(second)
            calls += 1
            for field in changed:
                changed[field] += old[field] != new[field]
    print(f"calls\t{calls}")
    for field, number in changed.items():
        print(f"{field}\t{number}")


if __name__ == "__main__":
    main()
