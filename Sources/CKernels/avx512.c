// The kernels for x86-64 processors with 64-byte vectors.
#if defined(__x86_64__)
#define KERNEL(name) dyad_avx512_##name
#define KERNEL_NAME "avx512"
#include <stdint.h>
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl"))), apply_to = function)
#include "lanes.inc.h"
#pragma clang attribute pop
#endif
