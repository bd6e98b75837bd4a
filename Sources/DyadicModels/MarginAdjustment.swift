public import Dyads

/// Contact above or below what two states' own totals predict.
///
/// The expected value of a pair is a(i) a(j), with one factor a state such that every state's expected values sum to
/// its observed ones. A pair that is not observed is in neither sum. A state that has much contact with everyone
/// thereby earns nothing; what counts is whom it has it with. Expected values do not depend on the order of the
/// states and scale with the observed ones, so that ratios do not depend on the unit.
///
/// With three states there are as many factors as pairs, and every ratio is 1.
public struct MarginAdjustment: Sendable {
    /// One a dyad: nil where the dyad is not observed, and where a state has no contact at all.
    public let expected: [Double?]
    /// Observed over expected; nil as `expected`.
    public let ratios: [Double?]
    /// Why a dyad has no ratio; nil where it has one.
    public let reasons: [String?]
    /// Rounds of iterative proportional fitting.
    public let iterations: Int

    /// Adjusts the values of dyads for the totals of their states.
    ///
    /// - Parameters:
    ///   - dyads: different dyads; the states are those that they name.
    ///   - values: one a dyad, of zero or more; nil for missing.
    /// - Throws: `Absence` for a negative value, for nothing above zero, and when the totals cannot be met by
    ///   positive expectations: one state is in all contact of its partners, or zeros cut states apart.
    public init(dyads: [Dyad], values: [Double?]) throws(Absence) {
        precondition(dyads.count == values.count, "one value a dyad is needed")
        if let index = values.firstIndex(where: { $0.map { !($0 >= 0 && $0.isFinite) } ?? false }) {
            throw Absence("the value of \(dyads[index]) is negative or not finite")
        }
        guard values.contains(where: { $0 ?? 0 > 0 }) else { throw Absence("no contact at all") }
        let states = Set(dyads.flatMap { [$0.first, $0.second] }).sorted()
        let place = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
        let places = dyads.map { (place[$0.first] ?? 0, place[$0.second] ?? 0) }
        var totals = [Double](repeating: 0, count: states.count)
        var isCell = [[Bool]](repeating: Array(repeating: false, count: states.count), count: states.count)
        for ((i, j), value) in zip(places, values) {
            guard let value else { continue }
            totals[i] += value
            totals[j] += value
            (isCell[i][j], isCell[j][i]) = (true, true)
        }
        let fit: QuasiIndependence
        do {
            fit = try QuasiIndependence(totals: totals, isCell: isCell)
        } catch {
            switch error {
            case .totalOutOfReach(let state, let partnersTotal):
                throw Absence(
                    "the total of \(states[state]), \(totals[state]), is not below that of all its partners, "
                        + "\(partnersTotal): no positive expectations have these totals")
            case .notMet(let iterations):
                throw Absence(
                    "no positive expectations have the states' totals (\(iterations) rounds of iterative "
                        + "proportional fitting): zeros cut some states apart")
            }
        }
        var (expected, reasons): ([Double?], [String?]) = ([], [])
        for ((i, j), value) in zip(places, values) {
            if value == nil {
                reasons.append("not observed")
            } else if let silent = [i, j].first(where: { totals[$0] == 0 }) {
                reasons.append("\(states[silent]) has no contact with anyone")
            } else {
                reasons.append(nil)
            }
            expected.append(reasons.last == .some(nil) ? fit.expected[i][j] : nil)
        }
        self.expected = expected
        self.reasons = reasons
        ratios = zip(values, expected).map { value, expected in
            value.flatMap { value in expected.map { value / $0 } }
        }
        iterations = fit.iterations
    }
}
