import Diagnostics
import Scoring

/// What an efficiency analysis of a table is asked for.
public struct EfficiencyOptions: Sendable {
    /// A bootstrap of the efficiencies.
    public struct Bootstrap: Sendable {
        public let replicates: Int
        public let seed: UInt64
        public let confidence: Double

        /// - Throws: `Diagnostic` (wrong argument) for fewer than 2 or more than 100,000 replicates, or a confidence
        ///   that does not lie between 0.5 and 1.
        public init(replicates: Int, seed: UInt64, confidence: Double) throws(Diagnostic) {
            guard (2...100_000).contains(replicates) else {
                throw Diagnostic(
                    .wrongArgument, rule: "--bootstrap must be a number from 2 to 100000",
                    found: "\(replicates)")
            }
            guard confidence >= 0.5, confidence < 1 else {
                throw Diagnostic(
                    .wrongArgument, rule: "--confidence must be a number from 0.5 to below 1",
                    found: "\(confidence)")
            }
            self.replicates = replicates
            self.seed = seed
            self.confidence = confidence
        }
    }

    /// Columns of the table.
    public var inputs: [String]
    public var outputs: [String]
    public var model: EfficiencyModel
    /// Whether units are ranked by super-efficiency.
    public var isSuper: Bool
    /// Whether slacks stand in the text and CSV tables; JSON always has them.
    public var showsSlacks: Bool
    public var bootstrap: Bootstrap?

    public init(
        inputs: [String], outputs: [String], model: EfficiencyModel, isSuper: Bool = false,
        showsSlacks: Bool = false, bootstrap: Bootstrap? = nil
    ) {
        self.inputs = inputs
        self.outputs = outputs
        self.model = model
        self.isSuper = isSuper
        self.showsSlacks = showsSlacks
        self.bootstrap = bootstrap
    }

    /// - Throws: `Diagnostic` (wrong argument) for a list that is empty, a column that is not there, or one that
    ///   stands twice.
    func check(against header: [String]) throws(Diagnostic) {
        for (option, columns) in [("--inputs", inputs), ("--outputs", outputs)] {
            guard !columns.isEmpty else {
                throw Diagnostic(.wrongArgument, rule: "--dea needs \(option), columns separated by commas")
            }
            for column in columns where !header.contains(column) {
                throw WideTable.noColumn(column, option: option, header: header)
            }
        }
        var seen: Set<String> = []
        for column in inputs + outputs where !seen.insert(column).inserted {
            throw Diagnostic(
                .wrongArgument, rule: "a column may be one input or one output, once",
                found: column.quotedForMessage)
        }
    }
}
