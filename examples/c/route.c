/* Routes calls, one a line, and prints one JSON line each: route PACK < calls.txt */
#include <fenliu.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int fail(const char *what, int32_t status) {
  fprintf(stderr, "%s: %s\n", what, fenliu_error_message(status));
  return 1;
}

int main(int argc, char **argv) {
  fenliu_router *router = NULL;
  fenliu_scratch *scratch = NULL;
  char *line = NULL;
  size_t room = 0;
  ssize_t length;
  int32_t status;

  if (argc != 2) {
    fprintf(stderr, "usage: %s PACK < calls.txt\n", argv[0]);
    return 2;
  }
  status = fenliu_open(argv[1], &router);
  if (status < 0) return fail(argv[1], status);
  status = fenliu_scratch_create(&scratch);
  if (status < 0) return fail("scratch", status);

  while ((length = getline(&line, &room, stdin)) > 0) {
    fenliu_call call;
    fenliu_string json;
    if (line[length - 1] == '\n') length--;
    fenliu_call_init(&call);
    call.text.bytes = line;
    call.text.length = (size_t)length;
    status = fenliu_call_json(router, scratch, &call, &json);
    if (status < 0) return fail("route", status);
    printf("%.*s\n", FENLIU_PRINT(json));
  }

  free(line);
  fenliu_scratch_destroy(scratch);
  fenliu_close(router);
  return 0;
}
