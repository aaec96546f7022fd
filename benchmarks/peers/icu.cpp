// ICU called directly: the Hant-Hans transliterator on each document, then NFKC_Casefold. No offsets.
// Usage: icu DOCS.txt ROUNDS  → one line of JSON.
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <cstdio>
#include <memory>

#include "lines.h"

int main(int argc, char **argv) {
  if (argc != 3) return fprintf(stderr, "usage: icu DOCS ROUNDS\n"), 2;
  lines docs = read_lines(argv[1]);
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> hans(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, error));
  const icu::Normalizer2 *fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  if (U_FAILURE(error)) return fprintf(stderr, "icu: %s\n", u_errorName(error)), 1;
  double best = 1e300;
  long units = 0;
  for (int round = 0; round < atoi(argv[2]); round++) {
    units = 0;
    double start = now_ns();
    for (size_t i = 0; i < docs.count; i++) {
      icu::UnicodeString text = icu::UnicodeString::fromUTF8(
          icu::StringPiece(docs.start[i], (int32_t)docs.length[i]));
      hans->transliterate(text);
      units += fold->normalize(text, error).length();
    }
    double took = now_ns() - start;
    if (took < best) best = took;
  }
  printf("{\"fold_ns_per_char\":%.3f,\"units\":%ld}\n", best / (double)docs.characters, units);
}
