import LinearAlgebra
import TestSupport
import Testing

@testable import Scoring

/// An aggregation applied to a bare table of normalised values, past the pipeline.
///
/// - Parameters:
///   - rows: one a unit, higher is better.
///   - weights: any sum; equal weights if not given.
func aggregate(
    _ aggregation: Aggregation, _ rows: [[Double]], weights: [Double]? = nil, isReference: [Bool]? = nil,
    names: [String]? = nil, _ given: [String: MethodArgument] = [:]
) throws -> Aggregation.Output {
    let count = rows.first?.count ?? 0
    let arguments = try MethodChoice(aggregation.description, given).arguments
    let raw = weights ?? Array(repeating: 1, count: count)
    let weights = raw.map { $0 / raw.reduce(0, +) }
    let values = Matrix(rows: rows.count, columns: count) { rows[$0][$1] }
    let names = names ?? (0..<count).map { "i\($0)" }
    switch aggregation.rule {
    case .quasiArithmetic(let mean):
        let nested = try NestedMean(
            of: IndicatorTable(columns: (0..<count).map(values.column), units: rows.count),
            hierarchy: Hierarchy(levels: [.init(names: names, parents: names.map { _ in 0 })]),
            leafWeights: NodeWeights(common: weights, units: rows.count), means: [mean(arguments)])
        return .init(scores: nested.groups[0].map { $0[0] })
    case .wholeTable(let function):
        return try function(
            .init(
                values: values, weights: weights, isReference: isReference ?? rows.map { _ in true },
                names: names), arguments)
    }
}

extension Aggregation.Output {
    /// The scores of a method that gives one to every unit.
    func numbers() throws -> [Double] { try scores.map { try #require($0) } }

    func detail(_ name: String) throws -> [Double?] {
        try #require(details.first { $0.name == name }, "no detail \(name)").values
    }
}

/// A table of values in (0, 1]; `steps` of them, so that ties occur, or nearly continuous ones.
func randomRows(
    _ units: Int, _ indicators: Int, steps: Int? = nil, using generator: inout SplitMix
) -> [[Double]] {
    (0..<units).map { _ in
        (0..<indicators).map { _ in
            guard let steps else { return 0.05 + 0.95 * generator.uniform() }
            return Double(Int(generator.uniform() * Double(steps)) + 1) / Double(steps)
        }
    }
}

/// 1 for the highest; ties share the better rank.
func ranks(_ scores: [Double]) -> [Int] { scores.map { score in 1 + scores.count { $0 > score + 1e-9 } } }
