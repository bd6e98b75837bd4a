/// The lowest and the highest of some observed values.
struct ValueExtent {
    private var lowest = Double.infinity
    private var highest = -Double.infinity

    /// Of the observed values of some units.
    init(of values: [Double?], where isIncluded: (Int) -> Bool = { _ in true }) {
        for (unit, value) in values.enumerated() where isIncluded(unit) {
            guard let value else { continue }
            lowest = min(lowest, value)
            highest = max(highest, value)
        }
    }

    var isEmpty: Bool { lowest > highest }

    /// Whether values differ enough to say something of the dyads that have them. Ratios that would be equal but for the
    /// rounding of what is expected do not.
    var tellsApart: Bool {
        !isEmpty && highest - lowest > 1e-9 * max(abs(lowest), abs(highest))
    }
}
