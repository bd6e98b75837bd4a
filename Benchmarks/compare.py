"""Times this engine and its peers in turn on the same inputs, and writes RESULTS.md.

Each program runs in a process of its own on one core, `rounds` times, alternating with its peer, so that a busy machine
hurts both alike. Medians are compared. Seconds are those of the computation, without start-up and reading.
"""
import json
import os
import platform
import statistics
import subprocess
import sys

bench, program, work, here = sys.argv[1:5]
rounds = 5
one_core = ["taskset", "-c", "0"]
environment = dict(os.environ, OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")
python = sys.executable


def run(command, cores=one_core):
    output = subprocess.run(cores + command, env=environment, check=True, capture_output=True, text=True).stdout
    return json.loads(output.strip().splitlines()[-1])


def study(path):
    """The whole run of a study on all cores, with its peak memory."""
    timed = ["/usr/bin/time", "-f", "{\"seconds\": %e, \"megabytes\": %M, \"check\": 0}"]
    command = timed + [program, "run", path, "--output", f"{work}/results", "--quiet"]
    found = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stderr.strip().splitlines()[-1]
    )
    found["megabytes"] /= 1024
    return found


cases = [
    ("Rank acceptability, 100,000 draws x 91 x 12", [bench, "smaa", f"{work}/smaa.csv", "100000"],
     [python, f"{here}/peers/smaa_numpy.py", f"{work}/smaa.csv", "100000"], "numpy, batches, one thread", "at least 5 times as fast, below 100 MB"),
    ("MRQAP, 105 pairs, 3 predictors, 10,000 permutations", [bench, "mrqap", f"{work}/mrqap.csv", "10000"],
     ["Rscript", f"{here}/peers/mrqap_sna.R", f"{work}/mrqap.csv", "10000"], "R sna, netlm", "at most 20 ms (on two cores)"),
    ("Rank confidence sets, 91 units, 1,000 draws", [bench, "ranks", f"{work}/ranks.csv", "1000"], None,
     "csranks: 1.0 s, stored, not from this run", "at most 50 ms (on two cores)"),
]
lines = [
    "| computation | ours, one core | ours, all cores | peer, one core | ratio | peak memory, ours / peer | to reach |",
    "|---|---|---|---|---|---|---|",
]


def milliseconds(seconds):
    return f"{1000 * seconds:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"


for title, ours, peer, name, goal in cases:
    mine, all_cores, theirs = [], [], []
    for _ in range(rounds):
        mine.append(run(ours))
        all_cores.append(run(ours, []))
        if peer:
            theirs.append(run(peer))
    own = statistics.median(r["seconds"] for r in mine)
    both = statistics.median(r["seconds"] for r in all_cores)
    memory = f"{max(r['megabytes'] for r in mine):.0f} MB"
    if peer:
        other = statistics.median(r["seconds"] for r in theirs)
        memory += f" / {max(r['megabytes'] for r in theirs):.0f} MB"
        print(f"{title}: checks {mine[0]['check']:.6g} and {theirs[0]['check']:.6g}")
        row = [f"{milliseconds(other)} ({name})", f"{other / own:.3g}"]
    else:
        row = [name, "—"]
    lines.append("| " + " | ".join([title, milliseconds(own), milliseconds(both)] + row + [memory, goal]) + " |")
first = "studies/azerbaijan-kazakhstan.yaml"
apart = f"{work}/without-bootstrap.yaml"
with open(first) as source, open(apart, "w") as copy:
    copy.write(source.read().replace("replicates: 1000", "replicates: 0"))
for title, path, goal in [
    ("The whole first study, from sources to files", first, "none stated"),
    ("The same without the bootstrap of the efficiencies", apart, "below 10 s"),
]:
    whole = [study(path) for _ in range(rounds)]
    lines.append(
        f"| {title} | — | {statistics.median(r['seconds'] for r in whole):.3g} s | none | — | "
        f"{max(r['megabytes'] for r in whole):.0f} MB | {goal} |"
    )
model = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
with open(f"{here}/RESULTS.md", "w") as file:
    file.write(
        "# Measured speed\n\n"
        f"Written by `Benchmarks/run`. Medians of {rounds} runs, each program a process of its own, ours and the peer's in turn; "
        f"the machine: {model}, {os.cpu_count()} cores. Compare the ratios: the machine is shared and its times vary.\n\n"
        + "\n".join(lines)
        + "\n\nBoth sides read the same files (`peers/inputs.py`). The measured coverage of intervals and rank sets is in "
        "[COVERAGE.md](COVERAGE.md).\n"
    )
