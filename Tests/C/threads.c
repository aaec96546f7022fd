/* Eight threads route while a ninth swaps packs: threads PACK OTHER-PACK CALLS RELOADS */
#include "check.h"

#include <pthread.h>

/* The reload of docs/c-library.md: the lock is held for a pointer's copy, never while routing. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static fenliu_router *current;

static fenliu_router *acquire(void) {
  fenliu_router *router;
  pthread_mutex_lock(&lock);
  router = fenliu_retain(current);
  pthread_mutex_unlock(&lock);
  return router;
}

static int32_t reload(const char *path) {
  fenliu_router *fresh = NULL, *old;
  int32_t status = fenliu_open(path, &fresh);
  if (status < 0) return status; /* the last good pack stays */
  pthread_mutex_lock(&lock);
  old = current;
  current = fresh;
  pthread_mutex_unlock(&lock);
  fenliu_close(old);
  return FENLIU_OK;
}

static const char *const texts[] = {
    "我屋头煤气味大得很，晓不得是哪里漏", "葛城街道南大街路灯坏了几天了", "有人打架，流了好多血",
    "楼下烧烤摊吵得睡不着", "娃儿不见了，三岁，穿红衣服",
};
enum { TEXTS = sizeof texts / sizeof *texts, THREADS = 8 };

static int calls, wrong;
static int urgent[TEXTS];

static void *work(void *number) {
  fenliu_scratch *scratch = NULL;
  char json[65536];
  int index, bad = 0;
  EXPECT(FENLIU_OK, fenliu_scratch_create(&scratch));
  for (index = 0; index < calls; index++) {
    int text = (index + *(int *)number) % TEXTS;
    size_t length = strlen(texts[text]);
    fenliu_router *router = acquire();
    fenliu_decision decision;
    fenliu_decision_init(&decision);
    EXPECT(FENLIU_OK, fenliu_route(router, scratch, texts[text], length, NULL, &decision));
    bad += decision.urgent != urgent[text];
    /* Views stay valid while the router is held, also if it was swapped meanwhile. */
    bad += decision.category_name.length == 0 || decision.lead.name.length == 0;
    if (index % 16 == 0)
      EXPECT(FENLIU_OK,
             fenliu_route_json(router, texts[text], length, NULL, json, sizeof json, NULL));
    fenliu_close(router);
  }
  fenliu_scratch_destroy(scratch);
  __atomic_fetch_add(&wrong, bad, __ATOMIC_RELAXED);
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t threads[THREADS];
  int numbers[THREADS], index, reloads;
  fenliu_scratch *scratch = NULL;
  CHECK(argc == 5);
  calls = atoi(argv[3]);
  reloads = atoi(argv[4]);
  EXPECT(FENLIU_OK, reload(argv[1]));
  EXPECT(FENLIU_OK, fenliu_scratch_create(&scratch));
  for (index = 0; index < TEXTS; index++) {
    fenliu_decision decision;
    fenliu_decision_init(&decision);
    EXPECT(FENLIU_OK, fenliu_route(current, scratch, texts[index], strlen(texts[index]), NULL,
                                   &decision));
    urgent[index] = decision.urgent;
  }
  fenliu_scratch_destroy(scratch);
  for (index = 0; index < THREADS; index++) {
    numbers[index] = index;
    CHECK(pthread_create(&threads[index], NULL, work, &numbers[index]) == 0);
  }
  for (index = 0; index < reloads; index++) EXPECT(FENLIU_OK, reload(argv[1 + index % 2]));
  EXPECT(FENLIU_ERROR_IO, reload("/nowhere/x.pack"));
  for (index = 0; index < THREADS; index++) pthread_join(threads[index], NULL);
  CHECK(wrong == 0);
  fenliu_close(current);
  printf("threads: %d threads, %d calls each, %d reloads: all right\n", THREADS, calls, reloads);
  return 0;
}
