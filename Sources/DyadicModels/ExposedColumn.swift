public import Dyads

extension ExposedColumn {
    /// What dyads would be expected to have of an indicator in a window, under an exposure.
    ///
    /// The size of a pair is in million persons, or in billion current US dollars.
    ///
    /// - Parameters:
    ///   - exposure: what the expectation rests on; `none` has no expectation and throws.
    ///   - column: the indicator with its observations; only `gravity` uses them.
    ///   - recorded: the window values as they are scored without exposure, and the years that they rest on.
    ///   - window: the first and the last year that `gravity` fits; the others rest on `recorded`.
    ///   - dyads: P dyads, in the order of the recorded values.
    ///   - referenceClass: what `gravity` and `margins` are fitted on; `margins` expects nothing outside it.
    ///   - minimumYears: covered years that an annual indicator needs for `gravity`, as for window values.
    ///   - covariates: needed for `population`, `gdp` and `gravity`.
    /// - Throws: `Absence` when the expectation cannot be formed.
    public init(
        _ exposure: Exposure, of column: Panel.Column, recorded: (values: [Double?], years: [Int]),
        window: ClosedRange<Int>, dyads: [Dyad], referenceClass: ReferenceClass, minimumYears: Int,
        covariates: Covariates?
    ) throws(Absence) {
        switch exposure {
        case .none: throw Absence("without exposure nothing is expected")
        case .population, .gdp:
            guard let covariates else { throw Self.withoutCovariates }
            let size: SizeExposure = exposure == .gdp ? .gdp : .population
            let unit = exposure == .gdp ? 1e9 : 1e6
            self.init(
                observed: recorded.values,
                expected: dyads.map { dyad in
                    let number = try? size.exposure(of: dyad, years: recorded.years, covariates: covariates)
                    return number.map { $0 / unit }
                })
        case .gravity:
            guard let covariates else { throw Self.withoutCovariates }
            self.init(
                try GravityExposure(
                    of: column, window: window, dyads: dyads, referenceClass: referenceClass,
                    covariates: covariates, minimumYears: minimumYears))
        case .margins:
            // The totals of a state are those inside the class; pairs outside it have no expectation.
            let members = dyads.indices.filter { referenceClass.contains(dyads[$0]) }
            let margins = try MarginAdjustment(
                dyads: members.map { dyads[$0] }, values: members.map { recorded.values[$0] })
            var expected = [Double?](repeating: nil, count: dyads.count)
            for (unit, value) in zip(members, margins.expected) { expected[unit] = value }
            self.init(observed: recorded.values, expected: expected)
        }
    }

    private static var withoutCovariates: Absence {
        Absence("the exposure needs the sizes of states and the distances between them")
    }

    private init(observed: [Double?], expected: [Double?]) {
        self.init(
            observed: observed, expected: expected, interval: observed.map { _ in nil }, fit: nil)
    }

    private init(_ gravity: GravityExposure) {
        let comparisons = gravity.outcomes.map(\.comparison)
        self.init(
            observed: comparisons.map { $0?.observed }, expected: comparisons.map { $0?.expected },
            interval: comparisons.map { $0?.interval }, fit: gravity.report)
    }
}
