import Dyads
import TestSupport
import Testing

@testable import DyadicModels

/// Variables of a reference case, whose rows are the pairs in order.
func variable(_ column: String, of table: ReferenceTable) throws -> DyadicVariable {
    let values = try table.numbers(column)
    return try DyadicVariable(states: try #require(states(ofPairs: values.count)), values: values)
}

func states(ofPairs pairs: Int) -> Int? { (2...100).first { $0 * ($0 - 1) / 2 == pairs } }

/// Random values that depend on states, so that pairs which share one are alike; some missing.
func randomVariable(states: Int, missing: Double = 0, using generator: inout SplitMix) throws
    -> DyadicVariable
{
    let effects = (0..<states).map { _ in generator.uniform() }
    var values: [Double?] = []
    for i in 0..<states {
        for j in (i + 1)..<max(states, i + 1) {
            let value = effects[i] + effects[j] + generator.uniform()
            values.append(generator.uniform() < missing ? nil : value)
        }
    }
    return try DyadicVariable(states: states, values: values)
}

/// The variable with its states renamed.
func renamed(_ variable: DyadicVariable, by image: [Int]) throws -> DyadicVariable {
    let layout = PairLayout(states: variable.states)
    return try DyadicVariable(
        states: variable.states,
        values: layout.pairs.map { first, second in
            let (a, b) = (min(image[first], image[second]), max(image[first], image[second]))
            return layout.pairs.firstIndex { $0 == (a, b) }.flatMap { variable.values[$0] }
        })
}
