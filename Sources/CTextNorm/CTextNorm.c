#include "CTextNorm.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/utf16.h>

/* Texts up to this many UTF-16 units live on the stack. ICU's results are at most 18 times as long. */
enum { STACK_UNITS = 1024, GROWTH = 18 };

static const UNormalizer2 *casefold(void) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&error);
  return U_SUCCESS(error) ? normalizer : NULL;
}

static const UNormalizer2 *decomposer(void) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFDInstance(&error);
  return U_SUCCESS(error) ? normalizer : NULL;
}

static uint32_t packed(const UVersionInfo version) {
  return (uint32_t)version[0] << 16 | (uint32_t)version[1] << 8 | version[2];
}

uint32_t ctn_icu_version(void) {
  UVersionInfo version;
  u_getVersion(version);
  return packed(version);
}

uint32_t ctn_unicode_version(void) {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return packed(version);
}

bool ctn_available(void) { return casefold() && decomposer(); }

/* UTF-32 → UTF-16; `out` has room for 2 × length units. */
static int32_t to_utf16(const uint32_t *text, int32_t length, UChar *out) {
  int32_t count = 0;
  for (int32_t i = 0; i < length; i++) {
    uint32_t c = text[i] > 0x10FFFF || U_IS_SURROGATE(text[i]) ? 0xFFFD : text[i];
    U16_APPEND_UNSAFE(out, count, c);
  }
  return count;
}

static int32_t to_utf32(const UChar *text, int32_t length, uint32_t *out, int32_t capacity) {
  int32_t count = 0;
  for (int32_t i = 0; i < length;) {
    UChar32 c;
    U16_NEXT(text, i, length, c);
    if (count < capacity) out[count] = (uint32_t)c;
    count++;
  }
  return count;
}

typedef int32_t step(const void *context, UChar *text, int32_t length, UChar *out, int32_t capacity,
                     UErrorCode *error);

/* UTF-32 → UTF-16 → ICU → UTF-32, on the stack where the text is short. */
static int32_t through_utf16(step *apply, const void *context, const uint32_t *text, int32_t length,
                             uint32_t *out, int32_t capacity) {
  if (!context || length < 0 || length > INT32_MAX / (4 * GROWTH)) return -1;
  if (length == 0) return 0;
  UChar stack[STACK_UNITS];
  int32_t room = 2 * length * GROWTH + 16;
  UChar *units = stack;
  if (2 * length + room > STACK_UNITS) {
    units = malloc(sizeof(UChar) * (size_t)(2 * length + room));
    if (!units) return -1;
  }
  UErrorCode error = U_ZERO_ERROR;
  int32_t count = to_utf16(text, length, units);
  UChar *result = units + 2 * length;
  int32_t written = apply(context, units, count, result, room, &error);
  int32_t answer = U_SUCCESS(error) && written <= room ? to_utf32(result, written, out, capacity) : -1;
  if (units != stack) free(units);
  return answer;
}

static int32_t normalize(const void *context, UChar *text, int32_t length, UChar *out,
                         int32_t capacity, UErrorCode *error) {
  return unorm2_normalize(context, text, length, out, capacity, error);
}

int32_t ctn_nfkc_casefold(const uint32_t *text, int32_t length, uint32_t *out, int32_t capacity) {
  return through_utf16(normalize, casefold(), text, length, out, capacity);
}

int32_t ctn_nfd(const uint32_t *text, int32_t length, uint32_t *out, int32_t capacity) {
  return through_utf16(normalize, decomposer(), text, length, out, capacity);
}

uint8_t ctn_combining_class(uint32_t scalar) { return u_getCombiningClass((UChar32)scalar); }

bool ctn_composition_pair(uint32_t scalar, uint32_t *first, uint32_t *second) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
  const UNormalizer2 *fold = casefold();
  UChar pair[4];
  if (U_FAILURE(error) || !fold) return false;
  int32_t length = unorm2_getRawDecomposition(nfc, (UChar32)scalar, pair, 4, &error);
  if (U_FAILURE(error) || length < 2) return false;
  int32_t i = 0;
  UChar32 a, b;
  U16_NEXT(pair, i, length, a);
  if (i >= length) return false;
  U16_NEXT(pair, i, length, b);
  if (i != length || unorm2_composePair(fold, a, b) != (UChar32)scalar) return false;
  *first = (uint32_t)a;
  *second = (uint32_t)b;
  return true;
}

bool ctn_has_boundary_before(uint32_t scalar) {
  return unorm2_hasBoundaryBefore(casefold(), (UChar32)scalar);
}

bool ctn_is_inert(uint32_t scalar) { return unorm2_isInert(casefold(), (UChar32)scalar); }

bool ctn_is_ideographic(uint32_t scalar) {
  return u_hasBinaryProperty((UChar32)scalar, UCHAR_IDEOGRAPHIC);
}

struct ctn_hant_hans {
  UTransliterator *transliterator;
};

ctn_hant_hans *ctn_hant_hans_open(void) {
  UErrorCode error = U_ZERO_ERROR;
  ctn_hant_hans *converter = malloc(sizeof *converter);
  if (!converter) return NULL;
  converter->transliterator = utrans_openU(u"Hant-Hans", -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
  if (U_SUCCESS(error)) return converter;
  free(converter);
  return NULL;
}

void ctn_hant_hans_close(ctn_hant_hans *converter) {
  utrans_close(converter->transliterator);
  free(converter);
}

static int32_t transliterate(const void *context, UChar *text, int32_t length, UChar *out,
                             int32_t capacity, UErrorCode *error) {
  int32_t count = length, limit = length;
  u_memcpy(out, text, length);
  utrans_transUChars(((const ctn_hant_hans *)context)->transliterator, out, &count, capacity, 0,
                     &limit, error);
  return count;
}

int32_t ctn_hant_hans_apply(ctn_hant_hans *converter, const uint32_t *text, int32_t length,
                            uint32_t *out, int32_t capacity) {
  return through_utf16(transliterate, converter, text, length, out, capacity);
}

int32_t ctn_hant_hans_sources(ctn_hant_hans *converter, uint32_t *out, int32_t capacity) {
  UErrorCode error = U_ZERO_ERROR;
  USet *set = utrans_getSourceSet(converter->transliterator, false, NULL, &error);
  if (U_FAILURE(error)) return -1;
  int32_t count = 0;
  for (int32_t item = 0; item < uset_getItemCount(set); item++) {
    UChar32 first, last;
    error = U_ZERO_ERROR;
    if (uset_getItem(set, item, &first, &last, NULL, 0, &error) != 0) continue;
    for (UChar32 c = first; c <= last; c++, count++) {
      if (count < capacity) out[count] = (uint32_t)c;
    }
  }
  uset_close(set);
  return count;
}
