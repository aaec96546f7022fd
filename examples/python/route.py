"""Routes calls, one a line, and prints one JSON line each: route.py PACK < calls.txt"""

import sys

import fenliu

if len(sys.argv) != 2:
    sys.exit(f"usage: {sys.argv[0]} PACK < calls.txt")
try:
    router = fenliu.Router(sys.argv[1])
except fenliu.FenliuError as error:
    sys.exit(f"{sys.argv[1]}: {error}")

for line in sys.stdin.buffer:
    print(router.route_json(line.rstrip(b"\n")))

decision = router.route("葛城街道南大街路灯坏了几天了")
print(decision.policing, decision.lead.unit, decision.jurisdiction.township, file=sys.stderr)
