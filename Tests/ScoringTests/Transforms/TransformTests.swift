import Foundation
import TestSupport
import Testing

@testable import Scoring

struct TransformTests {
    static func choice(_ id: String) throws -> MethodChoice {
        let method = try #require(MethodTable.transforms.first { $0.description.id == id })
        return try MethodChoice(method.description, id == "box-cox" ? ["lambda": .number(0.5)] : [:])
    }

    static func apply(
        _ choice: MethodChoice, to values: [Double], class reference: [Double]
    ) throws -> [Double?] {
        values.map(try #require(MethodTable.transform(choice)).fit({ reference }, choice.arguments))
    }

    /// Worked by hand. The class of the shifted logarithm is 2, 4, 12: a range of 10, a shift of 0.1.
    @Test(
        arguments: [
            ("identity", 7, 7), ("log1p", 3, log(4)), ("sqrt", 9, 3), ("log10", 1000, 3), ("box-cox", 9, 4),
            ("log-shifted", 2, log(0.1)), ("log-shifted", 12, log(10.1)), ("log-shifted", 1.95, log(0.05)),
        ] as [(String, Double, Double)])
    func value(id: String, value: Double, expected: Double) throws {
        let result = try Self.apply(Self.choice(id), to: [value], class: [2, 4, 12])[0]
        #expect(abs(try #require(result) - expected) < 1e-13)
    }

    @Test(
        arguments: [
            ("log1p", -1), ("sqrt", -0.1), ("log10", 0), ("box-cox", 0), ("log-shifted", 1.9),
        ] as [(String, Double)])
    func outsideTheDomain(id: String, value: Double) throws {
        #expect(try Self.apply(Self.choice(id), to: [value], class: [2, 4, 12])[0] == nil)
    }

    /// (x^lambda - 1) / lambda, as Box and Cox (1964) have it, and the logarithm as its limit.
    @Test(arguments: [-2, -0.5, 0.25, 1, 3] as [Double])
    func boxCoxPowers(lambda: Double) throws {
        let choice = try MethodChoice(Transform.boxCox.description, ["lambda": .number(lambda)])
        for value in [0.01, 0.7, 1, 4, 250] {
            let result = try #require(Self.apply(choice, to: [value], class: [])[0])
            let direct = (pow(value, lambda) - 1) / lambda
            #expect(abs(result - direct) <= 1e-12 * max(1, abs(direct)))
        }
        let (zero, tiny) = (
            try MethodChoice(Transform.boxCox.description, ["lambda": .number(0)]),
            try MethodChoice(Transform.boxCox.description, ["lambda": .number(1e-12)])
        )
        #expect(try Self.apply(zero, to: [5], class: []) == [log(5)])
        #expect(abs(try #require(Self.apply(tiny, to: [5], class: [])[0]) - log(5)) < 1e-11)
    }

    @Test func boxCoxNeedsLambda() {
        #expect(throws: MethodChoiceError.self) { try MethodChoice(Transform.boxCox.description) }
    }

    @Test(arguments: MethodTable.transforms.map(\.description.id))
    func orderIsKept(id: String) throws {
        var random = SplitMix(seed: 5)
        let values = (0..<40).map { _ in 0.1 + 20 * random.uniform() }.sorted()
        let result = try Self.apply(Self.choice(id), to: values, class: values).map { try #require($0) }
        for (left, right) in zip(result, result.dropFirst()) { #expect(left < right) }
    }

    /// A class without two different values has no range.
    @Test func aConstantClassHasNoShiftedLogarithm() throws {
        let choice = try Self.choice("log-shifted")
        for reference in [[], [3], [3, 3]] as [[Double]] {
            #expect(try Self.apply(choice, to: [3], class: reference) == [nil])
        }
    }
}
