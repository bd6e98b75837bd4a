import Diagnostics
import Scoring

/// What an efficiency analysis of a table is asked for.
public struct EfficiencyOptions: Sendable {
    /// Columns of the table.
    public var inputs: [String]
    public var outputs: [String]
    public var model: EfficiencyModel
    /// Whether units are ranked by super-efficiency.
    public var isSuper: Bool
    /// Whether slacks stand in the text and CSV tables; JSON always has them.
    public var showsSlacks: Bool

    public init(
        inputs: [String], outputs: [String], model: EfficiencyModel, isSuper: Bool = false,
        showsSlacks: Bool = false
    ) {
        self.inputs = inputs
        self.outputs = outputs
        self.model = model
        self.isSuper = isSuper
        self.showsSlacks = showsSlacks
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
