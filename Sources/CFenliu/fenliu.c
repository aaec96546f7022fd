/* SwiftPM wants a source in every C target; compiling the header as C99 is what this one is for. */
#include "fenliu.h"
