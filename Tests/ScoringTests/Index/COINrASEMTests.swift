import Foundation
import Testing

@testable import Scoring

/// The ASEM Sustainable Connectivity index as COINr 1.1.14 builds it: 51 countries, 49 indicators, three levels,
/// every stage at 1e-9.
struct COINrASEMTests {
    /// What COINr's metadata says, in the order of the stages' columns.
    struct Asem {
        let codes: [String]
        let design: IndexDesign
        let denominators: [String]
        let units: [String]

        init() throws {
            let meta = try ReferenceTable("coinr-asem/meta.csv")
            let raw = try ReferenceTable("coinr-asem/stage_Raw.csv")
            units = try raw.text("uCode")
            codes = Array(raw.header.dropFirst())
            func column(_ name: String) throws -> [String: String] {
                Dictionary(uniqueKeysWithValues: zip(try meta.text("iCode"), try meta.text(name)))
            }
            let (parents, directions) = (try column("Parent"), try column("Direction"))
            let (denominatorOf, weights) = (try column("Denominator"), try column("Weight"))
            denominators = codes.map { denominatorOf[$0] ?? "NA" }
            let input = try ReferenceTable("coinr-asem/input.csv")
            let groupOf = Dictionary(
                uniqueKeysWithValues: zip(try input.text("uCode"), try input.text("EurAsia_group")))

            var levels: [Hierarchy.Level] = []
            var nodes = codes
            while nodes != ["Index"] {
                let parentOfEach = nodes.map { parents[$0] ?? "" }
                var above: [String] = []
                for parent in parentOfEach where !above.contains(parent) { above.append(parent) }
                levels.append(
                    .init(
                        names: nodes, weights: try nodes.map { try #require(Double(weights[$0] ?? "")) },
                        parents: parentOfEach.map { above.firstIndex(of: $0) ?? 0 }))
                nodes = above
            }
            design = IndexDesign(
                indicators: codes.map { IndicatorDesign(id: $0, moreIsBetter: directions[$0] == "1") },
                hierarchy: Hierarchy(levels: levels), unitGroups: units.map { groupOf[$0] ?? "" })
        }

        /// The design with more of everything better, as the normalisations of the Treated stage were run.
        var undirected: IndexDesign {
            IndexDesign(
                indicators: codes.map { IndicatorDesign(id: $0) }, hierarchy: design.hierarchy,
                unitGroups: design.unitGroups)
        }

        var everyone: [Bool] { units.map { _ in true } }

        /// Raw values over their denominators, which is what COINr calls denominating.
        func denominated() throws -> IndicatorTable {
            let input = try ReferenceTable("coinr-asem/input.csv")
            let raw = try ReferenceTable("coinr-asem/stage_Raw.csv")
            let places = try input.text("uCode")
            let columns = try zip(codes, denominators).map { code, denominator -> [Double?] in
                let values = try raw.numbers(code)
                guard denominator != "NA" else { return values }
                let sizes = try input.numbers(denominator)
                return try zip(units, values).map { unit, value in
                    let size = sizes[try #require(places.firstIndex(of: unit))]
                    guard let value, let size else { return nil }
                    return value / size
                }
            }
            return IndicatorTable(columns: columns, units: units.count)
        }
    }

    static func index(
        normalisation: MethodChoice? = MethodChoice.minMax(0, 100), aggregation: MethodChoice = .arithmetic
    ) throws -> CompositeIndex {
        let asem = try Asem()
        return try CompositeIndex(
            of: asem.denominated(), design: asem.design, isReference: asem.everyone,
            method: ScoringMethod(
                outliers: MethodChoice(OutlierTreatment.winsorise.description),
                normalisation: try #require(normalisation),
                missingData: MethodChoice(MissingDataRule.groupMean.description),
                weighting: MethodChoice(Weighting.declared.description), aggregations: [aggregation]))
    }

    static func expect(
        _ table: IndicatorTable, toBe file: String, codes: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let expected = try ReferenceTable("coinr-asem/\(file).csv").table(codes)
        for (place, code) in codes.enumerated() {
            let difference = try #require(
                largestDifference(table.column(place), expected.column(place)), "\(code): other gaps",
                sourceLocation: sourceLocation)
            #expect(difference <= 1e-9, "\(code)", sourceLocation: sourceLocation)
        }
    }

    @Test func denominated() throws {
        let asem = try Asem()
        try Self.expect(asem.denominated(), toBe: "stage_Denominated", codes: asem.codes)
    }

    /// Imputed by the means of Europe and Asia; screening then drops nobody. Treated: 17 indicators winsorised.
    @Test func imputedAndTreated() throws {
        let (asem, index) = (try Asem(), try Self.index())
        try Self.expect(index.stages.filled, toBe: "stage_Imputed", codes: asem.codes)
        try Self.expect(index.stages.treated, toBe: "stage_Treated", codes: asem.codes)
        let reports = Dictionary(uniqueKeysWithValues: zip(asem.codes, index.stages.treatments))
        #expect(reports["CO2"]?.action == "none needed")
        #expect(reports["Bord"]?.winsorisedHigh == 3)
        #expect(reports["Bord"]?.action == "3 high values winsorised")
        #expect(reports["FemLab"]?.winsorisedLow == 1)
    }

    @Test func normalisedAndAggregated() throws {
        let (asem, index) = (try Asem(), try Self.index())
        try Self.expect(index.normalised, toBe: "stage_Aggregated", codes: asem.codes)
        let expected = try ReferenceTable("coinr-asem/stage_Aggregated.csv")
        for (level, groups) in asem.design.hierarchy.levels.dropFirst().enumerated() {
            for (place, name) in groups.names.enumerated() {
                let difference = try #require(
                    largestDifference(index.groupScores[level].map { $0[place] }, expected.numbers(name)))
                #expect(difference <= 1e-9, "\(name)")
            }
        }
        let difference = try #require(largestDifference(index.scores, expected.numbers("Index")))
        #expect(difference <= 1e-9)
    }

    /// The products of the declared weights down the tree, of indicators and of groups.
    @Test func effectiveWeights() throws {
        let (asem, index) = (try Asem(), try Self.index())
        let table = try ReferenceTable("coinr-asem/effective_weights.csv")
        let expected = Dictionary(
            uniqueKeysWithValues: zip(try table.text("iCode"), try table.numbers("EffWeight")))
        let weights = asem.design.hierarchy.nodeWeights(leafWeights: index.nominalWeights)
        for (level, nodes) in zip(asem.design.hierarchy.levels, weights) {
            for (name, weight) in zip(level.names, nodes) {
                #expect(abs(weight - (try #require(expected[name] ?? nil))) <= 1e-9, "\(name)")
            }
        }
    }

    /// Six decimals, and every rank.
    @Test func finalScoresAndRanks() throws {
        let (asem, index) = (try Asem(), try Self.index())
        let expected = try ReferenceTable("coinr-asem/expected.csv")
        #expect(try expected.text("uCode") == asem.units)
        #expect(try #require(largestDifference(index.scores, expected.numbers("Index"))) <= 5e-7)
        let ranking = Ranking(scores: index.scores, isRanked: asem.everyone, tieTolerance: 1e-9)
        #expect(try ranking.ranks == expected.numbers("Rank").map { $0.map { Int($0) } })
    }

    @Test(
        arguments: [
            ("arithmetic", nil, "amean"), ("geometric", nil, "gmean"), ("harmonic", nil, "hmean"),
            ("power", 1, "amean"), ("power", 0, "gmean"), ("power", -1, "hmean"),
        ] as [(String, Double?, String)])
    func otherMeans(id: String, exponent: Double?, name: String) throws {
        let aggregation = try #require(MethodTable.aggregations.first { $0.description.id == id })
        let given: [String: MethodArgument] = exponent.map { ["exponent": .number($0)] } ?? [:]
        let index = try Self.index(
            normalisation: .minMax(1, 100), aggregation: try MethodChoice(aggregation.description, given))
        try Self.expect(index.normalised, toBe: "norm_minmax_1_100", codes: Asem().codes)
        let expected = try ReferenceTable("coinr-asem/expected_a_\(name).csv")
        #expect(try #require(largestDifference(index.scores, expected.numbers("Index"))) <= 1e-9)
    }

    /// Skewness and kurtosis of the raw data, printed with three significant digits.
    @Test func momentsOfTheRawData() throws {
        let statistics = try ReferenceTable("coinr-asem/stats_raw.csv")
        let raw = try ReferenceTable("coinr-asem/stage_Raw.csv")
        let printed = zip(try statistics.numbers("Skew"), try statistics.numbers("Kurt"))
        for (code, (skewness, kurtosis)) in zip(try statistics.text("iCode"), printed) {
            let moments = Moments(of: try raw.numbers(code).compactMap { $0 })
            for (value, figure) in [(moments.skewness, skewness), (moments.kurtosis, kurtosis)] {
                let (value, figure) = (try #require(value), try #require(figure))
                let lastDigit = pow(10, floor(log10(abs(figure))) - 2)
                #expect(abs(value - figure) <= 0.5 * lastDigit + 1e-12, "\(code): \(value) for \(figure)")
            }
        }
    }
}
