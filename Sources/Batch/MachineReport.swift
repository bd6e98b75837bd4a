import LinearAlgebra

/// The libraries that a run on this machine would use.
public struct MachineReport: Sendable {
    public let blas: String
    public let blasCoreType: String
    /// The instruction set of the kernels: `plain`, `avx2` or `avx512`.
    public let vectors: String

    public init() {
        let build = BLASBuild.loaded
        blas = build.configuration
        blasCoreType = build.coreType
        vectors = LaneKernels.best.name
    }
}
