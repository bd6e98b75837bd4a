import Dyads

/// The rows of a gravity equation: values with complete covariates.
struct GravityObservations {
    struct Row {
        /// The place of the dyad among the dyads asked for.
        let dyad: Int
        /// Nil in a cross-section.
        let year: Int?
        let value: Double
        /// The column of the effect of its year, or of the constant.
        let effect: Int
        let covariates: GravityCovariates
    }

    /// How many effects of years there are before the covariates, or 1 for a constant.
    private let effects: Int

    /// An element of the design: effects of years (or a constant), then `GravityCovariates.names`.
    func element(of row: Row, column: Int) -> Double {
        column < effects ? (column == row.effect ? 1 : 0) : row.covariates[column - effects]
    }

    /// Rows of the reference class, on which the equation is fitted.
    private(set) var members: [Row] = []
    /// Rows of the other dyads.
    private(set) var others: [Row] = []
    private(set) var leftOut: [GravityReport.LeftOut] = []
    let years: [Int]
    let isCrossSection: Bool
    let columnNames: [String]

    /// - Throws: `Absence` when the indicator does not enter the window, or no row of the class is left.
    init(
        of column: Panel.Column, window: ClosedRange<Int>, dyads: [Dyad], referenceClass: ReferenceClass,
        minimumYears: Int, undetermined: UndeterminedRows, covariates: Covariates
    ) throws(Absence) {
        let windowColumn = column.values(
            in: window, dyads: dyads, referenceClass: referenceClass, minimumYears: minimumYears,
            undetermined: undetermined)
        guard case .values(let values, let years) = windowColumn else {
            if case .absent(let reason) = windowColumn { throw Absence(reason) }
            throw Absence("no values in the window")
        }
        var annual: DyadYearSeries?
        if case .series(let series) = column.data, column.indicator.yearOperator != .snapshot {
            annual = series
        }
        isCrossSection = annual == nil

        var found: [(dyad: Int, year: Int?, value: Double, covariates: GravityCovariates)] = []
        var missing: [GravityReport.LeftOut] = []
        func add(_ index: Int, _ year: Int?, _ value: Double, from years: [Int]) {
            do {
                let known = try GravityCovariates(of: dyads[index], over: years, from: covariates)
                found.append((index, year, value, known))
            } catch {
                missing.append(.init(dyad: dyads[index], year: year, reason: error.reason))
            }
        }
        for (index, dyad) in dyads.enumerated() {
            if let annual {
                for year in years {
                    if let value = annual[dyad, year] { add(index, year, value, from: [year]) }
                }
            } else if let value = values[index] {
                var dates = years
                if case .series(let series) = column.data { dates = years.filter { series[dyad, $0] != nil } }
                add(index, nil, value, from: dates)
            }
        }
        let isMember = dyads.map(referenceClass.contains)
        let effectYears = Set(found.compactMap { isMember[$0.dyad] ? $0.year : nil }).sorted()
        let effectOf = Dictionary(uniqueKeysWithValues: effectYears.enumerated().map { ($1, $0) })
        for row in found {
            // A year without a row of the class has no effect and predicts nothing.
            if let year = row.year, effectOf[year] == nil {
                missing.append(
                    .init(dyad: dyads[row.dyad], year: year, reason: "no pair of the class in that year"))
                continue
            }
            let complete = Row(
                dyad: row.dyad, year: row.year, value: row.value,
                effect: row.year.flatMap { effectOf[$0] } ?? 0, covariates: row.covariates)
            if isMember[row.dyad] { members.append(complete) } else { others.append(complete) }
        }
        guard !members.isEmpty else {
            throw Absence("no pair of the reference class has a value and all covariates")
        }
        leftOut = missing
        self.years = isCrossSection ? years : effectYears
        effects = isCrossSection ? 1 : effectYears.count
        columnNames =
            (isCrossSection ? ["constant"] : effectYears.map { "year_\($0)" }) + GravityCovariates.names
    }
}
