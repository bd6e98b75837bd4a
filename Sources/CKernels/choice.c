// Which instruction sets this processor has.
#include "CKernels.h"
#include <stddef.h>

extern const dyad_kernels dyad_plain_table;
#if defined(__x86_64__)
extern const dyad_kernels dyad_avx2_table;
extern const dyad_kernels dyad_avx512_table;
#endif

const dyad_kernels *dyad_kernels_of_level(int level) {
    if (level == 0) return &dyad_plain_table;
#if defined(__x86_64__)
    if (level == 1 && __builtin_cpu_supports("avx2")) return &dyad_avx2_table;
    if (level == 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        return &dyad_avx512_table;
#endif
    return NULL;
}
