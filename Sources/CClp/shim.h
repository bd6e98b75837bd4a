// The only door to COIN-OR CLP (EPL-2.0), through its C interface. The library is named in the module map and not
// asked from pkg-config, whose file for it adds the alternatives system's BLAS and LAPACK.
#ifndef DYADSCORE_CCLP_SHIM_H
#define DYADSCORE_CCLP_SHIM_H
#include <coin/Clp_C_Interface.h>
#endif
