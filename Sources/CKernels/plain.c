// The kernels for what every processor of this architecture has.
#define KERNEL(name) dyad_plain_##name
#define KERNEL_NAME "plain"
#pragma clang diagnostic ignored "-Wpsabi"  // no vector crosses a call: all functions that take one are inlined
#include "lanes.inc.h"
