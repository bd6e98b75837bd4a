import Foundation
import Tabular
import TestSupport
import Testing

@testable import Scoring

/// OECD/JRC Handbook (2008), Table 23: ranks of 23 countries under the weights of Table 22.
///
/// The goalposts are those of the Human Development Report 2001, telephones and electricity capped at the best. The
/// weights are printed with two decimals, so that ranks under factor analysis and AHP come out for most
/// countries, not for all.
struct HandbookTable23Tests {
    static let indicators = HandbookTable18Tests.indicators

    /// Two units that hold the goalposts are the class on which min-max is fitted; the countries follow.
    static func index(weights: [String: Double]) throws -> CompositeIndex {
        let goalposts = try referenceColumns("tai-hdr2001/goalposts.csv", ["min", "max"])
        let countries = try referenceColumns("tai-weighting/input.csv", indicators)
        let columns = indicators.indices.map { k -> [Double?] in
            let ends = goalposts.map { indicators[k].hasSuffix("_log") ? log10($0[k]) : $0[k] }
            return ends + countries[k].map { indicators[k].hasSuffix("_log") ? min($0, ends[1]) : $0 }
        }
        return try CompositeIndex(
            of: IndicatorTable(columns: columns, units: 25),
            design: IndexDesign(
                indicators: indicators.map { IndicatorDesign(id: $0) }, dimensions: ["tai"],
                dimensionOf: indicators.map { _ in 0 }),
            isReference: (0..<25).map { $0 < 2 },
            method: ScoringMethod(
                normalisation: .unitRange,
                weighting: try MethodChoice(Weighting.fixed.description, ["weights": .named(weights)])))
    }

    /// The countries in the order of Table A.2.
    static func countries() throws -> [String] {
        let path = Repository.path("Tests/ReferenceCases/tai-weighting/input.csv")
        var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        var names: [String] = []
        while let row = try reader.next() { names.append(row.text(0)) }
        return names
    }

    /// The rows of a table by the text in its first column, because Table 23 has another order of countries
    /// than Table A.2.
    static func rows(_ file: String, _ names: [String]) throws -> [String: [Double]] {
        let path = Repository.path("Tests/ReferenceCases/tai-weighting/\(file)")
        var reader = try CSVReader([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path: path)
        let columns = try names.map { try reader.column($0) }
        var rows: [String: [Double]] = [:]
        while let row = try reader.next() { rows[row.text(0)] = try columns.map { try row.number($0) } }
        return rows
    }

    @Test(arguments: [("EW", 23), ("BAP", 23), ("FA", 19), ("AHP", 20)])
    func printedRanks(scheme: String, exact: Int) throws {
        let weights = try #require(try Self.rows("weights.csv", Self.indicators)[scheme])
        let index = try Self.index(weights: Dictionary(uniqueKeysWithValues: zip(Self.indicators, weights)))
        let ranking = Ranking(
            scores: index.scores, isRanked: (0..<25).map { $0 >= 2 }, tieTolerance: 1e-9)
        let ranks = ranking.ranks.dropFirst(2).map { Double($0 ?? 0) }
        let expected = try Self.rows("expected.csv", ["rank_\(scheme)"])
        let printed = try Self.countries().map { try #require(expected[$0])[0] }
        #expect(zip(ranks, printed).count { $0 == $1 } == exact)
        #expect(DirectWeights.correlation(ranks, printed) >= 0.98)
    }
}
