import Scoring
import Testing
import Uncertainty

@testable import ClaimTesting

/// Constraints on the tree {a: [a1, a2], b: [b1]} and on parts of it.
struct WeightSpacePlanTests {
    static func tree(_ dimensions: [(String, [String])]) -> Hierarchy {
        Hierarchy(levels: [
            .init(
                names: dimensions.flatMap(\.1),
                parents: dimensions.enumerated().flatMap { place, item in item.1.map { _ in place } }),
            .init(names: dimensions.map(\.0), parents: dimensions.map { _ in 0 }),
        ])
    }

    static let whole = tree([("a", ["a1", "a2"]), ("b", ["b1"]), ("c", ["c1"])])
    static let part = tree([("a", ["a1", "a2"]), ("c", ["c1"])])

    func plan(
        _ constraints: [NamedWeightConstraint], _ shape: WeightSpace.Shape = .nested
    ) -> AssessmentPlan.WeightSpacePlan {
        .init(id: "x", title: "x", shape: shape, constraints: constraints, draws: 100)
    }

    @Test func anOrderKeepsItsMembersThatAreThere() throws {
        let order = plan([.order(["c", "b", "a"])])
        #expect(
            try order.space(on: Self.whole)?.constraints
                == [.order([.dimension(2), .dimension(1), .dimension(0)])])
        #expect(try order.space(on: Self.part)?.constraints == [.order([.dimension(1), .dimension(0)])])
        #expect(try order.space(on: Self.tree([("a", ["a1"]), ("d", ["d1"])])) == nil)
    }

    @Test func intervalsAndRatiosOfWhatIsNotThereDrop() throws {
        let space = plan([
            .interval("b", 0.1...0.5), .interval("a1", 0...0.5), .ratio(of: "b", to: "a", 1...3),
        ])
        #expect(try space.space(on: Self.whole)?.constraints.count == 3)
        #expect(try space.space(on: Self.part)?.constraints == [.interval(.indicator(0), 0...0.5)])
        #expect(try plan([.ratio(of: "b", to: "a", 1...3)]).space(on: Self.part) == nil)
    }

    /// The weight of a node without siblings is 1, whatever an interval would have it be.
    @Test func anIntervalOfALoneNodeDrops() throws {
        let alone = Self.tree([("a", ["a1", "a2"])])
        #expect(try plan([.interval("a", 0.1...0.5)]).space(on: alone) == nil)
        #expect(try plan([.interval("b1", 0.1...0.5)]).space(on: Self.whole) == nil)
        #expect(try plan([.interval("b1", 0.1...0.5)], .flat).space(on: Self.whole) != nil)
    }

    /// Nested and flat weights are the same where every dimension has one indicator.
    @Test func aFlatSpaceSaysNothingOfLoneIndicators() throws {
        #expect(try plan([], .flat).space(on: Self.whole)?.shape == .flat)
        #expect(try plan([], .flat).space(on: Self.tree([("b", ["b1"]), ("c", ["c1"])])) == nil)
        #expect(try plan([.order(["x", "y"])], .flat).space(on: Self.whole) == nil)
    }

    @Test func theUniformSpaceHasNoConstraints() throws {
        let uniform = AssessmentPlan.WeightSpacePlan.uniform(draws: 100)
        #expect(uniform.isUniform)
        #expect(try uniform.space(on: Self.whole) == WeightSpace(Self.whole))
        #expect(!plan([], .flat).isUniform && !plan([.order(["a", "b"])]).isUniform)
    }

    @Test func conflictsAreNamed() throws {
        let space = plan([.interval("a", 0.6...1), .interval("c", 0.5...1), .order(["a", "b"])])
        let failure = #expect(throws: WeightFailure.self) { try space.space(on: Self.whole) }
        #expect(failure == .infeasible(conflicting: ["a from 0.6 to 1.0", "c from 0.5 to 1.0"]))
    }
}
