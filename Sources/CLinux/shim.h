// The one Linux call that Swift's Glibc module does not show: exchanging two paths atomically.
#ifndef DYADSCORE_CLINUX_SHIM_H
#define DYADSCORE_CLINUX_SHIM_H
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

// renameat2(2) with RENAME_EXCHANGE; 0, or -1 with errno set.
static inline int linux_exchange_paths(const char *first, const char *second) {
    const unsigned int rename_exchange = 2;
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, rename_exchange);
}
#endif
