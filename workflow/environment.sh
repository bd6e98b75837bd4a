# Sourced by the scripts here: snakemake of pinned versions in .build/workflow, and the program.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
if [ ! -x .build/workflow/bin/snakemake ]; then
    python3 -m venv .build/workflow
    .build/workflow/bin/pip install --quiet -r workflow/requirements.txt
fi
export PATH="$PWD/.build/workflow/bin:$PATH"
program="${DYADSCORE:-.build/release/dyadscore}"
if [ ! -x "$program" ]; then
    echo "$program is missing: build it with 'swift build -c release', or name another with DYADSCORE" >&2
    exit 66
fi
