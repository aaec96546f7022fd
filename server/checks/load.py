"""Answers are those of `fenliu route`; none is lost under load while the pack is reloaded."""
import json
import re
import signal
import subprocess
import threading

from server import ROOT, SAMPLES, check, curl, fenliu, replace

LOAD = """
local calls = {}
for line in io.lines("%s") do calls[#calls + 1] = line end
local turn = 0
function request()
  turn = turn %% #calls + 1
  return wrk.format("POST", "/route", {["Content-Type"] = "text/plain"}, calls[turn])
end
function done(summary, latency)
  local errors = summary.errors
  print(string.format("load %%d %%d %%d %%d %%d %%d %%d %%d", summary.requests, errors.connect,
    errors.read, errors.write, errors.timeout, errors.status, latency:percentile(50),
    latency:percentile(99)))
end
"""


def check_answers(server):
    samples = open(SAMPLES, "rb").read().splitlines(keepends=True)
    found = b"".join(server.route(line) for line in samples)
    check(found == fenliu("plain", b"".join(samples)), "/route gives the bytes of fenliu route")
    files = subprocess.run([f"{ROOT}/scripts/batches", "chengkou", "train"], check=True, cwd=ROOT,
                           capture_output=True, text=True).stdout.split()
    texts = [row.split("\t")[1] for file in files
             for row in open(f"{ROOT}/{file}", encoding="utf8").read().splitlines()[1:]]
    lines = [json.dumps({"id": str(index), "text": text}, ensure_ascii=False).encode()
             for index, text in enumerate(texts)]
    lines[7:7] = [b"", b"{}", b"x", b'{"text":""}', b'{"text":"a","at":"b"}', b'{"text":"\xff"}']
    batch = b"\n".join(lines)
    expected = fenliu("jsonl", batch)
    for address in [["--unix-socket", server.socket, "http://fenliu/batch"],
                    [f"http://127.0.0.1:{server.port}/batch"]]:
        found = curl("-T", "-", "-X", "POST", *address, data=batch)
        check(found == expected, f"/batch at {address[-1]} gives the bytes of fenliu route")
    print(f"{len(samples)} calls and a batch of {len(lines)} lines: the bytes of fenliu route")


def check_load(server, folder, seconds):
    script = f"{folder}/load.lua"
    with open(script, "w") as file:
        file.write(LOAD % SAMPLES)
    end = threading.Event()

    def reload():
        turn = 0
        while not end.wait(1):
            turn += 1
            replace(server.pack, ["street", "chengkou"][turn % 2])
            server.signal(signal.SIGHUP)

    before = server.metric('fenliu_reloads_total{result="ok"}')
    thread = threading.Thread(target=reload)
    thread.start()
    out = subprocess.run(["wrk", "-t2", "-c32", f"-d{seconds}s", "--timeout", "10s", "-s", script,
                          f"http://127.0.0.1:{server.port}"], check=True, capture_output=True,
                         text=True).stdout
    end.set()
    thread.join()
    requests, *errors, p50, p99 = map(int, re.search(r"^load (.*)$", out, re.M)[1].split())
    reloads = server.metric('fenliu_reloads_total{result="ok"}') - before
    print(f"wrk, {seconds} s, 32 connections, {reloads:.0f} reloads: {requests} requests, "
          f"{sum(errors)} failed, {requests / seconds:.0f}/s, p50 {p50 / 1000:.2f} ms, "
          f"p99 {p99 / 1000:.2f} ms")
    check(requests > 0 and sum(errors) == 0, f"no request fails: {out}")
    check(server.metric("fenliu_errors_total") == 0, "no error in the metrics")
    check(reloads >= seconds // 2, "a reload each second")
    replace(server.pack, "chengkou")
