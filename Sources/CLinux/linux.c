#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

int linux_exchange_paths(const char *first, const char *second) {
    const unsigned int rename_exchange = 2;
    return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, rename_exchange);
}

int linux_try_lock(int descriptor) {
    int result;
    do {
        result = flock(descriptor, LOCK_EX | LOCK_NB);
    } while (result == -1 && errno == EINTR);
    return result;
}

// The end of the pipe that the handler writes to.
static int noted = -1;

static void note(int signal) {
    const int before = errno;
    const unsigned char byte = (unsigned char)signal;
    while (write(noted, &byte, 1) == -1 && errno == EINTR) {
    }
    errno = before;
}

int linux_watch_signals(const int *signals, int count) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) == -1) return -1;
    noted = ends[1];
    for (int place = 0; place < count; place++) {
        struct sigaction former;
        if (sigaction(signals[place], NULL, &former) == -1 || former.sa_handler == SIG_IGN) continue;
        struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART | (int)SA_RESETHAND};
        sigemptyset(&action.sa_mask);
        sigaction(signals[place], &action, NULL);
    }
    return ends[0];
}
