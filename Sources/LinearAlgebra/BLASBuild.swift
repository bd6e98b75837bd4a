internal import COpenBLAS

/// What the loaded BLAS says about itself; part of every manifest, because rounding differs between kernels.
public struct BLASBuild: Equatable, Sendable {
    /// The library's name, version and build options, as it prints them.
    public let configuration: String
    /// The kernel family it chose for this processor, e.g. `Haswell` or `SkylakeX`.
    public let coreType: String

    /// Asks the loaded library.
    public static var loaded: BLASBuild {
        BLASBuild(
            configuration: openblas_get_config().map { String(cString: $0) } ?? "unknown",
            coreType: openblas_get_corename().map { String(cString: $0) } ?? "unknown")
    }
}
