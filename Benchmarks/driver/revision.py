"""The benchmark of this tree, built against the engine of another revision."""
import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def build(revision, repository):
    """The path of a `dyadscore-bench` with the engine as it was at a revision and the kernels as they are here.

    Kept in Benchmarks/.build/against by commit and kernels, so that it is built once. Exits with 64 for a revision that
    is not there, and with 1 where today's kernels cannot be built on its engine.
    """
    commit = _git(repository, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        print(f"there is no revision {revision}", file=sys.stderr)
        sys.exit(64)
    sources = repository / "Benchmarks"
    kept = sources / ".build/against" / f"{commit}-{_digest(sources)}" / "dyadscore-bench"
    if kept.exists():
        return kept, commit
    print(f"building the benchmark on {commit[:12]}", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "revision"
        _git(repository, "worktree", "add", "--detach", str(tree), commit)
        try:
            shutil.rmtree(tree / "Benchmarks", ignore_errors=True)
            (tree / "Benchmarks").mkdir()
            shutil.copy(sources / "Package.swift", tree / "Benchmarks")
            shutil.copytree(sources / "Sources", tree / "Benchmarks/Sources")
            script = (
                "source scripts/environment.sh && "
                'swift build -c release --package-path Benchmarks "${build_flags[@]}"'
            )
            built = subprocess.run(["bash", "-c", script], cwd=tree, capture_output=True, text=True)
            if built.returncode != 0:
                errors = [line for line in built.stdout.splitlines() if "error:" in line]
                print("\n".join(errors) or built.stderr, file=sys.stderr)
                print("today's kernels do not build on that revision's engine", file=sys.stderr)
                sys.exit(1)
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(tree / "Benchmarks/.build/release/dyadscore-bench", kept)
        finally:
            _git(repository, "worktree", "remove", "--force", str(tree))
    return kept, commit


def _git(repository, *words):
    found = subprocess.run(["git", "-C", str(repository), *words], capture_output=True, text=True)
    return found.stdout.strip() if found.returncode == 0 else None


def _digest(sources):
    digest = hashlib.sha256()
    for path in [sources / "Package.swift", *sorted((sources / "Sources").rglob("*.swift"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
