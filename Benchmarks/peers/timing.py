"""How every peer in Python reports: the same line of JSON as `dyadscore-bench`."""
import json
import resource
import time


def report(work, repeats=1, processes=1):
    """Times `work`, `repeats` times in succession, as one repetition, and prints what it found.

    With worker processes the peak memory is that of this process and as many of the largest of its workers.
    """
    start, processor_start = time.perf_counter(), time.process_time()
    for _ in range(repeats):
        answer = work()
    seconds = (time.perf_counter() - start) / repeats
    processor_seconds = (time.process_time() - processor_start) / repeats
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss if processes > 1 else 0
    print(
        json.dumps(
            {
                "seconds": seconds,
                "processor_seconds": processor_seconds,
                "megabytes": (own + processes * workers) / 1024,
                "answer": [float(value) for value in answer],
            }
        )
    )
