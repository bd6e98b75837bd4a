"""How every peer in Python reports: the same line of JSON as `dyadscore-bench`."""
import json
import time


def peak_megabytes():
    """The largest resident memory of this process so far.

    Not `ru_maxrss`, in which the process that started this one stays counted.
    """
    with open("/proc/self/status") as status:
        line = next(line for line in status if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024


def report(work, repeats=1, megabytes_of_workers=lambda: 0):
    """Times `work`, `repeats` times in succession, as one repetition, and prints what it found.

    `megabytes_of_workers`, asked at the end, is the memory of other processes that worked.
    """
    start, processor_start = time.perf_counter(), time.process_time()
    for _ in range(repeats):
        answer = work()
    print(
        json.dumps(
            {
                "seconds": (time.perf_counter() - start) / repeats,
                "processor_seconds": (time.process_time() - processor_start) / repeats,
                "megabytes": peak_megabytes() + megabytes_of_workers(),
                "answer": [float(value) for value in answer],
            }
        )
    )
