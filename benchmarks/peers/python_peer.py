#!/usr/bin/env python3
"""One Python package over the workload. Usage: python_peer.py PEER KEYWORDS.txt DOCS.txt ROUNDS

Prints one line of JSON. PEER: daachorse, ahocorasick_rs, pyahocorasick, opencc, pipeline.
"""

import json
import os
import sys
import time


def lines(path):
    with open(path, encoding="utf8") as file:
        return [line for line in file.read().split("\n") if line]


def daachorse(keywords):
    import daachorse

    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(keywords)
    return lambda text: len(automaton.find_overlapping(text))


def ahocorasick_rs(keywords):
    import ahocorasick_rs

    automaton = ahocorasick_rs.AhoCorasick(
        keywords, implementation=ahocorasick_rs.Implementation.ContiguousNFA
    )
    return lambda text: len(automaton.find_matches_as_indexes(text, overlapping=True))


def pyahocorasick(keywords):
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for index, keyword in enumerate(keywords):
        automaton.add_word(keyword, index)
    automaton.make_automaton()
    return lambda text: sum(1 for _ in automaton.iter(text))


def opencc(_):
    import opencc

    converter = opencc.OpenCC("t2s.json")
    return lambda text: len(converter.convert(text))


def pipeline(keywords):
    """What a Python user would write: simplify, find keywords, find the place."""
    import cpca
    import opencc

    converter = opencc.OpenCC("t2s.json")
    find = pyahocorasick(keywords)

    def call(text):
        text = converter.convert(text)
        matches = find(text)
        cpca.transform([text])
        return matches

    return call


PEERS = {
    "daachorse": daachorse,
    "ahocorasick_rs": ahocorasick_rs,
    "pyahocorasick": pyahocorasick,
    "opencc": opencc,
    "pipeline": pipeline,
}


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main():
    peer, keywords_path, docs_path, rounds = sys.argv[1:]
    keywords, docs = lines(keywords_path), lines(docs_path)
    characters = sum(map(len, docs))
    before = resident()
    start = time.thread_time()
    call = PEERS[peer](keywords)
    build = time.thread_time() - start
    image = resident() - before
    best, total = float("inf"), 0
    for _ in range(int(rounds)):
        start = time.thread_time()
        total = sum(map(call, docs))
        best = min(best, time.thread_time() - start)
    print(
        json.dumps(
            {
                "ns_per_char": round(best * 1e9 / characters, 3),
                "ns_per_call": round(best * 1e9 / len(docs), 1),
                "matches": total,
                "build_ms": round(build * 1e3, 1),
                "image_bytes": image,
            }
        )
    )


if __name__ == "__main__":
    main()
