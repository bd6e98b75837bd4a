# Sourced by the other scripts: finds or installs what a fresh Debian 12 machine with a Swift 6 toolchain lacks.
#
# OPENBLAS_PREFIX names an OpenBLAS elsewhere (conda, a module on a cluster): the folder that holds
# lib/pkgconfig/openblas.pc. Then libopenblas-dev is not asked for. CLP_PREFIX does the same for COIN-OR CLP: the
# folder that holds include/coin/Clp_C_Interface.h and lib/libClp.so; coinor-libclp-dev is not asked for.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

build_flags=()
if [ -n "${OPENBLAS_PREFIX:-}" ]; then
    if [ ! -f "$OPENBLAS_PREFIX/lib/pkgconfig/openblas.pc" ]; then
        echo "OPENBLAS_PREFIX is $OPENBLAS_PREFIX, but $OPENBLAS_PREFIX/lib/pkgconfig/openblas.pc does not exist" >&2
        exit 66
    fi
    export PKG_CONFIG_PATH="$OPENBLAS_PREFIX/lib/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}"
    build_flags=(-Xlinker "-L$OPENBLAS_PREFIX/lib" -Xlinker -rpath -Xlinker "$OPENBLAS_PREFIX/lib")
fi
if [ -n "${CLP_PREFIX:-}" ]; then
    if [ ! -f "$CLP_PREFIX/include/coin/Clp_C_Interface.h" ]; then
        echo "CLP_PREFIX is $CLP_PREFIX, but $CLP_PREFIX/include/coin/Clp_C_Interface.h does not exist" >&2
        exit 66
    fi
    build_flags+=(
        -Xcc "-I$CLP_PREFIX/include" -Xlinker "-L$CLP_PREFIX/lib" -Xlinker -rpath -Xlinker "$CLP_PREFIX/lib")
fi

if ! command -v swift >/dev/null; then
    echo "a Swift 6 toolchain is needed: see https://www.swift.org/install/linux/" >&2
    exit 69
fi

# has_library NAME: whether pkg-config knows the library.
has_library() { command -v pkg-config >/dev/null && pkg-config --exists "$1"; }

# has_clp: whether the header of COIN-OR CLP is where the compiler looks. pkg-config is not asked: see Sources/CClp.
has_clp() {
    [ -n "${CLP_PREFIX:-}" ] || [ -f /usr/include/coin/Clp_C_Interface.h ] \
        || [ -f /usr/local/include/coin/Clp_C_Interface.h ]
}

# require_packages PACKAGE...: installs them as root; otherwise says what to ask for, and stops.
require_packages() {
    [ $# -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        echo "missing Debian packages: $*" >&2
        echo "ask an administrator for: apt-get install $*" >&2
        echo "or name an OpenBLAS in another place with OPENBLAS_PREFIX=/path/to/prefix" >&2
        echo "and a COIN-OR CLP in another place with CLP_PREFIX=/path/to/prefix" >&2
        exit 69
    fi
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# What the build needs.
missing=()
command -v pkg-config >/dev/null || missing+=(pkg-config)
has_library openblas || missing+=(libopenblas-dev)
has_library libcrypto || missing+=(libssl-dev)
has_clp || missing+=(coinor-libclp-dev)
require_packages "${missing[@]}"
