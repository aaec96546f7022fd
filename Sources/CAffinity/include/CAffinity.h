#ifndef FENLIU_AFFINITY_H
#define FENLIU_AFFINITY_H

#include <stdbool.h>
#include <stdint.h>

/* True if the calling thread may run on this core, counted from 0; false where nobody can tell. */
bool fenliu_may_use_core(int32_t core);

/* Keeps the calling thread on one core; false where the system does not let it. */
bool fenliu_pin_to_core(int32_t core);

#endif
