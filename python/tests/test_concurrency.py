"""Threads, signals and forked children share a router."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import fenliu
import pytest
from conftest import CALLS

THREADS = 8


def fields(router: fenliu.Router) -> list[object]:
    decisions = [router.route(call, details=True) for call in CALLS]
    return [(d.category, d.urgent, d.lead, d.obligations, d.alternatives) for d in decisions]


def test_threads_share_a_router(router):
    expected = fields(router)
    with ThreadPoolExecutor(THREADS) as pool:
        for found in pool.map(lambda _: fields(router), range(THREADS * 10)):
            assert found == expected


def test_threads_go_on_while_routers_are_swapped():
    current = [fenliu.Router("chengkou")]
    expected = fields(current[0])
    stop = threading.Event()

    def work() -> int:
        rounds = 0
        while not stop.is_set():
            assert fields(current[0]) == expected
            rounds += 1
        return rounds

    with ThreadPoolExecutor(THREADS) as pool:
        workers = [pool.submit(work) for _ in range(THREADS)]
        for _ in range(20):
            current[0] = fenliu.Router("chengkou")
            gc.collect()
        time.sleep(0.2)
        stop.set()
        assert sum(worker.result() for worker in workers) >= THREADS


def test_closing_while_threads_route():
    router = fenliu.Router("chengkou")
    refused = []

    def work() -> None:
        try:
            while True:
                router.route(CALLS[0], details=True)
        except fenliu.ClosedError:
            refused.append(1)

    workers = [threading.Thread(target=work) for _ in range(THREADS)]
    for worker in workers:
        worker.start()
    time.sleep(0.1)
    router.close()
    for worker in workers:
        worker.join()
    assert len(refused) == THREADS


def test_the_interpreter_runs_while_a_column_is_routed(router, training_calls):
    """The library lets go of the interpreter's lock: this thread counts meanwhile."""
    column = training_calls * 5
    done = threading.Event()

    def work() -> None:
        router.route_many(column)
        done.set()

    worker = threading.Thread(target=work)
    before = time.thread_time()
    worker.start()
    ticks = 0
    while not done.is_set():
        ticks += 1
    worker.join()
    assert ticks > 1000
    assert time.thread_time() > before


def test_workspaces_are_as_many_as_calls_at_once():
    router = fenliu.Router("chengkou")
    for _ in range(100):
        router.route(CALLS[0])
        router.route_json(CALLS[1])
    assert len(router._handle.workspaces) == 1


def test_a_signal_handler_routes_in_the_midst_of_a_call(router):
    expected = fields(router)
    seen = []
    previous = signal.signal(
        signal.SIGALRM, lambda *_: seen.append(router.route(CALLS[2]).category)
    )
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    try:
        for _ in range(50):
            assert fields(router) == expected
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
    assert seen
    assert set(seen) == {router.route(CALLS[2]).category}


def child_agrees(router: fenliu.Router, expected: list[object]) -> bool:
    """Forks; the child compares what it finds."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if fields(router) == expected and len(router.route_many(CALLS)) else 2
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1] == 0


@pytest.mark.filterwarnings("ignore:This process")
def test_forked_children_route_while_threads_of_the_parent_do(router):
    expected = fields(router)
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            router.route(CALLS[0])

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    try:
        assert all(child_agrees(router, expected) for _ in range(20))
    finally:
        stop.set()
        for worker in workers:
            worker.join()
    assert fields(router) == expected


def categories(router: fenliu.Router) -> list[str]:
    return [decision.category for decision in router.route_iter(CALLS)]


@pytest.mark.filterwarnings("ignore:This process")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_process_pools(method, router):
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map(categories, [router, router]) == [categories(router)] * 2


def test_routers_and_decisions_leave_nothing_behind(pack_file):
    """Opening and dropping many routers holds no memory: packs are mapped, not copied."""

    def resident() -> int:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def use() -> None:
        router = fenliu.Router(pack_file)
        router.route(CALLS[0], details=True)
        router.route_many(CALLS)

    for _ in range(5):
        use()
    before = resident()
    for _ in range(30):
        use()
    assert resident() - before < 2 * pack_file.stat().st_size
