"""The benchmark of this tree, built against the engine of another revision."""
import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

product = "Benchmarks/.build/release/dyadscore-bench"


def build(revision, repository):
    """A `dyadscore-bench` with the engine of a revision: its path, the commit, and whether its kernels are today's.

    Today's kernels on that engine, or where they do not build the revision's own. Kept in Benchmarks/.build/against by
    commit and kernels, so that it is built once. Exits with 64 for a revision that is not there, and with 1 where
    nothing builds.
    """
    commit = _git(repository, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        print(f"there is no revision {revision}", file=sys.stderr)
        sys.exit(64)
    folder = repository / "Benchmarks/.build/against" / f"{commit}-{_digest(repository / 'Benchmarks')}"
    todays, own = folder / "dyadscore-bench", folder / "dyadscore-bench-as-it-was"
    if not todays.exists() and not own.exists():
        print(f"building the benchmark on {commit[:12]}", file=sys.stderr)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as temporary:
            tree = Path(temporary) / "revision"
            _git(repository, "worktree", "add", "--detach", str(tree), commit)
            try:
                _build_in(tree, repository / "Benchmarks", todays, own)
            finally:
                _git(repository, "worktree", "remove", "--force", str(tree))
    return (todays, commit, True) if todays.exists() else (own, commit, False)


def _build_in(tree, sources, todays, own):
    shutil.move(tree / "Benchmarks", tree / "as-it-was")
    (tree / "Benchmarks").mkdir()
    shutil.copy(sources / "Package.swift", tree / "Benchmarks")
    shutil.copytree(sources / "Sources", tree / "Benchmarks/Sources")
    if _swift_build(tree).returncode == 0:
        shutil.copy(tree / product, todays)
        return
    print("today's kernels do not build on its engine; taking its own", file=sys.stderr)
    shutil.rmtree(tree / "Benchmarks/Sources")
    shutil.copytree(tree / "as-it-was/Sources", tree / "Benchmarks/Sources")
    shutil.copy(tree / "as-it-was/Package.swift", tree / "Benchmarks")
    built = _swift_build(tree)
    if built.returncode != 0:
        print(built.stdout + built.stderr, file=sys.stderr)
        sys.exit(1)
    shutil.copy(tree / product, own)


def _swift_build(tree):
    script = (
        'source scripts/environment.sh && swift build -c release --package-path Benchmarks "${build_flags[@]}"'
    )
    return subprocess.run(["bash", "-c", script], cwd=tree, capture_output=True, text=True)


def _git(repository, *words):
    found = subprocess.run(["git", "-C", str(repository), *words], capture_output=True, text=True)
    return found.stdout.strip() if found.returncode == 0 else None


def _digest(sources):
    digest = hashlib.sha256()
    for path in [sources / "Package.swift", *sorted((sources / "Sources").rglob("*.swift"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
