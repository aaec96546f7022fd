"""A real server, and what the checks ask it with."""
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SERVER = f"{ROOT}/server/.build/release/fenliu-server"
FENLIU = f"{ROOT}/.build/release/fenliu"
PACKS = f"{ROOT}/.build/packs"
SAMPLES = f"{ROOT}/corpora/samples.txt"


class Server:
    """A server of its own folder, on both addresses."""

    def __init__(self, folder, *options, log=None):
        self.socket, self.pack = f"{folder}/fenliu.sock", f"{folder}/current.pack"
        self.log = log or f"{folder}/log"
        if not os.path.exists(self.pack):
            replace(self.pack, "chengkou")
        if log is None:
            open(self.log, "w").close()
        self.process = subprocess.Popen(
            [SERVER, "--pack", self.pack, "--socket", self.socket, "--http", "0", "--log", self.log,
             *options])
        if log is None:
            wait_until(lambda: self.said().count("开始服务") == 2, "the server starts")
            self.port = int(re.search(r"http://127\.0\.0\.1:(\d+)", self.said())[1])
        else:
            wait_until(lambda: answers(self), "the server starts")

    def said(self):
        return open(self.log, encoding="utf8").read()

    def signal(self, number):
        self.process.send_signal(number)

    def stop(self):
        self.signal(signal.SIGTERM)
        code = self.process.wait(timeout=30)
        check(code == 0, f"exit code 0 after SIGTERM, not {code}")

    def connect(self):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(30)
        connection.connect(self.socket)
        return connection

    def get(self, path):
        return curl("--unix-socket", self.socket, f"http://fenliu{path}").decode()

    def metric(self, name):
        return float(re.search(rf"^{re.escape(name)} (\S+)$", self.get("/metrics"), re.M)[1])

    def route(self, text):
        return curl("--unix-socket", self.socket, "-H", "Content-Type: text/plain",
                    "--data-binary", "@-", "http://fenliu/route", data=text)


def curl(*arguments, data=b""):
    return subprocess.run(["curl", "-sS", "--max-time", "120", *arguments], input=data, check=True,
                          stdout=subprocess.PIPE).stdout


def fenliu(form, data, pack="chengkou"):
    run = subprocess.run([FENLIU, "route", "--format", form, "--pack", f"{PACKS}/{pack}.pack"],
                         input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return run.stdout


def check(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")


def wait_until(condition, what, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        check(time.monotonic() < end, f"{what}: not within {seconds} s")
        time.sleep(0.02)


def answers(server):
    try:
        server.connect().close()
        return True
    except OSError:
        return False


def replace(path, pack):
    shutil.copyfile(f"{PACKS}/{pack}.pack", path + ".new")
    os.rename(path + ".new", path)
