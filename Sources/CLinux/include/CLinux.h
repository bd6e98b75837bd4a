// Linux calls that Swift's Glibc module does not show, and the handler of signals, which has to be C.
#ifndef DYADSCORE_CLINUX_H
#define DYADSCORE_CLINUX_H

// renameat2(2) with RENAME_EXCHANGE; 0, or -1 with errno set.
int linux_exchange_paths(const char *first, const char *second);

// flock(2) for one holder, without waiting; 0, or -1 with errno set.
int linux_try_lock(int descriptor);

// Makes the process write the number of each of these signals, as one byte, into a pipe whose end to read is returned;
// -1 with errno set if there can be none. A signal that is ignored stays so, as under nohup, and one that comes again has
// its default effect. To be called once.
int linux_watch_signals(const int *signals, int count);
#endif
