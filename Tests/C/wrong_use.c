/* Wrong use returns its documented error: wrong_use PACK [--debug-library] */
#include "check.h"

#include <errno.h>

static const char *const lamp = "葛城街道南大街路灯坏了几天了";

static void nulls(fenliu_router *router, fenliu_scratch *scratch) {
  fenliu_decision decision;
  fenliu_call call;
  fenliu_string json;
  fenliu_router *other = router;
  size_t count;
  fenliu_decision_init(&decision);
  fenliu_call_init(&call);
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_open(NULL, &other));
  CHECK(other == NULL);
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_open("x", NULL));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_open_bytes(NULL, 5, &other));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_scratch_create(NULL));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_route(NULL, scratch, lamp, 3, NULL, &decision));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_route(router, NULL, lamp, 3, NULL, &decision));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_route(router, scratch, NULL, 3, NULL, &decision));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_route(router, scratch, lamp, 3, NULL, NULL));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_route_call(router, scratch, NULL, &decision));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_route_json(NULL, lamp, 3, NULL, NULL, 0, &count));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_route_json(router, lamp, 3, NULL, NULL, 9, &count));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_call_json(router, scratch, &call, NULL));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_call_json(router, scratch, NULL, &json));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_route_batch(router, scratch, &call, 1, NULL, NULL));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT,
         fenliu_route_column(router, scratch, lamp, NULL, 1, NULL, NULL, sizeof(fenliu_row)));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_pack(router, NULL));
  EXPECT(FENLIU_ERROR_NULL_ARGUMENT, fenliu_table_count(router, FENLIU_TABLE_UNITS, NULL));
  /* No text at all is a text of length 0. */
  EXPECT(FENLIU_OK, fenliu_route(router, scratch, NULL, 0, NULL, &decision));
  CHECK(decision.review_reasons != 0);
  fenliu_close(NULL);
  fenliu_scratch_destroy(NULL);
  CHECK(fenliu_retain(NULL) == NULL);
}

static void sizes(fenliu_router *router, fenliu_scratch *scratch) {
  fenliu_decision decision;
  fenliu_call call;
  fenliu_pack_info info;
  fenliu_row row;
  int64_t offsets[2] = {0, 3};
  struct { fenliu_decision decision; char newer[16]; } large;
  memset(&decision, 0, sizeof decision);
  memset(&info, 0, sizeof info);
  memset(&call, 0, sizeof call);
  EXPECT(FENLIU_ERROR_STRUCT_SIZE, fenliu_route(router, scratch, lamp, 3, NULL, &decision));
  decision.struct_size = sizeof decision - 1;
  EXPECT(FENLIU_ERROR_STRUCT_SIZE, fenliu_route(router, scratch, lamp, 3, NULL, &decision));
  decision.struct_size = 0xDEADBEEF;
  EXPECT(FENLIU_ERROR_STRUCT_SIZE, fenliu_route(router, scratch, lamp, 3, NULL, &decision));
  CHECK(decision.category == 0);
  EXPECT(FENLIU_ERROR_STRUCT_SIZE, fenliu_pack(router, &info));
  fenliu_decision_init(&decision);
  EXPECT(FENLIU_ERROR_STRUCT_SIZE, fenliu_route_call(router, scratch, &call, &decision));
  EXPECT(FENLIU_ERROR_STRUCT_SIZE,
         fenliu_route_column(router, scratch, lamp, offsets, 1, NULL, &row, sizeof row - 4));
  /* A caller of a newer header: what the library does not know is zeroed. */
  memset(&large, 0x55, sizeof large);
  large.decision.struct_size = sizeof large;
  EXPECT(FENLIU_OK, fenliu_route(router, scratch, lamp, strlen(lamp), NULL, &large.decision));
  CHECK(large.decision.struct_size == sizeof large);
  CHECK(large.newer[0] == 0 && large.newer[15] == 0);
}

static void buffers(fenliu_router *router) {
  size_t length = strlen(lamp), needed = 0, exact;
  char *buffer;
  EXPECT(FENLIU_ERROR_BUFFER_TOO_SMALL,
         fenliu_route_json(router, lamp, length, NULL, NULL, 0, &needed));
  exact = needed;
  buffer = malloc(exact);
  CHECK(buffer != NULL);
  buffer[0] = '?';
  EXPECT(FENLIU_ERROR_BUFFER_TOO_SMALL,
         fenliu_route_json(router, lamp, length, NULL, buffer, exact - 1, &needed));
  CHECK(needed == exact && buffer[0] == '?');
  EXPECT(FENLIU_OK, fenliu_route_json(router, lamp, length, NULL, buffer, exact, NULL));
  CHECK(strlen(buffer) == exact - 1 && buffer[0] == '{' && buffer[exact - 2] == '}');
  free(buffer);
}

static void packs(const char *path) {
  fenliu_router *router = NULL;
  size_t size;
  char *bytes = contents(path, &size);
  EXPECT(FENLIU_ERROR_IO, fenliu_open("/nowhere/x.pack", &router));
  CHECK(errno == ENOENT);
  EXPECT(FENLIU_ERROR_PACK_DAMAGED, fenliu_open_bytes(bytes, 10, &router));
  EXPECT(FENLIU_ERROR_PACK_DAMAGED, fenliu_open_bytes(bytes, size - 1, &router));
  bytes[0] ^= 1;
  EXPECT(FENLIU_ERROR_NOT_A_PACK, fenliu_open_bytes(bytes, size, &router));
  bytes[0] ^= 1;
  bytes[size / 2] ^= 1;
  EXPECT(FENLIU_ERROR_PACK_DAMAGED, fenliu_open_bytes(bytes, size, &router));
  bytes[size / 2] ^= 1;
  bytes[16] += 1; /* the format version */
  EXPECT(FENLIU_ERROR_PACK_NEWER, fenliu_open_bytes(bytes, size, &router));
  bytes[16] = 0;
  EXPECT(FENLIU_ERROR_PACK_OLDER, fenliu_open_bytes(bytes, size, &router));
  CHECK(router == NULL);
  free(bytes);
}

static void texts(fenliu_router *router, fenliu_scratch *scratch) {
  /* “煤气味大得很” with a broken byte before and half a character behind it. */
  const char *broken = "\xFF我屋头煤气味大得很\xE7\x85";
  fenliu_decision decision;
  char buffer[65536];
  fenliu_decision_init(&decision);
  EXPECT(FENLIU_WARNING_NOT_UTF8,
         fenliu_route(router, scratch, broken, strlen(broken), NULL, &decision));
  CHECK(decision.flags & FENLIU_TEXT_ILL_FORMED);
  CHECK(decision.urgent == 1);
  EXPECT(FENLIU_WARNING_NOT_UTF8,
         fenliu_route_json(router, broken, strlen(broken), NULL, buffer, sizeof buffer, NULL));
  CHECK(strstr(buffer, "\"urgent\":true") != NULL);
  EXPECT(FENLIU_OK, fenliu_route(router, scratch, "a\0b", 3, NULL, &decision));
  EXPECT(FENLIU_ERROR_BAD_TIMESTAMP,
         fenliu_route(router, scratch, lamp, 3, "2026-11-21 noon", &decision));
  EXPECT(FENLIU_ERROR_TEXT_TOO_LONG,
         fenliu_route(router, scratch, lamp, (size_t)1 << 32, NULL, &decision));
}

static int32_t never(void *context, size_t index, int32_t status, const fenliu_decision *decision) {
  (void)context, (void)index, (void)status, (void)decision;
  CHECK(!"a sink is called");
  return 0;
}

/* What a failed function returned as -1, and then was taken for a length. */
static void lengths(fenliu_router *router, fenliu_scratch *scratch) {
  const size_t most = (size_t)-1;
  fenliu_router *other = NULL;
  fenliu_decision decision;
  fenliu_call call;
  fenliu_string json;
  fenliu_row row;
  int64_t offsets[2] = {0, 3};
  size_t needed;
  fenliu_decision_init(&decision);
  EXPECT(FENLIU_ERROR_TEXT_TOO_LONG, fenliu_route(router, scratch, lamp, most, NULL, &decision));
  EXPECT(FENLIU_ERROR_TEXT_TOO_LONG,
         fenliu_route_json(router, lamp, most, NULL, NULL, 0, &needed));
  fenliu_call_init(&call);
  call.text.bytes = call.place.bytes = call.id.bytes = lamp;
  call.text.length = call.place.length = 3;
  call.id.length = most;
  EXPECT(FENLIU_ERROR_TEXT_TOO_LONG, fenliu_call_json(router, scratch, &call, &json));
  call.id.length = 3;
  call.place.length = (size_t)1 << 40;
  EXPECT(FENLIU_ERROR_TEXT_TOO_LONG, fenliu_route_call(router, scratch, &call, &decision));
  EXPECT(FENLIU_ERROR_PACK_DAMAGED, fenliu_open_bytes(lamp, most, &other));
  CHECK(other == NULL);
  EXPECT(FENLIU_ERROR_BAD_INDEX, fenliu_route_batch(router, scratch, &call, most, never, NULL));
  EXPECT(FENLIU_ERROR_BAD_INDEX,
         fenliu_route_column(router, scratch, lamp, offsets, most, NULL, &row, sizeof row));
}

static void indices(fenliu_router *router) {
  fenliu_string text;
  size_t count;
  EXPECT(FENLIU_OK, fenliu_table_count(router, FENLIU_TABLE_UNITS, &count));
  EXPECT(FENLIU_ERROR_BAD_INDEX, fenliu_table_text(router, FENLIU_TABLE_UNITS, count, 0, &text));
  EXPECT(FENLIU_ERROR_BAD_INDEX, fenliu_table_text(router, FENLIU_TABLE_UNITS, (size_t)-1, 0, &text));
  EXPECT(FENLIU_ERROR_BAD_INDEX, fenliu_table_text(router, FENLIU_TABLE_UNITS, 0, 9, &text));
  EXPECT(FENLIU_ERROR_BAD_INDEX, fenliu_table_count(router, 99, &count));
}

/* Debug builds of the library know every handle they closed. */
static void closed(const char *path) {
  fenliu_router *router = NULL;
  fenliu_scratch *scratch = NULL;
  fenliu_decision decision;
  fenliu_decision_init(&decision);
  EXPECT(FENLIU_OK, fenliu_open(path, &router));
  EXPECT(FENLIU_OK, fenliu_scratch_create(&scratch));
  fenliu_close(router);
  EXPECT(FENLIU_ERROR_CLOSED, fenliu_route(router, scratch, lamp, 3, NULL, &decision));
  EXPECT(FENLIU_ERROR_CLOSED, fenliu_route_json(router, lamp, 3, NULL, NULL, 0, NULL));
  fenliu_close(router); /* a second time: nothing happens */
  EXPECT(FENLIU_OK, fenliu_open(path, &router));
  fenliu_scratch_destroy(scratch);
  EXPECT(FENLIU_ERROR_CLOSED, fenliu_route(router, scratch, lamp, 3, NULL, &decision));
  fenliu_scratch_destroy(scratch);
  fenliu_close(router);
}

int main(int argc, char **argv) {
  fenliu_router *router = NULL;
  fenliu_scratch *scratch = NULL;
  int32_t status;
  CHECK(argc >= 2);
  for (status = -14; status <= 3; status++) CHECK(strlen(fenliu_error_message(status)) > 5);
  EXPECT(FENLIU_OK, fenliu_open(argv[1], &router));
  EXPECT(FENLIU_OK, fenliu_scratch_create(&scratch));
  nulls(router, scratch);
  sizes(router, scratch);
  buffers(router);
  packs(argv[1]);
  texts(router, scratch);
  lengths(router, scratch);
  indices(router);
  if (argc > 2) closed(argv[1]);
  fenliu_scratch_destroy(scratch);
  fenliu_close(router);
  printf("wrong use: each returned its error%s\n", argc > 2 ? ", closed handles too" : "");
  return 0;
}
