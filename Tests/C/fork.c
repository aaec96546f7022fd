/* A child forked while other threads route goes on routing: fork PACK FORKS */
#include "check.h"

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

static fenliu_router *router;
static int done;
static const char *const text = "我屋头煤气味大得很，晓不得是哪里漏";

static void route(int calls) {
  static __thread char json[65536];
  while (calls-- > 0) {
    EXPECT(FENLIU_OK, fenliu_route_json(router, text, strlen(text), NULL, json, sizeof json, NULL));
    CHECK(strstr(json, "\"urgent\":true") != NULL);
  }
}

static void *work(void *unused) {
  (void)unused;
  while (!__atomic_load_n(&done, __ATOMIC_RELAXED)) route(10);
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t threads[4];
  int index, forks;
  CHECK(argc == 3);
  forks = atoi(argv[2]);
  EXPECT(FENLIU_OK, fenliu_open(argv[1], &router));
  for (index = 0; index < 4; index++) CHECK(pthread_create(&threads[index], NULL, work, NULL) == 0);
  for (index = 0; index < forks; index++) {
    int status = -1;
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
      alarm(20); /* a child that waits for a lock for ever is killed */
      route(20);
      _exit(0);
    }
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  }
  __atomic_store_n(&done, 1, __ATOMIC_RELAXED);
  for (index = 0; index < 4; index++) pthread_join(threads[index], NULL);
  fenliu_close(router);
  printf("fork: %d children routed on\n", forks);
  return 0;
}
