// The kernels for x86-64 processors with 32-byte vectors.
#if defined(__x86_64__)
#define KERNEL(name) dyad_avx2_##name
#define KERNEL_NAME "avx2"
#pragma clang diagnostic ignored "-Wpsabi"  // no vector crosses a call: all functions that take one are inlined
#include <stdint.h>
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "lanes.inc.h"
#pragma clang attribute pop
#endif
