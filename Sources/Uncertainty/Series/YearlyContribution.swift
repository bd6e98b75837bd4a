public import LinearAlgebra

/// One source's yearly contributions to the scores of P units.
///
/// All series of a source have the same years. Sources are taken as independent of one another, each with its own
/// years. Years that the source does not cover are left out, and its years follow one another as if none were
/// missing.
public struct YearlyContribution: Equatable, Sendable {
    /// Ascending, each once.
    public let years: [Int]
    /// years x P, in units of the score.
    public let values: Matrix

    /// - Throws: `SamplingFailure.noUnits`, `.sizesDiffer`, `.notFinite`, `.yearsNotAscending`.
    public init(years: [Int], values: Matrix) throws(SamplingFailure) {
        guard values.columns > 0 else { throw .noUnits }
        guard values.rows == years.count else {
            throw .sizesDiffer(what: "rows of yearly values", expected: years.count, found: values.rows)
        }
        guard values.isFinite else { throw .notFinite(what: "the yearly values") }
        for (earlier, later) in zip(years, years.dropFirst()) where later <= earlier {
            throw .yearsNotAscending(year: later)
        }
        self.years = years
        self.values = values
    }

    /// The number of units, P.
    public var units: Int { values.columns }

    /// The mean over years, one a unit; zeros without years.
    public var means: [Double] {
        let count = Double(max(1, years.count))
        return values.transposedTimes([Double](repeating: 1, count: years.count)).map { $0 / count }
    }
}

extension Array where Element == YearlyContribution {
    /// Checks that sources have the same units and one weight each.
    func check(weights: [Double]) throws(SamplingFailure) {
        guard let units = first?.units else { throw .noUnits }
        guard weights.count == count else {
            throw .sizesDiffer(what: "weights of sources", expected: count, found: weights.count)
        }
        guard weights.allSatisfy(\.isFinite) else { throw .notFinite(what: "the weights of sources") }
        for source in self where source.units != units {
            throw .sizesDiffer(what: "units of a source", expected: units, found: source.units)
        }
    }

    /// The weighted sum of the sources' means, one a unit; the sources have been checked.
    func weightedMeans(_ weights: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: first?.units ?? 0)
        for (source, weight) in zip(self, weights) {
            for (unit, mean) in source.means.enumerated() { sums[unit] += weight * mean }
        }
        return sums
    }
}
