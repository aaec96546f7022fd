/* Tells a decision in numbers. A text is two of them: where it lies in the router, its length. */
#include <stdlib.h>

#include "fenliu_jni.h"

/* More than a decision has besides its arrays. */
#define FIXED 64
/* More than any element of an array has. */
#define PER_ELEMENT 16

static bool reserve(number_buffer *buffer, size_t count) {
  if (count <= buffer->capacity) return true;
  jlong *items = realloc(buffer->items, 2 * count * sizeof *items);
  if (items == NULL) return false;
  buffer->items = items;
  buffer->capacity = 2 * count;
  return true;
}

static void put(number_buffer *buffer, jlong number) { buffer->items[buffer->count++] = number; }

static void put_double(number_buffer *buffer, double number) {
  jlong bits;
  memcpy(&bits, &number, sizeof bits);
  put(buffer, bits);
}

static void put_text(number_buffer *buffer, fenliu_string text) {
  put(buffer, (jlong)(intptr_t)text.bytes);
  put(buffer, (jlong)text.length);
}

static void put_parts(number_buffer *buffer, const fenliu_part *parts, size_t count) {
  put(buffer, (jlong)count);
  for (size_t i = 0; i < count; i++) {
    put_text(buffer, parts[i].name);
    put_text(buffer, parts[i].role);
  }
}

static void put_rows(number_buffer *buffer, const int32_t *rows, size_t count) {
  put(buffer, (jlong)count);
  for (size_t i = 0; i < count; i++) put(buffer, rows[i]);
}

/* As they lie in memory: ObligationReader.java knows the layout, which the soname stands for. */
static void put_obligations(number_buffer *buffer, const fenliu_obligation *items, size_t count) {
  _Static_assert(sizeof *items == 15 * sizeof(jlong), "ObligationReader.java");
  put(buffer, (jlong)count);
  if (count > 0) memcpy(buffer->items + buffer->count, items, count * sizeof *items);
  buffer->count += count * 15;
}

static void put_evidence(number_buffer *buffer, const fenliu_evidence *item) {
  put(buffer, item->target_kind);
  put(buffer, item->target);
  put_text(buffer, item->term);
  put_text(buffer, item->context);
  put(buffer, (jlong)item->start);
  put(buffer, (jlong)item->end);
  put_double(buffer, item->weight);
}

bool number_buffer_write(number_buffer *buffer, const fenliu_decision *decision) {
  size_t elements = decision->co_unit_count + decision->notify_count + decision->alternative_count +
                    decision->obligation_count + decision->candidate_count +
                    decision->channel_count + decision->basis_count + decision->evidence_count;
  buffer->count = 0;
  if (!reserve(buffer, FIXED + PER_ELEMENT * elements)) return false;
  put(buffer, decision->flags);
  put(buffer, decision->policing);
  put(buffer, decision->category);
  put(buffer, decision->urgent);
  put_text(buffer, decision->level_name);
  put(buffer, decision->intent);
  put(buffer, decision->review_reasons);
  put_double(buffer, decision->confidence);
  put(buffer, decision->place_status);
  put(buffer, decision->township);
  put_text(buffer, decision->village_name);
  put_rows(buffer, decision->candidates, decision->candidate_count);
  put_parts(buffer, &decision->lead, decision->lead.unit >= 0 ? 1 : 0);
  put_parts(buffer, decision->co_units, decision->co_unit_count);
  put_parts(buffer, decision->notify, decision->notify_count);
  put(buffer, (jlong)decision->alternative_count);
  for (size_t i = 0; i < decision->alternative_count; i++) {
    put(buffer, decision->alternatives[i].category);
    put_double(buffer, decision->alternatives[i].score);
  }
  put_obligations(buffer, decision->obligations, decision->obligation_count);
  put_rows(buffer, decision->channels, decision->channel_count);
  put_rows(buffer, decision->basis, decision->basis_count);
  put(buffer, (jlong)decision->evidence_count);
  for (size_t i = 0; i < decision->evidence_count; i++) {
    put_evidence(buffer, &decision->evidence[i]);
  }
  put_text(buffer, decision->ask);
  return true;
}
