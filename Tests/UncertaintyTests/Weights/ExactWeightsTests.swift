import LinearAlgebra
import Scoring
import TestSupport
import Testing

@testable import Uncertainty

struct ExactWeightsTests {
    private func units(_ table: IndicatorTable) throws -> WeightedUnits {
        try WeightedUnits(
            table, hierarchy: flatHierarchy(table.indicators),
            isReference: Array(repeating: true, count: table.units))
    }

    private func exact(_ table: IndicatorTable, _ constraints: [WeightConstraint] = []) throws -> ExactWeights
    {
        try ExactWeights(
            units(table),
            space: WeightSpace(flatHierarchy(table.indicators), shape: .flat, constraints: constraints))
    }

    /// sum w(k) (z(i,k) - z(j,k)).
    private func lead(_ table: IndicatorTable, _ i: Int, _ j: Int, _ weights: [Double]) -> Double {
        weights.indices.reduce(0) { $0 + weights[$1] * (table.values[i, $1] - table.values[j, $1]) }
    }

    /// All points of the simplex at which K - 1 of the planes a w = b meet: candidates for vertices. K is 2 or 3.
    private func crossings(_ planes: [(a: [Double], b: Double)], _ k: Int) -> [[Double]] {
        var points: [[Double]] = []
        for (first, p) in planes.enumerated() {
            if k == 2 {
                let slope = p.a[0] - p.a[1]
                if abs(slope) > 1e-12 { points.append([(p.b - p.a[1]) / slope, 1 - (p.b - p.a[1]) / slope]) }
                continue
            }
            for q in planes[..<first] {
                let (a, b, c, d) = (p.a[0] - p.a[2], p.a[1] - p.a[2], q.a[0] - q.a[2], q.a[1] - q.a[2])
                let (e, f) = (p.b - p.a[2], q.b - q.a[2])
                let determinant = a * d - b * c
                guard abs(determinant) > 1e-12 else { continue }
                let (x, y) = ((e * d - b * f) / determinant, (a * f - e * c) / determinant)
                points.append([x, y, 1 - x - y])
            }
        }
        return points.filter { $0.allSatisfy { $0 > -1e-12 } }
    }

    private func corners(_ k: Int) -> [(a: [Double], b: Double)] {
        (0..<k).map { corner in ((0..<k).map { $0 == corner ? 1 : 0 }, 0) }
    }

    /// The largest margin over the simplex lies where leads over rivals are equal or weights are zero; all such points
    /// are tried. Certificates are checked by substitution.
    @Test(arguments: [2, 3], 0..<12) func marginsAreThoseOfAllVertices(_ k: Int, _ seed: Int) throws {
        let count = 7
        let table = randomTable(units: count, indicators: k, gaps: 0, seed: 60 + UInt64(seed), step: 0.25)
        let exact = try exact(table)
        for unit in 0..<count {
            let rivals = (0..<count).filter { $0 != unit }
            var planes = corners(k)
            for (place, i) in rivals.enumerated() {
                for j in rivals[..<place] {
                    planes.append(((0..<k).map { table.values[i, $0] - table.values[j, $0] }, 0))
                }
            }
            let best = (crossings(planes, k) + corners(k).map(\.a)).reduce(-.infinity) { best, weights in
                max(best, rivals.reduce(.infinity) { min($0, lead(table, unit, $1, weights)) })
            }
            switch try exact.firstPlace(of: unit) {
            case .possible(let weights, let margin):
                #expect(abs(margin - best) < 1e-9)
                #expect(weights.allSatisfy { $0 >= 0 } && abs(weights.reduce(0, +) - 1) < 1e-9)
                #expect(rivals.allSatisfy { lead(table, unit, $0, weights) >= margin - 1e-9 })
            case .excluded(let dominance):
                #expect(best < 1e-8)
                #expect(abs(dominance.largestLead - best) < 1e-8)
                #expect(dominance.shares[unit] == 0 && dominance.shares.allSatisfy { $0 >= 0 })
                #expect(abs(dominance.shares.reduce(0, +) - 1) < 1e-12)
                for indicator in 0..<k {
                    let value = rivals.reduce(0) { $0 + dominance.shares[$1] * table.values[$1, indicator] }
                    #expect(abs(value - dominance.profile[indicator]) < 1e-9)
                    #expect(value >= table.values[unit, indicator] - 1e-8)
                }
                #expect(dominance.worse.isEmpty)
            case .unopposed: Issue.record("there are rivals")
            }
        }
    }

    /// What is first in any draw can be first, and what is excluded is alone in first place in none.
    @Test func acceptabilitiesAgreeWithPrograms() throws {
        let table = randomTable(units: 12, indicators: 4, gaps: 0, seed: 80, step: 1e-6)
        let constraints: [WeightConstraint] = [
            .order([.indicator(1), .indicator(0)]), .interval(.indicator(2), 0.1...0.5),
        ]
        let space = try WeightSpace(flatHierarchy(4), shape: .flat, constraints: constraints)
        let result = try Acceptability(
            of: units(table), weights: WeightSampler(space, seed: 4), draws: 5_000)
        let exact = try exact(table, constraints)
        var (possible, excluded) = (0, 0)
        for unit in 0..<12 {
            switch try exact.firstPlace(of: unit) {
            case .possible(let weights, let margin):
                possible += 1
                #expect(
                    weights[1] >= weights[0] - 1e-9 && weights[2] >= 0.1 - 1e-9 && weights[2] <= 0.5 + 1e-9)
                for rival in 0..<12 where rival != unit {
                    #expect(lead(table, unit, rival, weights) >= margin - 1e-9)
                }
            case .excluded(let dominance):
                excluded += 1
                #expect(result.firstPlace(of: unit)?.count == 0)
                #expect(dominance.largestLead <= 1e-8)
                // No draw of the space puts the unit ahead of the combination.
                let sampler = try WeightSampler(space, seed: 9)
                for draw in 0..<200 {
                    let weights = sampler.weights(ofDraw: draw)
                    let ahead = weights.indices.reduce(0) {
                        $0 + weights[$1] * (table.values[unit, $1] - dominance.profile[$1])
                    }
                    #expect(ahead <= dominance.largestLead + 1e-8)
                }
            case .unopposed: Issue.record("there are rivals")
            }
        }
        #expect(possible > 0 && excluded > 0)
    }

    /// Twins exclude one another without being better; a unit that is level on one indicator and behind on the other
    /// is dominated although it can tie for first; a unit alone has no rivals.
    @Test func tiesAreNotFirstPlaces() throws {
        let twins = try exact(IndicatorTable(columns: [[1, 1, 0], [2, 2, 0]], units: 3))
        guard case .excluded(let twin) = try twins.firstPlace(of: 0) else {
            Issue.record("a twin is not alone in first place")
            return
        }
        #expect(twin.better.isEmpty && twin.worse.isEmpty && abs(twin.largestLead) < 1e-9)
        #expect(abs(twin.shares[1] - 1) < 1e-9)
        let level = try exact(IndicatorTable(columns: [[1, 1], [2, 1]], units: 2))
        guard case .excluded(let weak) = try level.firstPlace(of: 1) else {
            Issue.record("never ahead")
            return
        }
        #expect(weak.better == [1] && weak.worse.isEmpty)
        #expect(try exact(IndicatorTable(columns: [[1], [2]], units: 1)).firstPlace(of: 0) == .unopposed)
    }

    /// Nested weights without constraints reach the whole simplex; with them, the program keeps shares among siblings.
    @Test func nestedSpacesAreLinearInLeafWeights() throws {
        let hierarchy = nestedHierarchy([2, 1])
        let table = randomTable(units: 6, indicators: 3, gaps: 0, seed: 90, step: 1e-6)
        let units = try WeightedUnits(
            table, hierarchy: hierarchy, isReference: Array(repeating: true, count: 6))
        let nested = try ExactWeights(units, space: WeightSpace(hierarchy))
        let flat = try exact(table)
        let bounded = try ExactWeights(
            units, space: WeightSpace(hierarchy, constraints: [.interval(.indicator(0), 0.25...0.5)]))
        for unit in 0..<6 {
            #expect(try nested.firstPlace(of: unit) == flat.firstPlace(of: unit))
            if case .possible(let weights, _) = try bounded.firstPlace(of: unit) {
                let group = weights[0] + weights[1]
                #expect(weights[0] >= 0.25 * group - 1e-9 && weights[0] <= 0.5 * group + 1e-9)
            }
        }
    }

    /// A (1, 0), B (0, 1), C (0.6, 0.6): C leads between w1 = 0.4 and 0.6.
    @Test func smallestChangesInClosedForm() throws {
        let exact = try exact(IndicatorTable(columns: [[1, 0, 0.6], [0, 1, 0.6]], units: 3))
        func size(_ change: WeightChange?) -> Double { change?.size ?? .nan }
        let declared = [0.45, 0.55]
        let dethroned = try exact.smallestChange(of: declared, dethroning: 2, measure: .total)
        #expect(abs(size(dethroned) - 0.1) < 1e-9 && dethroned?.winner == 1)
        #expect(
            abs(size(try exact.smallestChange(of: declared, dethroning: 2, measure: .largest)) - 0.05) < 1e-9)
        let crowned = try exact.smallestChange(of: declared, crowning: 0, measure: .total)
        #expect(abs(size(crowned) - 0.3) < 1e-9 && abs((crowned?.weights[0] ?? .nan) - 0.6) < 1e-9)
        #expect(size(try exact.smallestChange(of: declared, crowning: 2, measure: .total)) == 0)
        #expect(throws: WeightFailure.self) {
            try exact.smallestChange(of: [0.5, 0.6], crowning: 0, measure: .total)
        }
    }

    /// The nearest weights in the sum of absolute changes are a vertex of the planes of leads, of weights at zero and of
    /// weights left as they are: all are tried.
    @Test(arguments: 0..<12) func smallestTotalChangesAreThoseOfAllVertices(_ seed: Int) throws {
        let (count, k) = (6, 3)
        let table = randomTable(units: count, indicators: k, gaps: 0, seed: 120 + UInt64(seed), step: 1e-6)
        let declared = [0.5, 0.3, 0.2]
        let exact = try exact(table)
        let kept = (0..<k).map { (a: corners(k)[$0].a, b: declared[$0]) }
        func distance(_ weights: [Double]) -> Double {
            zip(weights, declared).reduce(0) { $0 + abs($1.0 - $1.1) }
        }
        func nearest(_ leads: [[Double]]) -> Double {
            let points =
                crossings(corners(k) + kept + leads.map { ($0, 0) }, k) + [declared] + corners(k).map(\.a)
            return points.filter { weights in
                leads.allSatisfy { zip($0, weights).reduce(0) { $0 + $1.0 * $1.1 } >= -1e-9 }
            }.map(distance).min() ?? .infinity
        }
        func leads(_ unit: Int) -> [[Double]] {
            (0..<count).filter { $0 != unit }.map { rival in
                (0..<k).map { table.values[unit, $0] - table.values[rival, $0] }
            }
        }
        let scores = directScores(table, flatHierarchy(k), weights: declared).map { $0 ?? 0 }
        let leader = try #require(scores.indices.max { scores[$0] < scores[$1] })
        for unit in 0..<count {
            let change = try exact.smallestChange(of: declared, crowning: unit, measure: .total)
            let expected = nearest(leads(unit))
            #expect(
                abs((change?.size ?? .infinity) - expected) < 1e-7 || (change == nil && expected == .infinity)
            )
            if let change {
                #expect(abs(distance(change.weights) - change.size) < 1e-9)
                #expect(
                    leads(unit).allSatisfy { zip($0, change.weights).reduce(0) { $0 + $1.0 * $1.1 } >= -1e-8 }
                )
                // The largest single change is at most half of the total, and at least that over K - 1.
                let largest = try exact.smallestChange(of: declared, crowning: unit, measure: .largest)
                #expect((largest?.size ?? .nan) <= change.size / 2 + 1e-9)
                #expect((largest?.size ?? .nan) >= change.size / Double(k) - 1e-9)
            }
        }
        let dethroned = try exact.smallestChange(of: declared, dethroning: leader, measure: .total)
        let expected = leads(leader).map { lead in lead.map { -$0 } }.filter { $0.contains { $0 > 1e-9 } }
            .map { nearest([$0]) }.min()
        #expect(
            abs((dethroned?.size ?? .infinity) - (expected ?? .infinity)) < 1e-9
                || expected == nil && dethroned == nil)
    }

    @Test func gapsAreRefused() throws {
        #expect(throws: WeightFailure.gap(unit: 1, indicator: 0)) {
            try exact(IndicatorTable(columns: [[1, nil], [2, 1]], units: 2))
        }
    }

    /// A unit outside the class is set against the class; its gaps are its own.
    @Test func outsidersFaceTheClass() throws {
        let table = IndicatorTable(columns: [[1, 0, 2, nil], [0, 1, 0.5, 1]], units: 4)
        let exact = try ExactWeights(
            WeightedUnits(
                table, hierarchy: flatHierarchy(2), isReference: [true, true, false, false]),
            space: WeightSpace(flatHierarchy(2)))
        guard case .possible(let weights, let margin) = try exact.firstPlace(of: 2) else {
            Issue.record("ahead of both where the first indicator counts")
            return
        }
        // Leads: w1 + w2 / 2 over the first, 2 w1 - w2 / 2 over the second; the smaller is largest, 1, at w1 = 1.
        #expect(abs(margin - 1) < 1e-9 && abs(weights[0] - 1) < 1e-9)
        #expect(throws: WeightFailure.gap(unit: 3, indicator: 0)) { try exact.firstPlace(of: 3) }
        #expect(throws: WeightFailure.self) { try exact.firstPlace(of: 4) }
    }
}
