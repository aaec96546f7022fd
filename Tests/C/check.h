/* What the C tests share. */
#ifndef CHECK_H
#define CHECK_H

#include <fenliu.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                        \
  do {                                                                          \
    if (!(condition)) {                                                         \
      fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
      exit(1);                                                                  \
    }                                                                           \
  } while (0)

/* A status by its number and its message. */
#define EXPECT(expected, call)                                                  \
  do {                                                                          \
    int32_t status_ = (call);                                                   \
    if (status_ != (expected)) {                                                \
      fprintf(stderr, "%s:%d: %s: %d (%s), not %d (%s)\n", __FILE__, __LINE__, #call, (int)status_, \
              fenliu_error_message(status_), (int)(expected),                   \
              fenliu_error_message(expected));                                  \
      exit(1);                                                                  \
    }                                                                           \
  } while (0)

static inline int is(fenliu_string text, const char *expected) {
  return text.length == strlen(expected) && memcmp(text.bytes, expected, text.length) == 0;
}

/* The bytes of a file, for changing them. */
static inline char *contents(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  char *bytes;
  CHECK(file != NULL);
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  bytes = malloc(*size + 1);
  CHECK(bytes != NULL);
  CHECK(fread(bytes, 1, *size, file) == *size);
  bytes[*size] = 0;
  fclose(file);
  return bytes;
}

#endif
