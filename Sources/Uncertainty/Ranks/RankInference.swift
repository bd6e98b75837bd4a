public import LinearAlgebra

/// Confidence sets for the ranks of P units whose scores are estimated with error (Mogstad, Romano, Shaikh & Wilhelm
/// 2024, Inference for ranks with applications to mobility across neighbourhoods and academic achievement across
/// countries, Review of Economic Studies 91(1), 476-518).
///
/// The rank of unit j is 1 + #{k: theta_k > theta_j}. All pairs that bear on the asked ranks are tested with control
/// of the probability of any false finding; the set of j is 1 + #{found above j} ... P - #{found below j}. Critical
/// values are quantiles of the largest studentised difference over draws of the errors, a parametric bootstrap. All
/// answers of one value come from the same draws.
///
/// *Properties.* With the same draws: marginal sets lie inside simultaneous ones, sets with step-down inside sets
/// without, one-sided bounds inside two-sided ones; two-sided sets hold the estimates' rank; a common factor on
/// scores and errors, or a common shift of scores, changes nothing but rounding. If true scores tie, the set holds
/// every rank of the tie with the stated confidence, since no member of a tie is truly above another.
///
/// Simultaneous bounds of all units test every pair both ways, so one-sided ones are the ends of the two-sided sets.
///
/// *Not properties.* Coverage is approximate: it takes the errors as normal and, without degrees of freedom, the
/// covariance as known. With `degreesOfFreedom` every draw is studentised by errors drawn anew, which goes beyond
/// the paper: exact for one normal pair, but the correlations of differences are still taken as known, and they are
/// known poorly for many units and few degrees. It matters: a cosine covariance with four degrees of freedom, taken
/// as known, gives nominal 95 % sets that hold the truth in 79 % of cases for 4 units and 22 % for 91; with its
/// degrees of freedom, in 94 % and 91 % (independent years; see `CoverageSimulation`). More units make sets wider.
/// Units' order enters the draws: a permutation permutes the sets exactly only if the rows of the root are permuted
/// alike.
public struct RankInference: Sendable {
    /// P scores, higher is better.
    public let estimates: [Double]
    public let covariance: SamplingCovariance
    /// Scores within this distance of one another tie: 1e-9 of the range of the estimates.
    public let tieTolerance: Double
    let differenceDraws: DifferenceDraws

    /// The largest number of errors that are drawn: units x draws x (1 + degrees of freedom); 800 MB.
    public static let mostErrors = 100_000_000

    /// Draws the errors.
    ///
    /// - Parameters:
    ///   - estimates: P scores, higher is better.
    ///   - covariance: of their errors, for P units.
    ///   - draws: at least 100. The standard error of a 95 % critical value is 1 to 3 % of it at 1,000 draws.
    ///   - generator: the stream that the draws are read from.
    /// - Throws: `SamplingFailure.noUnits`, `.sizesDiffer`, `.notFinite`, `.settingOutsideDomain`.
    public init(
        estimates: [Double], covariance: SamplingCovariance, draws: Int = 1000, generator: Philox
    ) throws(SamplingFailure) {
        guard let best = estimates.max(), let worst = estimates.min() else { throw .noUnits }
        guard estimates.count == covariance.units else {
            throw .sizesDiffer(
                what: "units of the covariance", expected: estimates.count, found: covariance.units)
        }
        guard estimates.allSatisfy(\.isFinite) else { throw .notFinite(what: "the estimates") }
        guard draws >= 100 else {
            throw .settingOutsideDomain(name: "draws", value: Double(draws), need: "at least 100")
        }
        let most = Self.mostErrors / estimates.count / (1 + (covariance.degreesOfFreedom ?? 0))
        guard draws <= most else {
            throw .settingOutsideDomain(
                name: "draws", value: Double(draws),
                need: "at most \(most), whose errors of \(estimates.count) units are held in memory,")
        }
        self.estimates = estimates
        self.covariance = covariance
        tieTolerance = 1e-9 * (best - worst)
        differenceDraws = DifferenceDraws(of: covariance, draws: draws, generator: generator)
    }

    /// One set a unit, in the order of `units`.
    ///
    /// - Parameters:
    ///   - kind: what the confidence refers to.
    ///   - units: places among the estimates, none twice; nil for all. Simultaneous sets cover these units at once.
    ///   - bounds: which ends are bounded.
    ///   - stepDown: whether found pairs leave the family before the next critical value.
    ///   - coverage: nominal, in 0.5 ..< 1.
    /// - Throws: `SamplingFailure.settingOutsideDomain`.
    public func sets(
        _ kind: RankCoverage, for units: [Int]? = nil, bounds: RankBounds = .twoSided, stepDown: Bool = true,
        coverage: Double = 0.95
    ) throws(SamplingFailure) -> [RankConfidenceSet] {
        let asked = try checked(units)
        let procedure = try self.procedure(stepDown: stepDown, coverage: coverage)
        let (draws, total) = (differenceDraws, estimates.count)
        switch kind {
        case .simultaneous:
            let family = PairTest.family(for: asked, among: total, bounds: bounds)
            let found = procedure.findings(in: family, maxima: draws.maximaInParallel)
            return asked.map { set(of: $0, bounds: bounds, found: found) }
        case .marginal:
            return parallelMap(count: asked.count) { place in
                let family = PairTest.family(for: [asked[place]], among: total, bounds: bounds)
                let found = procedure.findings(in: family, maxima: draws.maxima)
                return set(of: asked[place], bounds: bounds, found: found)
            }
        }
    }

    /// 1 + the number of units above this one by more than a tie.
    public func rank(of unit: Int) -> Int {
        1 + estimates.count { $0 - estimates[unit] > tieTolerance }
    }

    func procedure(stepDown: Bool, coverage: Double) throws(SamplingFailure) -> StepDown {
        guard coverage >= 0.5, coverage < 1 else {
            throw .settingOutsideDomain(name: "coverage", value: coverage, need: "0.5 to less than 1")
        }
        return StepDown(
            estimates: estimates, draws: differenceDraws, tieTolerance: tieTolerance, coverage: coverage,
            repeats: stepDown)
    }

    func checked(_ units: [Int]?) throws(SamplingFailure) -> [Int] {
        guard let units else { return Array(estimates.indices) }
        var isAsked = [Bool](repeating: false, count: estimates.count)
        for unit in units {
            guard isAsked.indices.contains(unit), !isAsked[unit] else {
                throw .settingOutsideDomain(
                    name: "unit", value: Double(unit), need: "0 to \(estimates.count - 1), none twice,")
            }
            isAsked[unit] = true
        }
        return units
    }

    func set(of unit: Int, bounds: RankBounds, found: [PairFinding]) -> RankConfidenceSet {
        RankConfidenceSet(
            unit: unit, rank: rank(of: unit),
            lower: bounds == .upper ? 1 : 1 + found.count { $0.worse == unit },
            upper: estimates.count - (bounds == .lower ? 0 : found.count { $0.better == unit }))
    }
}
