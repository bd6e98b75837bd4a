internal import LinearAlgebra

/// Draws completed tables by expectation-maximisation with bootstrapping (Honaker & King 2010).
///
/// For each table: units of the class are drawn with replacement, a normal model is fitted to them with their gaps,
/// and every gap of every unit, in the class or not, is drawn from its distribution given what the unit has. Table
/// i depends on the data, the seed and i alone, so tables can be made in any order and on any thread.
public struct Imputer: Sendable {
    /// How the normal model is fitted.
    public struct Options: Hashable, Sendable {
        /// The prior's weight in shares of the class: it shrinks covariances by 1 / (1 + ridge). The documentation of
        /// Amelia II (`empri`) advises 0.005 to 0.01, and not more than about 0.1.
        public var ridge = 0.01
        /// The largest change of a mean, in standard deviations, or a covariance, in variances, at which the
        /// iteration stops.
        public var tolerance = 1e-5
        public var maximumIterations = 2000

        public init() {}
    }

    /// Indicators in standard deviations of the class from its mean, nil for a gap; P rows of K.
    private let rows: [[Double?]]
    private let centres: [Double]
    private let spreads: [Double]
    private let table: IndicatorTable
    /// Units of the class with an observation: what the model is fitted on.
    private let members: [Int]
    /// Units with an observation and a gap: what is filled.
    let incomplete: [Int]
    private let estimation: ExpectationMaximisation

    /// - Parameters:
    ///   - table: P x K, best in a scale in which the indicators are near normal.
    ///   - isReference: P marks of the class.
    ///   - names: K names of the indicators, for messages.
    ///   - options: the ridge prior, and when the fit of the normal model has converged or is given up.
    /// - Throws: `ScoringFailure` for an indicator without two different values in the class, for two indicators
    ///   that fewer than two units of the class have together, or for a class of fewer than K + 2 units with
    ///   observations. A table in which there is nothing to fill is never refused.
    public init(
        of table: IndicatorTable, isReference: [Bool], names: [String], options: Options = Options()
    ) throws(ScoringFailure) {
        self.table = table
        estimation = ExpectationMaximisation(
            ridge: options.ridge, tolerance: options.tolerance,
            maximumIterations: options.maximumIterations)
        let raw = (0..<table.units).map { unit in (0..<table.indicators).map { table[unit, $0] } }
        func observedCount(_ unit: Int) -> Int { raw[unit].count { $0 != nil } }
        incomplete = raw.indices.filter { observedCount($0) > 0 && observedCount($0) < table.indicators }
        members = raw.indices.filter { isReference[$0] && observedCount($0) > 0 }
        guard !incomplete.isEmpty else {
            (rows, centres, spreads) = (raw, [], [])
            return
        }

        var (centres, spreads): ([Double], [Double]) = ([], [])
        for indicator in 0..<table.indicators {
            let values = members.compactMap { raw[$0][indicator] }
            guard let first = values.first, values.contains(where: { $0 != first }) else {
                throw .constantIndicator(index: indicator)
            }
            centres.append(mean(values))
            spreads.append(standardDeviation(values))
            guard let spread = spreads.last, spread.isFinite, spread > 0 else {
                throw .noAnswer(reason: "the variance of \(names[indicator]) is not a number")
            }
        }
        guard members.count >= table.indicators + 2 else {
            throw .noAnswer(
                reason:
                    "multiple imputation of \(table.indicators) indicators needs \(table.indicators + 2) units of the class with observations, and there are \(members.count)"
            )
        }
        for first in 0..<table.indicators {
            for second in 0..<first
            where members.count(where: { raw[$0][first] != nil && raw[$0][second] != nil }) < 2 {
                throw .noAnswer(
                    reason:
                        "fewer than two units of the class have both \(names[second]) and \(names[first]), so how they go together is not known"
                )
            }
        }
        (self.centres, self.spreads) = (centres, spreads)
        rows = raw.map { row in
            row.indices.map { place in row[place].map { ($0 - centres[place]) / spreads[place] } }
        }
    }

    /// A completed table; what was observed stays as it was, and units without any observation stay empty.
    ///
    /// - Parameters:
    ///   - number: which of the tables, from 0.
    ///   - seed: the key of the random numbers.
    /// - Throws: `ScoringFailure.noAnswer` when the model of this table could not be fitted.
    public func completed(_ number: Int, seed: UInt64) throws(ScoringFailure) -> IndicatorTable {
        guard !incomplete.isEmpty else { return table }
        var random = RandomCursor(
            Philox(seed: seed, stream: Self.streams | UInt64(truncatingIfNeeded: number)))
        let sample = try bootstrapSample(&random)
        guard let model = estimation.fit(IncompleteSample(rows: sample, indicators: table.indicators))?.model
        else {
            throw .noAnswer(
                reason:
                    "the normal model of imputation \(number + 1) did not converge in \(estimation.maximumIterations) iterations, or its indicators depend on one another; a larger ridge prior helps"
            )
        }
        var columns = (0..<table.indicators).map(table.column)
        for unit in incomplete {
            let observed = rows[unit].indices.filter { rows[unit][$0] != nil }
            guard let regression = model.conditional(on: observed),
                let factor = CholeskyFactor(of: regression.covariance)
            else {
                throw .noAnswer(
                    reason:
                        "in imputation \(number + 1), indicators depend on one another; a larger ridge prior helps"
                )
            }
            let expected = regression.expectation(given: rows[unit].compactMap { $0 })
            let noise = regression.missing.map { _ in random.nextStandardNormal() }
            for (place, indicator) in regression.missing.enumerated() {
                let value = (0...place).reduce(expected[place]) { $0 + factor.lower[place, $1] * noise[$1] }
                columns[indicator][unit] = centres[indicator] + spreads[indicator] * value
            }
        }
        return IndicatorTable(columns: columns, units: table.units)
    }

    /// Rows of the class, as many as it has, drawn with replacement, and drawn again as long as an indicator has no
    /// two different values among them.
    private func bootstrapSample(_ random: inout RandomCursor) throws(ScoringFailure) -> [[Double?]] {
        for _ in 0..<Self.maximumDraws {
            let sample = random.nextSample(count: members.count, below: members.count).map {
                rows[members[$0]]
            }
            let varies = (0..<table.indicators).allSatisfy { indicator in
                let values = sample.compactMap { $0[indicator] }
                return values.contains { $0 != values[0] }
            }
            if varies { return sample }
        }
        throw .noAnswer(
            reason:
                "an indicator has too few different values: none of \(Self.maximumDraws) bootstrap samples of the class has two"
        )
    }

    /// Streams of imputations have this in their upper half, apart from those that other methods draw from.
    private static let streams: UInt64 = 0x696D_7074 << 32
    private static let maximumDraws = 100
}
