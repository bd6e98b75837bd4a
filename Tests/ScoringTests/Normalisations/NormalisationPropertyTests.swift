import TestSupport
import Testing

@testable import Scoring

/// What every normalisation promises, on seeded random columns of both directions.
struct NormalisationPropertyTests {
    /// Every method with its standard arguments, and every other form of it.
    static let choices: [MethodChoice] = MethodTable.normalisations.flatMap { method in
        let forms = method.description.parameters.first { $0.name == "form" }.map { parameter -> [String] in
            if case .word(let words) = parameter.form { words } else { [] }
        }
        let given = forms.map { $0.map { ["form": MethodArgument.word($0)] } } ?? [[:]]
        return given.compactMap { try? MethodChoice(method.description, $0) }
    }

    /// Methods that depend on the unit of measurement, by their own account.
    static let dependOnTheUnit: Set<String> = ["logarithmic", "goalposts"]

    static func design(_ moreIsBetter: Bool) -> IndicatorDesign {
        IndicatorDesign(
            id: "x", moreIsBetter: moreIsBetter,
            goalposts: moreIsBetter ? Goalposts(worst: 1, best: 9) : Goalposts(worst: 9, best: 1))
    }

    /// Positive values with ties and a gap.
    static func column(seed: UInt64, count: Int = 30) -> [Double?] {
        var random = SplitMix(seed: seed)
        var column = (0..<count).map { _ -> Double? in 0.5 + 10 * random.uniform() }
        column[3] = column[7]
        column[5] = nil
        return column
    }

    @Test(arguments: choices, [true, false])
    func betterIsNeverLower(choice: MethodChoice, moreIsBetter: Bool) throws {
        for seed: UInt64 in 1...5 {
            let column = Self.column(seed: seed)
            let result = try choice.normalised(column, design: Self.design(moreIsBetter))
            #expect(result[5] == nil)
            #expect(result[3] == result[7])
            let pairs = zip(column, result).compactMap { x, y in x.flatMap { x in y.map { (x: x, y: $0) } } }
            let inOrder = pairs.sorted { moreIsBetter ? $0.x < $1.x : $0.x > $1.x }.map(\.y)
            #expect(inOrder == inOrder.sorted())
        }
    }

    @Test(arguments: choices, [true, false])
    func permutingUnitsPermutesValues(choice: MethodChoice, moreIsBetter: Bool) throws {
        let column = Self.column(seed: 11)
        var random = SplitMix(seed: 12)
        let order = column.indices.shuffled(using: &random)
        let design = Self.design(moreIsBetter)
        let direct = try choice.normalised(column, design: design)
        let permuted = try choice.normalised(order.map { column[$0] }, design: design)
        let difference = try #require(largestDifference(permuted, order.map { direct[$0] }))
        #expect(difference <= 1e-13)
    }

    @Test(arguments: choices, [true, false])
    func theUnitOfMeasurementDoesNotMatter(choice: MethodChoice, moreIsBetter: Bool) throws {
        guard !Self.dependOnTheUnit.contains(choice.id) else { return }
        let column = Self.column(seed: 21)
        let design = Self.design(moreIsBetter)
        let difference = try #require(
            largestDifference(
                choice.normalised(column, design: design),
                choice.normalised(column.map { $0.map { $0 * 1024 } }, design: design)))
        #expect(difference <= 1e-12)
    }

    /// The table of admissible combinations rests on these.
    @Test(arguments: choices, [true, false])
    func theScaleIsWhatItIsSaidToBe(choice: MethodChoice, moreIsBetter: Bool) throws {
        let method = try #require(MethodTable.normalisation(choice))
        let scale = method.scale(choice.arguments)
        for seed: UInt64 in 31...40 {
            let column = Self.column(seed: seed, count: 8)
            let result = try choice.normalised(column, design: Self.design(moreIsBetter))
            let pairs = zip(column, result).compactMap { x, y in x.flatMap { x in y.map { (x: x, y: $0) } } }
            if scale.contains(.positive) { #expect(pairs.allSatisfy { $0.y > 0 }) }
            if scale.contains(.notNegative) { #expect(pairs.allSatisfy { $0.y >= 0 }) }
            if scale.contains(.interval) {
                let slope = (pairs[1].y - pairs[0].y) / (pairs[1].x - pairs[0].x)
                let bends = pairs.map { abs(pairs[0].y + slope * ($0.x - pairs[0].x) - $0.y) }
                #expect(bends.allSatisfy { $0 <= 1e-9 })
            }
            if scale.contains(.ratio) {
                for pair in pairs {
                    let ratio = moreIsBetter ? pair.x / pairs[0].x : pairs[0].x / pair.x
                    #expect(abs(pair.y / pairs[0].y - ratio) <= 1e-12 * ratio)
                }
            }
        }
    }

    /// One unit, ties only, zeros, negative values, nothing: an answer that is a number, or a reason.
    @Test(arguments: choices, [true, false])
    func degenerateColumns(choice: MethodChoice, moreIsBetter: Bool) throws {
        let columns: [[Double?]] = [
            [], [nil, nil], [2], [2, 2, 2], [0, 0, 0], [0, 1, 1], [-3, -2, 0, 5], [-5, -5, -1],
            [1, nil, 1, 4],
        ]
        let method = try #require(MethodTable.normalisation(choice))
        for column in columns {
            do throws(Normalisation.Failure) {
                let result = try method.apply(
                    .init(
                        column: column, isReference: column.map { _ in true },
                        design: Self.design(moreIsBetter)), choice.arguments)
                for (value, raw) in zip(result, column) {
                    #expect((value == nil) == (raw == nil))
                    #expect(value?.isFinite ?? true, "\(column)")
                }
            } catch {
                if case .undefined(let reason) = error { #expect(!reason.isEmpty && !reason.hasSuffix(".")) }
            }
        }
    }
}
