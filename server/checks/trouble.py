"""Slow clients, damaged packs, a full disk, kill -9 and SIGTERM."""
import os
import signal
import subprocess
import time

from server import SERVER, Server, answers, check, fenliu, replace, wait_until


def check_damaged(server):
    # A reload still under way would read the damaged file too, and be counted with the others.
    read = 'fenliu_reloads_total{result="ok"}'
    before = server.metric(read)
    server.signal(signal.SIGHUP)
    wait_until(lambda: server.metric(read) > before, "the first pack is back")
    check('"pack":"chengkou"' in server.get("/health"), "health names it")
    failed = 'fenliu_reloads_total{result="failed"}'
    call = "路灯坏了".encode()
    for turn, size in enumerate([0, 100_000, 10_000_000]):
        # In place, under the running server.
        os.truncate(server.pack, size) if turn else open(server.pack, "w").close()
        server.signal(signal.SIGHUP)
        wait_until(lambda: server.metric(failed) == turn + 1, "the reload is counted")
        check("reload_error" in server.get("/health"), "health tells of it")
        check(server.route(call) == fenliu("plain", call), "the last good pack goes on")
    check(server.said().count("重新读入失败") == 3, "the log tells of it")
    replace(server.pack, "chengkou")
    server.signal(signal.SIGHUP)
    wait_until(lambda: "reload_error" not in server.get("/health"), "a good pack heals it")
    print("damaged packs, written in place: the last good one goes on, counted and logged")


def check_slow(server):
    """Needs --timeout 2."""
    head = b"POST /route HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n"
    for name, part in [("silent", b""), ("trickling", b"x")]:
        slow = server.connect()
        slow.sendall(head)
        slow.setblocking(False)
        start, received = time.monotonic(), b""
        while time.monotonic() < start + 10 and b"\r\n\r\n" not in received:
            try:
                if part:
                    slow.send(part)
                received += slow.recv(1 << 16)
            except BlockingIOError:
                pass
            time.sleep(0.2)
        check(received.startswith(b"HTTP/1.1 408"), f"a {name} client gets 408: {received[:80]}")
        check('{"error":"2 秒内没有收完请求'.encode() in received, "with a reason")
        print(f"a {name} client: 408 after {time.monotonic() - start:.1f} s")
    deaf = server.connect()
    line = b'{"text":"\xe8\xb7\xaf\xe7\x81\xaf\xe5\x9d\x8f\xe4\xba\x86"}\n' * 1000
    deaf.sendall(b"POST /batch HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
    start = time.monotonic()
    try:
        while time.monotonic() < start + 25:
            deaf.sendall(b"%x\r\n%s\r\n" % (len(line), line))
        check(False, "a client that never reads is cut off")
    except (BrokenPipeError, ConnectionResetError):
        print(f"a client that never reads: cut off after {time.monotonic() - start:.1f} s")


def check_end(server):
    """Half a batch, SIGTERM, the other half: all of it is answered."""
    line = '{"text":"路灯坏了"}\n'.encode()
    batch = server.connect()
    batch.sendall(b"POST /batch HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % (2 * len(line))
                  + line)
    received = batch.recv(1 << 16)
    server.signal(signal.SIGTERM)
    wait_until(lambda: not answers(server), "nobody new is let in")
    batch.sendall(line)
    received += read_all(batch)
    check(received.count(b'"policing"') == 2 and received.endswith(b"0\r\n\r\n"),
          "the batch is answered to its end")
    check(server.process.wait(timeout=30) == 0, "exit code 0")
    check(not os.path.exists(server.socket), "the socket's file is gone")
    print("SIGTERM in the middle of a batch: answered to its end, exit code 0")


def read_all(connection):
    received = b""
    try:
        while part := connection.recv(1 << 16):
            received += part
    except ConnectionResetError:
        pass
    return received


def check_killed(folder):
    server = Server(folder)
    second = subprocess.run([SERVER, "--pack", server.pack, "--socket", server.socket],
                            stderr=subprocess.PIPE, text=True)
    check(second.returncode == 69 and "已有程序" in second.stderr, "a second server is refused")
    server.process.kill()
    server.process.wait()
    check(os.path.exists(server.socket), "kill -9 leaves the socket's file")
    server = Server(folder)
    call = "路灯坏了".encode()
    check(server.route(call) == fenliu("plain", call), "it serves again")
    server.stop()
    print("kill -9: the stale socket is replaced; a second server is refused with 69")


def check_full_disk(folder):
    server = Server(folder, log="/dev/full")
    call = "路灯坏了".encode()
    check(server.route(call) == fenliu("plain", call), "calls are routed with a full disk")
    lost = server.metric("fenliu_log_lines_lost_total")
    check(lost >= 3, f"lost lines are counted: {lost}")
    server.stop()
    print(f"a full disk: calls are routed, {lost:.0f} log lines lost and counted")
