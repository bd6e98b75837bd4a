import LinearAlgebra

/// What the engine's BLAS says about itself, as one line of JSON.
func printMachine() {
    let build = BLASBuild.loaded
    print("{\"blas\": \"\(build.configuration)\", \"core_type\": \"\(build.coreType)\"}")
}
