import DyadicModels
import Scoring
import Testing

struct SpecificationTests {
    typealias Changes = Specification.Changes

    static let base = Specification(exposure: .gdp, method: ScoringMethod(tieTolerance: 1e-6))

    @Test func nothingChangesNothing() {
        #expect(Self.base.applying(Changes()) == Self.base)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout Changes) -> Void
        let expected: @Sendable (inout Specification) -> Void
    }

    /// Each field replaces its own choice and no other.
    @Test(arguments: [
        Case(testDescription: "exposure") {
            $0.exposure = Exposure.none
        } expected: {
            $0.exposure = .none
        },
        Case(testDescription: "scaling") {
            $0.scaling = .classMean
        } expected: {
            $0.method.scaling = .classMean
        },
        Case(testDescription: "outliers") {
            $0.outliers = other(.outliers)
        } expected: {
            $0.method.outliers = other(.outliers)
        },
        Case(testDescription: "transform") {
            $0.transform = .log1p
        } expected: {
            $0.method.transform = .log1p
        },
        Case(testDescription: "normalise") {
            $0.normalisation = .unitRange
        } expected: {
            $0.method.normalisation = .unitRange
        },
        Case(testDescription: "missing") {
            $0.missingData = other(.missingData)
        } expected: {
            $0.method.missingData = other(.missingData)
        },
        Case(testDescription: "weights") {
            $0.weighting = .equalByIndicator
        } expected: {
            $0.method.weighting = .equalByIndicator
        },
        Case(testDescription: "aggregate") {
            $0.aggregations = [.arithmetic, .geometric]
        } expected: {
            $0.method.aggregations = [.arithmetic, .geometric]
        },
        Case(testDescription: "tie-tolerance") {
            $0.tieTolerance = 0
        } expected: {
            $0.method.tieTolerance = 0
        },
    ])
    func eachChoice(item: Case) {
        var changes = Changes()
        item.change(&changes)
        var expected = Self.base
        item.expected(&expected)
        #expect(expected != Self.base && Self.base.applying(changes) == expected)
    }

    /// The second method of a step's table.
    private static func other(_ step: Step) -> MethodChoice {
        MethodTable.descriptions(of: step).dropFirst().lazy.compactMap { try? MethodChoice($0) }.first
            ?? .identity
    }
}
