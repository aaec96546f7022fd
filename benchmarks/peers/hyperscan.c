// Hyperscan in literal mode over one document a line: every match, ends only.
// Usage: hyperscan KEYWORDS.txt DOCS.txt ROUNDS  → one line of JSON.
#include <hs/hs.h>
#include <stdio.h>
#include <stdlib.h>

#include "lines.h"

static int count(unsigned id, unsigned long long from, unsigned long long to, unsigned flags,
                 void *context) {
  (void)id, (void)from, (void)to, (void)flags;
  ++*(unsigned long long *)context;
  return 0;
}

int main(int argc, char **argv) {
  if (argc != 4) return fprintf(stderr, "usage: hyperscan KEYWORDS DOCS ROUNDS\n"), 2;
  struct lines keys = read_lines(argv[1]), docs = read_lines(argv[2]);
  unsigned *flags = calloc(keys.count, sizeof *flags), *ids = calloc(keys.count, sizeof *ids);
  for (size_t i = 0; i < keys.count; i++) ids[i] = (unsigned)i;
  hs_database_t *database;
  hs_compile_error_t *error;
  double start = now_ns();
  if (hs_compile_lit_multi((const char *const *)keys.start, flags, ids, keys.length,
                           (unsigned)keys.count, HS_MODE_BLOCK, NULL, &database,
                           &error) != HS_SUCCESS)
    return fprintf(stderr, "hyperscan: %s\n", error->message), 1;
  double build = now_ns() - start;
  hs_scratch_t *scratch = NULL;
  if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) return 1;
  size_t size = 0;
  hs_database_size(database, &size);

  double best = 1e300;
  unsigned long long matches = 0;
  for (int round = 0; round < atoi(argv[3]); round++) {
    matches = 0;
    start = now_ns();
    for (size_t i = 0; i < docs.count; i++)
      hs_scan(database, docs.start[i], (unsigned)docs.length[i], 0, scratch, count, &matches);
    double took = now_ns() - start;
    if (took < best) best = took;
  }
  printf("{\"ns_per_char\":%.3f,\"matches\":%llu,\"build_ms\":%.1f,\"image_bytes\":%zu}\n",
         best / (double)docs.characters, matches, build / 1e6, size);
}
