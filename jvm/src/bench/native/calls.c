/* The same calls from C: for each line on stdin one pass over all texts, whose nanoseconds of this
   thread's processor time a call are printed. calls PACK TEXTS route|json */
#include <fenliu.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MOST_TEXTS 20000
#define LONGEST 65536

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

static void fail(const char *what, int32_t status) {
  fprintf(stderr, "%s: %s\n", what, fenliu_error_message(status));
  exit(1);
}

int main(int count, char **arguments) {
  static fenliu_string texts[MOST_TEXTS];
  static char line[LONGEST];
  if (count != 4) return 64;
  bool json = strcmp(arguments[3], "json") == 0;
  FILE *file = fopen(arguments[2], "r");
  if (file == NULL) return 66;
  size_t total = 0;
  while (total < MOST_TEXTS && fgets(line, LONGEST, file) != NULL) {
    size_t length = strcspn(line, "\n");
    char *copy = malloc(length + 1);
    if (copy == NULL) return 71;
    memcpy(copy, line, length);
    texts[total].bytes = copy;
    texts[total++].length = length;
  }
  fclose(file);

  fenliu_router *router;
  fenliu_scratch *scratch;
  int32_t status = fenliu_open(arguments[1], &router);
  if (status < 0) fail(arguments[1], status);
  if ((status = fenliu_scratch_create(&scratch)) < 0) fail("scratch", status);
  size_t bytes = 0;
  while (fgets(line, LONGEST, stdin) != NULL) {
    double start = now();
    for (size_t i = 0; i < total; i++) {
      if (json) {
        fenliu_call call;
        fenliu_call_init(&call);
        call.text = texts[i];
        fenliu_string out;
        status = fenliu_call_json(router, scratch, &call, &out);
        bytes += out.length;
      } else {
        fenliu_decision decision;
        fenliu_decision_init(&decision);
        status = fenliu_route(router, scratch, texts[i].bytes, texts[i].length, NULL, &decision);
        bytes += decision.basis_count;
      }
      if (status < 0) fail("route", status);
    }
    printf("%.1f\n", (now() - start) / (double)total);
    fflush(stdout);
  }
  fenliu_scratch_destroy(scratch);
  fenliu_close(router);
  return bytes == 0;
}
