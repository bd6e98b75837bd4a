/// Every stage from raw values to normalised ones; each P x K.
///
/// Stages between the first and the last are kept as columns, which share storage where nothing changes, and are made
/// into tables when asked for: tables that are scored by the thousand are never asked.
public struct PreparedTable: Sendable {
    /// As given.
    public var raw: IndicatorTable { table(rawColumns) }
    /// Scaled, and gaps filled if the rule fills values.
    public var filled: IndicatorTable { table(filledColumns) }
    /// Outliers treated.
    public var treated: IndicatorTable { table(treatedColumns) }
    /// What the treatment did to each indicator.
    public let treatments: [OutlierTreatment.Report]
    /// Transformed, in the indicator's own direction.
    public var transformed: IndicatorTable { table(transformedColumns) }
    /// Normalised, higher is better, gaps filled if the rule fills normalised values.
    public let normalised: IndicatorTable
    let units: Int
    private let rawColumns: [[Double?]]
    private let filledColumns: [[Double?]]
    private let treatedColumns: [[Double?]]
    private let transformedColumns: [[Double?]]

    private func table(_ columns: [[Double?]]) -> IndicatorTable {
        IndicatorTable(columns: columns, units: units)
    }

    var indicators: Int { rawColumns.count }

    /// Whether any value is missing as given.
    var hasGaps: Bool { rawColumns.contains { $0.contains(nil) } }

    /// Prepares a table.
    ///
    /// - Parameters:
    ///   - rawColumns: K columns of P values.
    ///   - isReference: P marks of the reference class, on which everything is fitted.
    /// - Throws: `ScoringFailure` for a constant indicator, a value outside a domain, or missing goalposts.
    init(
        _ rawColumns: [[Double?]], units: Int, design: IndexDesign, isReference: [Bool], method: ScoringMethod
    ) throws(ScoringFailure) {
        self.rawColumns = rawColumns
        self.units = units
        let (treatment, rule) = (
            MethodTable.outlierTreatment(method.outliers), MethodTable.missingDataRule(method.missingData)
        )
        var columns = rawColumns
        if method.scaling == .classMean {
            for k in columns.indices {
                columns[k] = try Self.scaled(columns[k], index: k, isReference: isReference)
            }
        }
        if case .fillsValues(let fill)? = rule?.effect {
            let table = try fill(
                .init(
                    table: IndicatorTable(columns: columns, units: units), design: design,
                    isReference: isReference), method.missingData.arguments)
            columns = (0..<rawColumns.count).map(table.column)
        }
        filledColumns = columns

        var reports: [OutlierTreatment.Report] = []
        for k in columns.indices {
            let (column, report) =
                treatment?.apply(columns[k], isReference, method.outliers.arguments)
                ?? (columns[k], .init(action: "none asked for"))
            columns[k] = column
            reports.append(report)
        }
        treatedColumns = columns
        treatments = reports

        for k in columns.indices {
            columns[k] = try Self.transformed(
                columns[k], index: k, isReference: isReference,
                choice: design.indicators[k].transform ?? method.transform)
        }
        transformedColumns = columns

        for k in columns.indices {
            columns[k] = try Self.normalised(
                columns[k], index: k, design: design.indicators[k], isReference: isReference,
                choice: method.normalisation)
        }
        var table = IndicatorTable(columns: columns, units: units)
        if case .fillsNormalised(let fill)? = rule?.effect {
            table = try fill(
                .init(table: table, design: design, isReference: isReference), method.missingData.arguments)
        }
        normalised = table
    }

    private static func scaled(
        _ column: [Double?], index: Int, isReference: [Bool]
    ) throws(ScoringFailure) -> [Double?] {
        let reference = observed(column, in: isReference)
        let scale = reference.isEmpty ? 0 : mean(reference)
        guard scale > 0 else { throw .constantIndicator(index: index) }
        return column.map { $0.map { $0 / scale } }
    }

    private static func transformed(
        _ column: [Double?], index: Int, isReference: [Bool], choice: MethodChoice
    ) throws(ScoringFailure) -> [Double?] {
        guard let transform = MethodTable.transform(choice) else { return column }
        let function = transform.fit({ observed(column, in: isReference) }, choice.arguments)
        var result: [Double?] = []
        result.reserveCapacity(column.count)
        for (unit, value) in column.enumerated() {
            guard let value else {
                result.append(nil)
                continue
            }
            guard let transformed = function(value), transformed.isFinite else {
                throw .valueOutsideDomain(indicator: index, unit: unit, need: transform.domain)
            }
            result.append(transformed)
        }
        return result
    }

    private static func normalised(
        _ column: [Double?], index: Int, design: IndicatorDesign, isReference: [Bool], choice: MethodChoice
    ) throws(ScoringFailure) -> [Double?] {
        guard let normalisation = MethodTable.normalisation(choice) else { return column }
        var result: [Double?]
        do throws(Normalisation.Failure) {
            result = try normalisation.apply(
                .init(column: column, isReference: isReference, design: design), choice.arguments)
        } catch {
            switch error {
            case .constant: throw .constantIndicator(index: index)
            case .undefined(let reason): throw .undefined(indicator: index, reason: reason)
            }
        }
        // Sums of huge values overflow; no such number may go on.
        if let unit = result.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
            throw .valueOutsideDomain(indicator: index, unit: unit, need: "values whose sums stay finite")
        }
        return result
    }
}

/// The observed values of the class, in the order of the units.
func observed(_ column: [Double?], in isReference: [Bool]) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(column.count)
    for (value, isReference) in zip(column, isReference) where isReference {
        if let value { result.append(value) }
    }
    return result
}
