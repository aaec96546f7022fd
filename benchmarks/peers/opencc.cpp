// Debian's OpenCC called directly: t2s on each document. No case, width or offsets.
// Usage: opencc DOCS.txt ROUNDS  → one line of JSON.
#include <opencc/opencc.h>

#include <cstdio>
#include <string>

#include "lines.h"

int main(int argc, char **argv) {
  if (argc != 3) return fprintf(stderr, "usage: opencc DOCS ROUNDS\n"), 2;
  lines docs = read_lines(argv[1]);
  opencc::SimpleConverter converter("t2s.json");
  double best = 1e300;
  size_t bytes = 0;
  for (int round = 0; round < atoi(argv[2]); round++) {
    bytes = 0;
    double start = now_ns();
    for (size_t i = 0; i < docs.count; i++)
      bytes += converter.Convert(docs.start[i], docs.length[i]).size();
    double took = now_ns() - start;
    if (took < best) best = took;
  }
  printf("{\"fold_ns_per_char\":%.3f,\"bytes\":%zu}\n", best / (double)docs.characters, bytes);
}
