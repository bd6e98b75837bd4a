import Diagnostics
import Scoring
import Uncertainty
import WorkPieces

/// How the ranks of an index depend on its weights: SMAA-2 over drawn weights, and exactly for first places.
///
/// The normalised values stay as they are; the weights of the index itself are not used.
public struct IndexAcceptability: Sendable {
    public let request: AcceptabilityRequest
    public let shape: WeightShape
    public let acceptability: Acceptability
    /// P; nil for units that are never first.
    public let centralWeights: [CentralWeights?]
    /// P answers; nil for a table with gaps after filling, and for more than `mostUnitsInPairs` units.
    public let firstPlaces: [FirstPlace]?

    /// Pairwise wins, exact answers and acceptabilities of all ranks, whose cost rises with the square of the units,
    /// stop here.
    public static let mostUnitsInPairs = 500
    /// How many ranks are counted one by one for more units.
    public static let placesOfMany = 100

    /// - Throws: `Diagnostic`: wrong argument for aggregations other than one arithmetic or geometric mean, and for
    ///   constraints that cannot be used; bad data for values that the mean cannot take.
    init(
        _ request: AcceptabilityRequest, input: IndexInput, index: CompositeIndex, method: ScoringMethod,
        work: Work
    ) throws(Diagnostic) {
        let mean = try Self.mean(of: method)
        let (hierarchy, table) = (input.design.hierarchy, index.normalised)
        let space = try request.space(on: hierarchy)
        self.request = request
        shape = request.shape(on: hierarchy)
        let isSmall = input.units.count <= Self.mostUnitsInPairs
        do throws(WeightFailure) {
            let units = try WeightedUnits(
                table, hierarchy: hierarchy, isReference: input.isReference, mean: mean,
                tieTolerance: method.tieTolerance)
            acceptability = try Acceptability(
                of: units, weights: try WeightSampler(space, seed: request.seed), draws: request.draws,
                detail: AcceptabilityDetail(
                    places: isSmall ? nil : Self.placesOfMany, countsPairs: isSmall),
                work: work)
            centralWeights = try acceptability.centralWeights()
            if isSmall, !units.hasGaps {
                let exact = try ExactWeights(units, space: space)
                var places: [FirstPlace] = []
                for unit in input.units.indices { places.append(try exact.firstPlace(of: unit)) }
                firstPlaces = places
            } else {
                firstPlaces = nil
            }
        } catch {
            throw input.diagnostic(error)
        }
    }

    private static func mean(of method: ScoringMethod) throws(Diagnostic) -> WeightedUnits.Mean {
        switch Set(method.aggregations.map(\.id)) {
        case ["arithmetic"]: return .arithmetic
        case ["geometric"]: return .geometric
        default:
            throw Diagnostic(
                .wrongArgument,
                rule: "--smaa needs an arithmetic or a geometric aggregation, the same on all levels",
                found: method.aggregations.map(\.id).joined(separator: " then "))
        }
    }

    /// A unit's share of first places and its standard error, which allows for draws that depend on one another; nil
    /// for a unit without observations, and an error of nil for too few draws.
    func firstShare(of unit: Int) -> (value: Double, error: Double?)? {
        acceptability.firstPlace(of: unit).map { share in
            (
                share.value,
                acceptability.drawsAreIndependent
                    ? share.standardError : acceptability.firstPlaceError(of: unit)
            )
        }
    }
}

extension IndexInput {
    /// A failure over weights in the words of the table.
    func diagnostic(_ failure: WeightFailure) -> Diagnostic {
        switch failure {
        case .gap(let unit, let indicator), .valueOutsideDomain(let unit, let indicator):
            let name = design.indicators[indicator].id
            return Diagnostic(
                at: source.location(ofUnit: unit, column: name),
                rule: "--smaa needs values that the mean can take, none beyond 1e100",
                found: "\(name.quotedForMessage) of \(units[unit].quotedForMessage)")
        case .solverStopped, .elsewhere:
            return Diagnostic(
                .internalFailure, at: SourceLocation(path: source.path), rule: failure.description)
        case .unusableConstraint, .notSiblings, .infeasible, .mismatched:
            return Diagnostic(at: SourceLocation(path: source.path), rule: failure.description)
        }
    }
}
