/// The stationary distribution of a Markov chain in continuous time, by the elimination of Grassmann, Taksar &
/// Heyman (1985), which subtracts nothing and so keeps every digit.
///
/// - Parameter rates: n x n; `rates[i][j]`, not negative, is the rate from i to j; the diagonal is not read.
/// - Returns: n positive numbers that sum to one; nil when some state cannot be reached from another.
func stationaryDistribution(rates: [[Double]]) -> [Double]? {
    guard isIrreducible(rates) else { return nil }
    var rates = rates
    var totals = [Double](repeating: 0, count: rates.count)
    for state in rates.indices.dropFirst().reversed() {
        totals[state] = rates[state][..<state].reduce(0, +)
        for from in 0..<state {
            let share = rates[from][state] / totals[state]
            for to in 0..<state where to != from { rates[from][to] += share * rates[state][to] }
        }
    }
    var distribution = [1.0]
    for state in rates.indices.dropFirst() {
        let inflow = (0..<state).reduce(0) { $0 + distribution[$1] * rates[$1][state] }
        distribution.append(inflow / totals[state])
    }
    let sum = distribution.reduce(0, +)
    return distribution.map { $0 / sum }
}

/// Whether every state can be reached from every other.
private func isIrreducible(_ rates: [[Double]]) -> Bool {
    func reachesAll(_ leads: (_ from: Int, _ to: Int) -> Bool) -> Bool {
        var reached: Set = [0]
        var frontier = [0]
        while let from = frontier.popLast() {
            for to in rates.indices where leads(from, to) && reached.insert(to).inserted {
                frontier.append(to)
            }
        }
        return reached.count == rates.count
    }
    return reachesAll { rates[$0][$1] > 0 } && reachesAll { rates[$1][$0] > 0 }
}
