/// How much of the variance of an output over a finite set of specifications each choice accounts for, exactly.
///
/// The distribution is the set itself, every distinct specification with the same weight; nothing is sampled. The
/// set need not be a full grid, so that choices may depend on one another: first-order and total indices then neither
/// add up nor bound each other, and the Shapley effects are the account that does add up. They divide the variance
/// by Shapley's value of the game S(u) = Var(E[Y | X(u)]) / Var(Y) (Owen 2014, SIAM/ASA JUQ 2, section 2; for
/// dependent inputs Song, Nelson & Staum 2016, section 3, and Iooss & Prieur 2019):
/// Sh(j) = 1/d sum over u without j of C(d-1, |u|)^-1 (S(u + j) - S(u)).
///
/// Holds: 0 <= S(u) <= S(v) <= 1 for u in v; the Shapley effects are not negative and sum to one; the same effects
/// follow from the game E[Var(Y | X(-u))]; on a full grid an additive output has first = Shapley = total; nothing
/// changes when options are renamed or rows reordered. Denied: on a set that is not a grid a choice without any
/// effect of its own can have a positive index, because it goes with one that has; indices change when
/// specifications are added or counted otherwise; a choice with many options of few specifications each explains much
/// by that alone.
public struct ChoiceEffects: Sendable {
    /// What one choice accounts for.
    public struct Effect: Hashable, Sendable {
        /// Var(E[Y | X(j)]) / Var(Y), the first-order index.
        public let first: Double
        /// E[Var(Y | all other choices)] / Var(Y), the total index: what is left open when only this choice is.
        public let total: Double
        /// The Shapley effect.
        public let shapley: Double
    }

    public let mean: Double
    /// The variance over the set, with N in the denominator.
    public let variance: Double
    /// One a choice. All zero when the output does not vary: there is nothing to account for.
    public let effects: [Effect]
    private let shares: [Double]
    private let varying: [Int]

    /// - Parameters:
    ///   - output: N finite values, one a row of the table.
    ///   - table: the N specifications as rows of D options.
    public init(of output: [Double], over table: ChoiceTable) {
        precondition(output.count == table.rows, "one output a specification is needed")
        varying = table.varyingChoices
        let none = Effect(first: 0, total: 0, shapley: 0)
        var effects = [Effect](repeating: none, count: table.choices)
        let centre = output.reduce(0, +) / Double(output.count)
        guard output.contains(where: { $0 != output[0] }) else {
            (mean, variance, shares, self.effects) = (output[0], 0, [], effects)
            return
        }
        let deviations = output.map { $0 - centre }
        mean = centre
        variance = deviations.reduce(0) { $0 + $1 * $1 } / Double(output.count)
        shares = ExplainedShares(of: deviations, in: table).values
        let shapley = Self.shapleyValues(of: shares, players: varying.count)
        for (bit, choice) in varying.enumerated() {
            effects[choice] = Effect(
                first: shares[1 << bit], total: max(0, 1 - shares[(shares.count - 1) ^ (1 << bit)]),
                shapley: shapley[bit])
        }
        self.effects = effects
    }

    /// S(u) of some choices together: Var(E[Y | X(u)]) / Var(Y); zero when the output does not vary.
    ///
    /// - Parameter choices: indices into the choices of the table.
    public func explained(by choices: Set<Int>) -> Double {
        guard !shares.isEmpty else { return 0 }
        return shares[
            varying.enumerated().reduce(0) { choices.contains($1.element) ? $0 | 1 << $1.offset : $0 }]
    }

    /// Shapley's value of a game (Shapley 1953), by all subsets.
    ///
    /// - Parameters:
    ///   - game: 2^players values, that of nobody first.
    /// - Returns: one value a player; rounding below zero, possible where a player adds nothing, is zero.
    static func shapleyValues(of game: [Double], players: Int) -> [Double] {
        guard players > 0 else { return [] }
        // 1 / (d C(d-1, s)) for s = 0 ..< d.
        var weights = [1 / Double(players)]
        for size in 1..<max(1, players) {
            weights.append(weights[size - 1] * Double(size) / Double(players - size))
        }
        return game.withUnsafeBufferPointer { game in
            (0..<players).map { player in
                var value = 0.0
                for subset in 0..<game.count where subset >> player & 1 == 0 {
                    value += weights[subset.nonzeroBitCount] * (game[subset | 1 << player] - game[subset])
                }
                return max(0, value)
            }
        }
    }
}
