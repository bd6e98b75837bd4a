/// A computation of the engine that is timed.
struct Kernel: Sendable {
    let name: String
    /// What its files hold, in order.
    var files: [String] = []
    /// A file that may be left out: the kernel then makes its own numbers.
    var optionalFile: String?
    var settings: [Setting] = []
    let run: @Sendable (Arguments) throws -> Timing

    /// A named value on the command line.
    struct Setting: Sendable {
        let name: String
        let standard: String

        init(_ name: String, _ standard: String) {
            (self.name, self.standard) = (name, standard)
        }

        init(_ name: String, _ standard: Int) { self.init(name, String(standard)) }
    }

    var usage: String {
        ([name] + files + (optionalFile.map { ["[\($0)]"] } ?? [])
            + settings.map { "[\($0.name)=\($0.standard)]" }).joined(separator: " ")
    }
}

/// Every kernel, one name each.
enum KernelTable {
    static let kernels: [Kernel] = [
        .firstPlaces, .acceptability, .pairwiseWins, .geometricAcceptability, .weightSampling, .blockProduct,
        .rankSets, .regression, .method, .specifications, .coinrASEM, .sobolIndices, .poissonRegression,
        .efficiencies, .yearBootstrap, .readCSV,
    ]
}
