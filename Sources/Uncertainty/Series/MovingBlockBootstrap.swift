public import LinearAlgebra

/// Resampling of years in blocks that keep the order inside them (Künsch 1989, The jackknife and the bootstrap for
/// general stationary observations, Annals of Statistics 17(3), 1217-1241).
///
/// A replicate draws ceil(T / l) blocks of l successive years, each of the T - l + 1 blocks as likely as any other,
/// and keeps the first T years. Blocks do not wrap around the end (this is not the circular bootstrap of Politis &
/// Romano 1992), so years near the ends are drawn less often and the mean of the replicates is not quite the mean
/// of the years.
///
/// *Properties.* Replicate r depends on the stream and r alone. *Not properties.* With few years intervals by its
/// quantiles are far too short: `CoverageSimulation` measures how much. They are shown beside those of
/// `LongRunMeans`, not instead.
public struct MovingBlockBootstrap: Equatable, Sendable {
    /// T.
    public let years: Int
    /// l.
    public let blockLength: Int
    public let replicates: Int
    public let generator: Philox

    /// - Parameters:
    ///   - years: at least 2.
    ///   - blockLength: from 1 to the number of years; nil for `standardBlockLength`.
    ///   - replicates: at least 1.
    ///   - generator: the stream of one source; sources that are independent have streams of their own.
    /// - Throws: `SamplingFailure.tooFewYears`, `.settingOutsideDomain`.
    public init(
        years: Int, blockLength: Int? = nil, replicates: Int, generator: Philox
    ) throws(SamplingFailure) {
        guard years >= 2 else { throw .tooFewYears(found: years, needed: 2) }
        let length = blockLength ?? Self.standardBlockLength(years: years)
        guard length >= 1, length <= years else {
            throw .settingOutsideDomain(name: "block length", value: Double(length), need: "1 to \(years)")
        }
        guard replicates >= 1 else {
            throw .settingOutsideDomain(name: "replicates", value: Double(replicates), need: "at least 1")
        }
        self.years = years
        self.blockLength = length
        self.replicates = replicates
        self.generator = generator
    }

    /// The least whole l with l^3 >= T: 2 for 2 to 8 years, 3 for 9 to 27, 4 for 28 to 64. The cube root is the
    /// rate at which the error of the variance is least (Künsch 1989); the constant in front of it is a
    /// choice.
    public static func standardBlockLength(years: Int) -> Int {
        var length = 1
        while length * length * length < years { length += 1 }
        return length
    }

    /// How often each year is in each replicate, replicates x T; every row sums to T.
    ///
    /// Statistics that are linear in years' values are products: `counts.times(values)`.
    public var counts: Matrix {
        var counts = Matrix(rows: replicates, columns: years)
        for replicate in 0..<replicates {
            for (year, count) in self.counts(ofReplicate: UInt64(replicate)).enumerated() {
                counts[replicate, year] = count
            }
        }
        return counts
    }

    /// How often each of the T years is in one replicate, whose number may be any.
    public func counts(ofReplicate replicate: UInt64) -> [Double] {
        let starts = years - blockLength + 1
        let blocks = (years + blockLength - 1) / blockLength
        var counts = [Double](repeating: 0, count: years)
        for block in 0..<blocks {
            // 2^-53 of T is the bias of one year against another.
            let draw = generator.uniform(at: replicate &* UInt64(blocks) &+ UInt64(block))
            let start = min(starts - 1, Int(draw * Double(starts)))
            let length = min(blockLength, years - block * blockLength)
            for year in start..<(start + length) { counts[year] += 1 }
        }
        return counts
    }

    /// A statistic of every replicate, from how often each of the T years is in it.
    public func replicate<Statistic: Sendable>(
        _ statistic: @escaping @Sendable (_ countOfYear: [Double]) -> Statistic
    ) -> [Statistic] {
        let counts = counts
        return parallelMap(count: replicates) { statistic(counts.row($0)) }
    }

    /// The mean over the resampled years of every column, replicates x P.
    ///
    /// - Parameter values: T x P.
    /// - Throws: `SamplingFailure.sizesDiffer`.
    public func means(of values: Matrix) throws(SamplingFailure) -> Matrix {
        guard values.rows == years else {
            throw .sizesDiffer(what: "rows of yearly values", expected: years, found: values.rows)
        }
        return counts.times(values.map { $0 / Double(years) })
    }
}

extension MovingBlockBootstrap {
    /// The weighted sums of the sources' resampled means, replicates x P. Source s reads stream `generator.stream`
    /// + s, and has the block length of its own number of years.
    ///
    /// - Parameters:
    ///   - sources: of the same units, each of at least 2 years.
    ///   - weights: one a source.
    ///   - replicates: at least 1.
    ///   - generator: its seed, and the stream of the first source.
    /// - Throws: `SamplingFailure.noUnits`, `.sizesDiffer`, `.notFinite`, `.tooFewYears`, `.settingOutsideDomain`.
    public static func means(
        of sources: [YearlyContribution], weights: [Double], replicates: Int, generator: Philox
    ) throws(SamplingFailure) -> Matrix {
        try sources.check(weights: weights)
        var parts: [Matrix] = []
        for (place, source) in sources.enumerated() {
            let bootstrap = try MovingBlockBootstrap(
                years: source.years.count, replicates: replicates,
                generator: Philox(seed: generator.seed, stream: generator.stream &+ UInt64(place)))
            parts.append(try bootstrap.means(of: source.values))
        }
        return Matrix(rows: replicates, columns: sources.first?.units ?? 0) { replicate, unit in
            zip(parts, weights).reduce(0) { $0 + $1.1 * $1.0[replicate, unit] }
        }
    }
}
