# Sourced by the other scripts: finds or installs what a fresh Debian 12 machine with a Swift 6 toolchain lacks.
#
# OPENBLAS_PREFIX names an OpenBLAS elsewhere (conda, a module on a cluster): the folder that holds
# lib/pkgconfig/openblas.pc. Then libopenblas-dev is not asked for.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

linker_flags=()
if [ -n "${OPENBLAS_PREFIX:-}" ]; then
    if [ ! -f "$OPENBLAS_PREFIX/lib/pkgconfig/openblas.pc" ]; then
        echo "OPENBLAS_PREFIX is $OPENBLAS_PREFIX, but $OPENBLAS_PREFIX/lib/pkgconfig/openblas.pc does not exist" >&2
        exit 66
    fi
    export PKG_CONFIG_PATH="$OPENBLAS_PREFIX/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
    linker_flags=(-Xlinker "-L$OPENBLAS_PREFIX/lib" -Xlinker -rpath -Xlinker "$OPENBLAS_PREFIX/lib")
fi

if ! command -v swift >/dev/null; then
    echo "a Swift 6 toolchain is needed: see https://www.swift.org/install/linux/" >&2
    exit 69
fi

# has_library NAME: whether pkg-config knows the library.
has_library() { command -v pkg-config >/dev/null && pkg-config --exists "$1"; }

# require_packages PACKAGE...: installs them as root; otherwise says what to ask for, and stops.
require_packages() {
    [ $# -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        echo "missing Debian packages: $*" >&2
        echo "ask an administrator for: apt-get install $*" >&2
        echo "or name an OpenBLAS in another place with OPENBLAS_PREFIX=/path/to/prefix" >&2
        exit 69
    fi
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# What the build needs.
missing=()
command -v pkg-config >/dev/null || missing+=(pkg-config)
has_library openblas || missing+=(libopenblas-dev)
has_library libcrypto || missing+=(libssl-dev)
require_packages "${missing[@]}"
