import Scoring
import Testing

@testable import Uncertainty

struct WeightSpaceTests {
    /// An irreducible conflict is named: of four constraints, the two that cannot both be kept.
    @Test func conflictsAreNamed() {
        #expect(
            throws: WeightFailure.infeasible(conflicting: [
                "dimension 1 from 0.6 to 1.0", "dimension 2 from 0.5 to 1.0",
            ])
        ) {
            try WeightSpace(
                nestedHierarchy([2, 2, 1]),
                constraints: [
                    .interval(.dimension(0), 0.6...1), .order([.indicator(0), .indicator(1)]),
                    .interval(.dimension(2), 0...0.9), .interval(.dimension(1), 0.5...1),
                ])
        }
    }

    @Test func circlesOfOrdersMeetInEquality() throws {
        let space = try WeightSpace(
            flatHierarchy(3), shape: .flat,
            constraints: [
                .order([.indicator(0), .indicator(1)]), .order([.indicator(1), .indicator(0)]),
            ])
        let weights = try WeightSampler(space, seed: 1).weights(ofDraw: 0)
        #expect(abs(weights[0] - weights[1]) < 1e-9)
    }

    @Test func nestedConstraintsAreAmongSiblings() {
        #expect(throws: WeightFailure.notSiblings(constraint: "indicator 1 >= indicator 3")) {
            try WeightSpace(
                nestedHierarchy([2, 2]), constraints: [.order([.indicator(0), .indicator(2)])])
        }
    }

    /// Flat spaces take constraints on groups as on sums.
    @Test func flatSpacesBoundGroups() throws {
        let space = try WeightSpace(
            nestedHierarchy([2, 3]), shape: .flat, constraints: [.interval(.dimension(1), 0...0.25)])
        let sampler = try WeightSampler(space, seed: 2)
        for draw in 0..<256 { #expect(sampler.weights(ofDraw: draw)[2...].reduce(0, +) <= 0.25 + 1e-9) }
    }

    static let unusable: [WeightConstraint] = [
        .interval(.indicator(3), 0...1), .interval(WeightNode(level: 4, index: 0), 0...1), .order([]),
        .order([.indicator(0), .indicator(0)]), .ratio(.indicator(0), to: .indicator(1), -1...2),
        .linear([WeightTerm(.nan, .indicator(0))], atMost: 1),
        .linear([WeightTerm(1, .indicator(0))], atMost: .infinity),
        .ratio(.indicator(0), to: .indicator(1), 1e9...1e9),
    ]

    @Test(arguments: unusable) func unusableConstraintsAreRefused(_ constraint: WeightConstraint) {
        #expect {
            try WeightSpace(flatHierarchy(3), shape: .flat, constraints: [constraint])
        } throws: { error in
            if case .unusableConstraint? = error as? WeightFailure { true } else { false }
        }
    }

    @Test func impossibleIntervalsAreRefused() {
        #expect(throws: WeightFailure.infeasible(conflicting: ["indicator 1 from 1.5 to 2.0"])) {
            try WeightSpace(flatHierarchy(2), constraints: [.interval(.indicator(0), 1.5...2)])
        }
        #expect(throws: WeightFailure.infeasible(conflicting: ["indicator 1 from 0.2 to 0.4"])) {
            try WeightSpace(flatHierarchy(1), constraints: [.interval(.indicator(0), 0.2...0.4)])
        }
    }
}
