import Diagnostics
import Scoring

/// A table and what it is to be scored on, read and checked: everything but the methods.
///
/// P units, K indicators.
public struct IndexInput: Sendable {
    public let units: [String]
    /// K columns of P values, as they stand in the table.
    public let raw: [[Double?]]
    /// The column by which each indicator was divided; K.
    public let denominators: [String?]
    /// P x K values that are scored: divided where a denominator is named, and missing where either is.
    public let table: IndicatorTable
    public let design: IndexDesign
    /// The name of the index, if the file of indicators gives it one.
    public let indexName: String?
    /// Whether weights are declared for any indicator or group.
    public let hasDeclaredWeights: Bool
    /// P marks of the reference class.
    public let isReference: [Bool]
    /// The class as the user named it, nil for all units.
    public let className: String?
    /// The file, for messages.
    let source: WideTable

    /// - Parameters:
    ///   - source: the table; P units, with numbers or missing values in the columns of indicators and denominators.
    ///   - sheet: the indicators and groups; without it every column that has no other role is an indicator.
    ///   - groupColumn: a column of labels, for rules that fill gaps from units of the same group.
    ///   - classFilter: `COLUMN=VALUE`: the units that others are measured against.
    /// - Throws: `Diagnostic` for columns that are not there, cells that are no numbers, a denominator of zero, or a
    ///   class without units.
    public init(
        _ source: WideTable, sheet: IndicatorSheet?, groupColumn: String? = nil, classFilter: String? = nil
    ) throws(Diagnostic) {
        self.source = source
        units = source.units
        isReference = try ReferenceFilter.marks(classFilter, in: source)
        className = classFilter
        let groups = try groupColumn.map { column throws(Diagnostic) in
            try Self.groups(column, in: source)
        }

        let roles = [
            source.unitColumn, groupColumn,
            try classFilter.map { text throws(Diagnostic) in try ReferenceFilter(text).column },
        ].compactMap { $0 }
        let columns = source.header.filter { $0 != source.unitColumn }
        let tree: IndicatorTree
        if let sheet {
            tree = try IndicatorTree(sheet, columns: columns)
        } else {
            let indicators = columns.filter { !roles.contains($0) }
            guard !indicators.isEmpty else {
                throw Diagnostic(
                    at: SourceLocation(path: source.path, line: 1),
                    rule: "a table needs at least one indicator",
                    found: "columns " + source.header.joined(separator: ", "),
                    remedy: "separate cells by commas, not by semicolons or tabs")
            }
            tree = IndicatorTree(columns: indicators, path: source.path)
        }
        indexName = tree.indexName
        hasDeclaredWeights = tree.hasWeights
        denominators = tree.indicators.map(\.denominator)
        var raw: [[Double?]] = []
        var divided: [[Double?]] = []
        for row in tree.indicators {
            let values = try source.numbers(row.name)
            raw.append(values)
            divided.append(
                try row.denominator.map { name throws(Diagnostic) in
                    try Self.divide(values, by: name, for: row, in: source)
                } ?? values)
        }
        self.raw = raw
        table = IndicatorTable(columns: divided, units: units.count)
        design = IndexDesign(
            indicators: tree.indicators.map {
                IndicatorDesign(
                    id: $0.name, moreIsBetter: $0.moreIsBetter, goalposts: $0.goalposts,
                    reference: $0.reference, transform: $0.transform)
            }, hierarchy: tree.hierarchy, unitGroups: groups)
    }

    private static func groups(_ column: String, in source: WideTable) throws(Diagnostic) -> [String] {
        let labels = try source.texts(column, option: "--unit-groups")
        guard let empty = labels.firstIndex(of: "") else { return labels }
        throw Diagnostic(
            at: source.location(ofUnit: empty, column: column), rule: "every unit must have a group",
            found: "an empty cell of \(column.quotedForMessage)")
    }

    private static func divide(
        _ values: [Double?], by name: String, for row: IndicatorSheet.Row, in source: WideTable
    ) throws(Diagnostic) -> [Double?] {
        guard source.header.contains(name) else {
            throw Diagnostic(
                at: row.location, rule: "a denominator must be a column of the table",
                found: name.quotedForMessage,
                remedy: nearestWord(to: name, among: source.header).map {
                    "did you mean \($0.quotedForMessage)?"
                })
        }
        var result: [Double?] = []
        for (unit, (value, divisor)) in zip(values, try source.numbers(name)).enumerated() {
            guard let value, let divisor else {
                result.append(nil)
                continue
            }
            let quotient = value / divisor
            guard divisor != 0, quotient.isFinite else {
                throw Diagnostic(
                    at: source.location(ofUnit: unit, column: name),
                    rule:
                        "\(row.name.quotedForMessage) over \(name.quotedForMessage) must be a finite number",
                    found: "\(value) / \(divisor)", remedy: "leave the cell empty if it is not known")
            }
            result.append(quotient)
        }
        return result
    }
}
