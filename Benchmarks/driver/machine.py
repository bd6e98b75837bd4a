"""The machine and what runs on it, in words."""
import json
import os
import platform
import subprocess


def _processor_fields():
    fields = {}
    with open("/proc/cpuinfo") as file:
        for line in file:
            name, _, value = line.partition(":")
            fields.setdefault(name.strip(), value.strip())
    return fields


def has_wide_vectors():
    """Whether the processor has 512-bit vectors."""
    return "avx512f" in _processor_fields().get("flags", "").split()


def processor():
    """The processor's name and its family and model, which names of virtual processors leave out."""
    fields = _processor_fields()
    name = fields.get("model name", platform.machine())
    family = f"family {fields.get('cpu family', '?')}, model {fields.get('model', '?')}"
    flags = fields.get("flags", "").split()
    vectors = next((flag for flag in ("avx512f", "avx2", "sse4_2") if flag in flags), "none known")
    return f"{name} ({family}), widest vectors {vectors}"


def sentences(bench, python=None):
    """The machine, the engine's BLAS and, if there is a Python of peers, theirs and their versions."""
    engine = _json([bench, "machine"])
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    lines = [
        f"Machine: {processor()}, {os.cpu_count()} cores, {memory:.0f} GB, Linux {platform.release()}.",
        f"The engine's BLAS: {engine['blas']}; kernels for {engine['core_type']}.",
    ]
    if python:
        here = os.path.dirname(__file__)
        peers = _json([python, f"{here}/../peers/machine.py"])
        versions = ", ".join(f"{name} {version}" for name, version in peers["versions"].items())
        lines.append(
            f"Peers: Python {peers['python']}, {versions}; numpy's BLAS: {peers['blas']}, "
            f"kernels for {peers['core_type']}."
        )
    return lines


def _json(command):
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
