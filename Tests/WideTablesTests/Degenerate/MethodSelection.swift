import Scoring
import TestSupport

@testable import WideTables

/// Every method of the catalogue as text, with arguments that suit a table.
struct MethodSelection {
    private let texts: [Step: [String]]

    subscript(step: Step) -> [String] { texts[step] ?? [] }

    /// - Parameters:
    ///   - folder: where the files of the table lie.
    init(for table: DegenerateTable, in folder: String) {
        texts = Dictionary(
            uniqueKeysWithValues: Step.allCases.map { step in
                (step, MethodTable.descriptions(of: step).map { Self.text($0, for: table, in: folder) })
            })
    }

    private static func text(_ method: MethodDescription, for table: DegenerateTable, in folder: String)
        -> String
    {
        let count = table.indicators.count
        if method.id == "owa" {
            return "owa:weights=" + (1...count).reversed().map { "\($0)" }.joined(separator: ",")
        }
        let given = method.parameters.filter { $0.standard == nil && !$0.isOptional }.map { parameter in
            let value =
                switch parameter.form {
                case .number(let range): range.contains(0.5) ? "0.5" : "\(range.lowerBound)"
                case .word(let words): words[0]
                case .numbers(let range, let wanted):
                    Array(repeating: range.contains(0.25) ? "0.25" : "1", count: wanted ?? count).joined(
                        separator: ",")
                case .names: table.indicators.joined(separator: ",")
                case .named: "\(folder)/numbers.csv"
                case .square: "\(folder)/comparisons.csv"
                case .judgements: "\(folder)/points.csv"
                }
            return "\(parameter.name)=\(value)"
        }
        return ([method.id] + given).joined(separator: ":")
    }

    /// Choices of one method a step: each method of one step with each of another, the rest drawn, so that every pair of
    /// methods that can meet does.
    func pairs(of first: Step, with second: Step, seed: UInt64) -> [MethodOptions] {
        var draw = SplitMix(seed: seed)
        return self[first].flatMap { one in
            self[second].map { other in
                var chosen: [Step: String] = [first: one, second: other]
                for step in [Step.normalisation, .weighting, .aggregation] where chosen[step] == nil {
                    chosen[step] = self[step].randomElement(using: &draw)
                }
                for step in [Step.outliers, .transform, .missingData] where chosen[step] == nil {
                    guard Int.random(in: 0..<4, using: &draw) == 0 else { continue }
                    chosen[step] = self[step].randomElement(using: &draw)
                }
                return Self.options(chosen)
            }
        }
    }

    /// One of each step, drawn.
    func drawn(using draw: inout SplitMix) -> MethodOptions {
        var chosen: [Step: String] = [:]
        for step in Step.allCases { chosen[step] = self[step].randomElement(using: &draw) }
        return Self.options(chosen)
    }

    private static func options(_ chosen: [Step: String]) -> MethodOptions {
        // What these two ask for, so that they are not refused before they see a number.
        var normalise = chosen[.normalisation]
        if chosen[.aggregation]?.hasPrefix("mazziotta") ?? false {
            normalise = "z-score:mean=100:deviation=10:denominator=n"
        }
        if chosen[.aggregation]?.hasPrefix("adjusted-mazziotta") ?? false { normalise = "min-max:70,130" }
        return MethodOptions(
            outliers: chosen[.outliers], transform: chosen[.transform], normalise: normalise,
            missing: chosen[.missingData], weights: chosen[.weighting],
            aggregate: chosen[.aggregation].map { [$0] } ?? [])
    }
}
