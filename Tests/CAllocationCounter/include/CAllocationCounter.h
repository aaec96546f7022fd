#ifndef FENLIU_ALLOCATION_COUNTER_H
#define FENLIU_ALLOCATION_COUNTER_H

#include <stdint.h>

/// Heap allocations this thread has made so far, or -1 where they cannot be counted.
int64_t fenliu_allocations_of_this_thread(void);

#endif
