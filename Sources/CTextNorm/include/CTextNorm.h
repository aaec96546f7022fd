/* The few questions that composing a fold table asks of ICU, in plain C.

   Code points are UTF-32 values. Functions that write a sequence return its length, which may exceed
   `capacity` (then nothing past `capacity` was written), or a negative number if ICU failed.
   Nothing here is needed at run time: a compiled pack carries its own fold table. */
#ifndef CTEXTNORM_H
#define CTEXTNORM_H

#include <stdbool.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/* The version of the ICU library in use, of Unicode it knows: major << 16 | minor << 8 | patch. */
uint32_t ctn_icu_version(void);
uint32_t ctn_unicode_version(void);

/* True if ICU's normalization data could be loaded; every other function needs it. */
bool ctn_available(void);

/* NFKC_Casefold of a sequence of code points (surrogates in it become U+FFFD). */
int32_t ctn_nfkc_casefold(const uint32_t *text, int32_t length, uint32_t *out, int32_t capacity);

/* The full canonical decomposition (NFD) of a sequence. */
int32_t ctn_nfd(const uint32_t *text, int32_t length, uint32_t *out, int32_t capacity);

/* The canonical combining class, 0…255. */
uint8_t ctn_combining_class(uint32_t scalar);

/* If `scalar` is a primary composite, true, and the pair that composes to it under NFKC_Casefold. */
bool ctn_composition_pair(uint32_t scalar, uint32_t *first, uint32_t *second);

/* NFKC_Casefold: no character before `scalar` can interact with it. */
bool ctn_has_boundary_before(uint32_t scalar);

/* NFKC_Casefold leaves `scalar` alone whatever stands before or after it. */
bool ctn_is_inert(uint32_t scalar);

/* The Unicode property Ideographic. */
bool ctn_is_ideographic(uint32_t scalar);

/* ICU's transliterator Hant-Hans; one is used by one thread at a time. Null if ICU lacks it. */
typedef struct ctn_hant_hans ctn_hant_hans;
ctn_hant_hans *_Nullable ctn_hant_hans_open(void);
void ctn_hant_hans_close(ctn_hant_hans *converter);
int32_t ctn_hant_hans_apply(ctn_hant_hans *converter, const uint32_t *text, int32_t length,
                            uint32_t *out, int32_t capacity);
/* The characters that the transliterator may change, in order; how many there are, or -1. */
int32_t ctn_hant_hans_sources(ctn_hant_hans *converter, uint32_t *_Nullable out, int32_t capacity);

#pragma clang assume_nonnull end

#endif
