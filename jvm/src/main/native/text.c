/* Java strings to UTF-8, and times to RFC 3339. */
#include <stdlib.h>

#include "fenliu_jni.h"

static bool reserve(text_buffer *buffer, size_t units) {
  if (units <= buffer->capacity) return true;
  size_t capacity = units < 256 ? 256 : units + units / 2;
  free(buffer->units);
  free(buffer->bytes);
  buffer->capacity = 0;
  buffer->units = malloc(capacity * sizeof *buffer->units);
  buffer->bytes = malloc(capacity * 3);
  if (buffer->units == NULL || buffer->bytes == NULL) return false;
  buffer->capacity = capacity;
  return true;
}

static size_t encode(const jchar *units, size_t count, char *bytes) {
  char *out = bytes;
  for (size_t i = 0; i < count; i++) {
    uint32_t c = units[i];
    if (c < 0x80) {
      *out++ = (char)c;
    } else if (c < 0x800) {
      *out++ = (char)(0xC0 | c >> 6);
      *out++ = (char)(0x80 | (c & 0x3F));
    } else if ((c & 0xFC00) == 0xD800 && i + 1 < count && (units[i + 1] & 0xFC00) == 0xDC00) {
      c = 0x10000 + ((c & 0x3FF) << 10) + (units[++i] & 0x3FFu);
      *out++ = (char)(0xF0 | c >> 18);
      *out++ = (char)(0x80 | (c >> 12 & 0x3F));
      *out++ = (char)(0x80 | (c >> 6 & 0x3F));
      *out++ = (char)(0x80 | (c & 0x3F));
    } else {
      *out++ = (char)(0xE0 | c >> 12);
      *out++ = (char)(0x80 | (c >> 6 & 0x3F));
      *out++ = (char)(0x80 | (c & 0x3F));
    }
  }
  return (size_t)(out - bytes);
}

bool text_buffer_take(JNIEnv *env, text_buffer *buffer, jstring string) {
  buffer->is_null = string == NULL;
  buffer->length = 0;
  if (string == NULL) return true;
  jsize count = (*env)->GetStringLength(env, string);
  if (!reserve(buffer, (size_t)count)) {
    throw_out_of_memory(env);
    return false;
  }
  (*env)->GetStringRegion(env, string, 0, count, buffer->units);
  buffer->length = encode(buffer->units, (size_t)count, buffer->bytes);
  return true;
}

void text_buffer_free(text_buffer *buffer) {
  free(buffer->units);
  free(buffer->bytes);
}

fenliu_string text_buffer_view(const text_buffer *buffer) {
  fenliu_string view = {NULL, 0};
  if (buffer->is_null) return view;
  view.bytes = buffer->length == 0 ? "" : buffer->bytes;
  view.length = buffer->length;
  return view;
}

static char *digits(char *out, int64_t value, int count) {
  for (int i = count - 1; i >= 0; i--) {
    out[i] = (char)('0' + value % 10);
    value /= 10;
  }
  return out + count;
}

/* The civil calendar from days, after Howard Hinnant; the C library's would take a lock. */
bool write_time(char *out, int64_t seconds, int32_t offset) {
  const int64_t first = -62167219200, end = 253402300800; /* years 0 and 10000 */
  offset -= offset % 60;
  int64_t local = seconds < first - 86400 || seconds > end + 86400 ? end : seconds + offset;
  if (local < first || local >= end) return false;
  int64_t days = (local - first) / 86400, rest = (local - first) % 86400;
  /* Days of year 0 since its 1 March: January and February belong to the year before. */
  days += 400 * 365 + 97 - 60;
  int64_t era = days / 146097, day_of_era = days % 146097;
  int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int64_t shifted = (5 * day_of_year + 2) / 153;
  int64_t day = day_of_year - (153 * shifted + 2) / 5 + 1;
  int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  int64_t year = year_of_era + era * 400 - 400 + (month <= 2);
  int32_t minutes = (offset < 0 ? -offset : offset) / 60;
  out = digits(out, year, 4);
  *out++ = '-';
  out = digits(out, month, 2);
  *out++ = '-';
  out = digits(out, day, 2);
  *out++ = 'T';
  out = digits(out, rest / 3600, 2);
  *out++ = ':';
  out = digits(out, rest / 60 % 60, 2);
  *out++ = ':';
  out = digits(out, rest % 60, 2);
  *out++ = offset < 0 ? '-' : '+';
  out = digits(out, minutes / 60, 2);
  *out++ = ':';
  out = digits(out, minutes % 60, 2);
  *out = '\0';
  return true;
}
