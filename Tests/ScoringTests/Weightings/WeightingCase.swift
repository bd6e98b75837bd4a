import TestSupport
import Testing

@testable import Scoring

/// A table on which weightings are tried: transformed values are as given, normalised ones turned so that higher
/// is better.
struct WeightingCase {
    var columns: [[Double?]]
    var directions: [Double]
    var isReference: [Bool]
    var hierarchy: Hierarchy

    init(
        _ columns: [[Double?]], directions: [Double]? = nil, isReference: [Bool]? = nil,
        groups: [Int]? = nil
    ) {
        self.columns = columns
        self.directions = directions ?? columns.map { _ in 1 }
        self.isReference = isReference ?? (columns.first ?? []).map { _ in true }
        let names = columns.indices.map { "i\($0)" }
        let parents = groups ?? columns.map { _ in 0 }
        let dimensions = Set(parents).sorted().map { "d\($0)" }
        hierarchy = Hierarchy(levels: [
            .init(names: names, parents: parents),
            .init(names: dimensions, parents: dimensions.map { _ in 0 }),
        ])
    }

    func output(
        of weighting: Weighting, _ given: [String: MethodArgument] = [:]
    ) throws -> Weighting.Output {
        let design = IndexDesign(
            indicators: zip(hierarchy.levels[0].names, directions).map {
                IndicatorDesign(id: $0, moreIsBetter: $1 > 0)
            }, hierarchy: hierarchy)
        let oriented = zip(columns, directions).map { column, direction in
            column.map { $0.map { $0 * direction } }
        }
        let choice = try MethodChoice(weighting.description, given)
        return try weighting.apply(
            .init(
                design: design,
                transformed: { IndicatorTable(columns: columns, units: isReference.count) },
                normalised: IndicatorTable(columns: oriented, units: isReference.count),
                isReference: isReference), choice.arguments)
    }

    func weights(of weighting: Weighting, _ given: [String: MethodArgument] = [:]) throws -> [Double] {
        guard case .common(let weights) = try output(of: weighting, given).weights else { return [] }
        return weights
    }

    /// Values between 1 and 100, drawn from a seed.
    static func random(seed: UInt64, units: Int, indicators: Int, groups: [Int]? = nil) -> WeightingCase {
        var generator = SplitMix(seed: seed)
        return WeightingCase(
            (0..<indicators).map { _ in (0..<units).map { _ in 1 + 99 * generator.uniform() } },
            groups: groups)
    }
}

extension Weighting.Output {
    /// The figures of a detail; fails the test when there is none of that name.
    func detail(_ name: String) throws -> [Double] {
        try #require(details.first { $0.name == name }, "no detail \(name)").values
    }
}

/// The weightings that are computed from the data.
let fittedWeightings = MethodTable.weightings.filter { weighting in
    weighting.description.parameters.contains { $0.name == "within" }
}.map(\.description.id)

func weighting(_ id: String) throws -> Weighting {
    try #require(MethodTable.weightings.first { $0.description.id == id })
}

/// Whether an error is the refusal whose text contains a fragment.
func isRefusal(_ error: any Error, _ fragment: String) -> Bool {
    switch error {
    case ScoringFailure.inadmissible(let reason), ScoringFailure.noAnswer(let reason),
        ScoringFailure.undefined(_, let reason):
        reason.contains(fragment)
    case ScoringFailure.valueOutsideDomain(_, _, let need): need.contains(fragment)
    case let error as MethodChoiceError: error.reason.contains(fragment)
    default: false
    }
}
