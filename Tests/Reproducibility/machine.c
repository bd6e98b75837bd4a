// Loaded before a program (LD_PRELOAD), lets it believe that the machine is another one:
//   PRETEND_PROCESSORS  so many processors, 1 to 64, however many there are;
//   PRETEND_YEARS       so many years of 365 days later.
// Only what the C library answers is changed; a program that asks the kernel itself sees the truth. `check` therefore
// makes sure that the pretence reaches: by the threads of the program, and by the year that `date` prints.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long asked(const char *name) {
    const char *text = getenv(name);
    return text ? atol(text) : 0;
}

static int pretended(size_t size, cpu_set_t *set) {
    long processors = asked("PRETEND_PROCESSORS");
    if (processors < 1 || processors > 64 || size < 8) return 0;
    CPU_ZERO_S(size, set);
    for (long number = 0; number < processors; number++) CPU_SET_S((size_t)number, size, set);
    return 1;
}

int sched_getaffinity(pid_t process, size_t size, cpu_set_t *set) {
    if (pretended(size, set)) return 0;
    int (*real)(pid_t, size_t, cpu_set_t *) = (int (*)(pid_t, size_t, cpu_set_t *))dlsym(RTLD_NEXT, "sched_getaffinity");
    return real(process, size, set);
}

int pthread_getaffinity_np(pthread_t thread, size_t size, cpu_set_t *set) {
    if (pretended(size, set)) return 0;
    int (*real)(pthread_t, size_t, cpu_set_t *) =
        (int (*)(pthread_t, size_t, cpu_set_t *))dlsym(RTLD_NEXT, "pthread_getaffinity_np");
    return real(thread, size, set);
}

long sysconf(int name) {
    long processors = asked("PRETEND_PROCESSORS");
    if (processors > 0 && (name == _SC_NPROCESSORS_ONLN || name == _SC_NPROCESSORS_CONF)) return processors;
    return ((long (*)(int))dlsym(RTLD_NEXT, "sysconf"))(name);
}

static time_t later(void) { return (time_t)asked("PRETEND_YEARS") * 365 * 24 * 60 * 60; }

int clock_gettime(clockid_t clock, struct timespec *time) {
    int status = ((int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime"))(clock, time);
    if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += later();
    return status;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int status = ((int (*)(struct timeval *, void *))dlsym(RTLD_NEXT, "gettimeofday"))(now, zone);
    if (status == 0) now->tv_sec += later();
    return status;
}

time_t time(time_t *place) {
    struct timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0) return (time_t)-1;
    if (place) *place = now.tv_sec;
    return now.tv_sec;
}
