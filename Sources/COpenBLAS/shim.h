// The only door to OpenBLAS. `cblas.h` declares the CBLAS interface and the library's own queries
// (openblas_get_config, openblas_get_corename, openblas_set_num_threads).
#ifndef DYADSCORE_COPENBLAS_SHIM_H
#define DYADSCORE_COPENBLAS_SHIM_H
#include <cblas.h>
#endif
