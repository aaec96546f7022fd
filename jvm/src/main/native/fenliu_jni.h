/* What the files of libfenliu_jni.so share: the working memory of one call, and growing buffers. */
#ifndef FENLIU_JNI_H
#define FENLIU_JNI_H

#include <fenliu.h>
#include <jni.h>
#include <stdbool.h>

/* UTF-8 made of a Java string. */
typedef struct text_buffer {
  jchar *units;
  char *bytes;
  size_t capacity; /* in UTF-16 units; bytes has three times that */
  size_t length;   /* of bytes; none if is_null */
  bool is_null;
} text_buffer;

/* Takes over a string (NULL too). An unpaired surrogate becomes the three bytes it would have,
   which are ill-formed: so the library sees what Java sees. False, with an OutOfMemoryError thrown,
   if there is no room. O(n). */
bool text_buffer_take(JNIEnv *env, text_buffer *buffer, jstring string);
void text_buffer_free(text_buffer *buffer);
fenliu_string text_buffer_view(const text_buffer *buffer);

/* Numbers that a decision is told in, in the order in which DecisionReader.java reads them. */
typedef struct number_buffer {
  jlong *items;
  size_t capacity;
  size_t count;
} number_buffer;

/* Writes a decision; false if there is no room. O(size). */
bool number_buffer_write(number_buffer *buffer, const fenliu_decision *decision);

/* What one thread at a time routes with. Owns the router along with all others who do. */
typedef struct worker {
  fenliu_router *router;
  fenliu_scratch *scratch;
  text_buffer text;
  text_buffer place;
  text_buffer id;
  number_buffer numbers;
  fenliu_string json; /* in the scratch */
} worker;

/* Room for 2026-11-21T20:43:00+08:00 and its NUL. */
#define TIME_SIZE 26

/* Writes a time in RFC 3339, the offset to the minute; false if the year has more than four digits
   or is negative. */
bool write_time(char *out, int64_t seconds, int32_t offset);

/* Throws an OutOfMemoryError. */
void throw_out_of_memory(JNIEnv *env);

#endif
