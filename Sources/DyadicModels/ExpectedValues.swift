/// What dyads would be expected to have on one indicator in a window, beside what was recorded.
public struct ExposedColumn: Sendable {
    /// What was recorded over the dyad-years for which an expectation exists; one a dyad.
    public let observed: [Double?]
    /// What would be expected over the same dyad-years; one a dyad.
    public let expected: [Double?]
    /// The interval of observed over expected that comes from the uncertainty of the model; nil for exposures
    /// that are not estimated.
    public let interval: [ClosedRange<Double>?]
    /// The fitted model, for gravity.
    public let fit: GravityReport?

    /// Observed over expected; nil where either is missing.
    public var ratios: [Double?] {
        zip(observed, expected).map { observed, expected in
            guard let observed, let expected, expected > 0 else { return nil }
            return observed / expected
        }
    }
}

/// Expected values of some indicators under some exposures, in one window.
public struct ExpectedValues: Sendable {
    private var columns: [Exposure: [String: Result<ExposedColumn, Absence>]] = [:]

    public init() {}

    /// The expectation of an indicator, or why there is none; nil if it was never asked for.
    public subscript(exposure: Exposure, indicator: String) -> Result<ExposedColumn, Absence>? {
        get { columns[exposure]?[indicator] }
        set { columns[exposure, default: [:]][indicator] = newValue }
    }

    /// Recorded values over what would be expected.
    ///
    /// - Parameters:
    ///   - indicator: the id, for which an expectation was made under the exposure.
    ///   - recorded: window values, one a dyad in the order of the expectation; nil for missing.
    ///   - exposure: what is expected; with `none` the recorded values are returned as they are.
    ///   - recounts: whether the recorded values may differ from those on which the expectation was
    ///     fitted, as when undetermined rows are counted otherwise; the ratio then takes them.
    public func ratios(
        of indicator: String, recorded: [Double?], exposure: Exposure, recounts: Bool
    ) -> Result<[Double?], Absence> {
        guard exposure != .none else { return .success(recorded) }
        switch columns[exposure]?[indicator] {
        case .success(let column):
            guard recounts else { return .success(column.ratios) }
            return .success(
                zip(recorded, column.expected).map { value, expected in
                    guard let value, let expected, expected > 0 else { return nil }
                    return value / expected
                })
        case .failure(let absence): return .failure(absence)
        case nil: return .failure(Absence("no expectation was made for \(indicator)"))
        }
    }

    /// The ratio of one dyad if another value had been recorded for it, everything else as it was.
    ///
    /// The recorded value may rest on more years than the expectation; the supposed one is then taken to have the
    /// same part outside them, so that supposing what was recorded changes nothing.
    public func ratio(
        of indicator: String, unit: Int, supposing value: Double, insteadOf recorded: Double?, ratio: Double?,
        exposure: Exposure
    ) -> Double? {
        guard exposure != .none else { return value }
        if let ratio, let recorded, recorded > 0, ratio > 0 { return ratio * (value / recorded) }
        guard case .success(let column) = columns[exposure]?[indicator], let expected = column.expected[unit],
            expected > 0
        else { return nil }
        return value / expected
    }
}
