// Swift's Glibc hides what needs _GNU_SOURCE.
#define _GNU_SOURCE
#include "CAffinity.h"

#if defined(__linux__)

#include <sched.h>

bool fenliu_may_use_core(int32_t core) {
  cpu_set_t set;
  if (core < 0 || core >= CPU_SETSIZE) return false;
  return sched_getaffinity(0, sizeof set, &set) == 0 && CPU_ISSET(core, &set);
}

bool fenliu_pin_to_core(int32_t core) {
  cpu_set_t set;
  if (core < 0 || core >= CPU_SETSIZE) return false;
  CPU_ZERO(&set);
  CPU_SET(core, &set);
  return sched_setaffinity(0, sizeof set, &set) == 0;
}

#else

bool fenliu_may_use_core(int32_t core) { return false; }
bool fenliu_pin_to_core(int32_t core) { return false; }

#endif
