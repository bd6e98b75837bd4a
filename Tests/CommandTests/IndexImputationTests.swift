import Foundation
import Testing

/// `dyadscore index --imputations`: scores under drawn values, apart from the point scores.
struct IndexImputationTests {
    private struct Document: Decodable {
        struct Imputation: Decodable {
            let imputations: Int
            let seed: UInt64
            let scores: [[Double?]]
            let meanScores, deviations: [Double?]
            let rankCounts: [[Int]]
        }
        let scores: [Double?]
        let imputation: Imputation?
    }

    private let gaps = IndexFixture.table.replacing("3.2,30", with: ",30")

    private func document(_ options: [String], table: String) throws -> Document {
        let outcome = try IndexFixture.run(options + ["--format", "json"], table: table)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
    }

    @Test func drawsLeaveThePointScoresAlone() throws {
        let plain = try document([], table: gaps)
        let drawn = try document(["--imputations", "20", "--seed", "3"], table: gaps)
        #expect(plain.imputation == nil && plain.scores == drawn.scores)
        let imputation = try #require(drawn.imputation)
        #expect(imputation.imputations == 20 && imputation.seed == 3 && imputation.scores.count == 20)
        #expect(imputation.rankCounts.allSatisfy { $0.reduce(0, +) == 20 })
        #expect((imputation.deviations[1] ?? 0) > 0)
        let mean = imputation.scores.compactMap { $0[1] }.reduce(0, +) / 20
        #expect(abs((imputation.meanScores[1] ?? 0) - mean) < 1e-12)
    }

    @Test func withoutGapsEveryImputationGivesThePointScores() throws {
        let drawn = try document(["--imputations", "3"], table: IndexFixture.table)
        let imputation = try #require(drawn.imputation)
        for scores in imputation.scores { #expect(scores == drawn.scores) }
        #expect(imputation.deviations.allSatisfy { $0 == 0 })
    }

    @Test func theSeedDecides() throws {
        func means(_ seed: String) throws -> [Double?] {
            try #require(
                try document(["--imputations", "5", "--seed", seed], table: gaps).imputation
            ).meanScores
        }
        #expect(try means("1") == (try means("1")))
        #expect(try means("1") != (try means("2")))
        #expect(
            try means("1")
                == (try #require(try document(["--imputations", "5"], table: gaps).imputation)).meanScores)
    }

    @Test func tablesShowMeanDeviationAndRanks() throws {
        let text = try IndexFixture.run(["--imputations", "5"], table: gaps).output
        #expect(text.contains("imputed_mean  imputed_deviation  imputed_rank_best  imputed_rank_worst\n"))
        let csv = try IndexFixture.run(["--imputations", "5", "--format", "csv"], table: gaps).output
        #expect(csv.hasPrefix("unit,rank,ties,score,observed_weight,Access,Burden,imputed_mean,"))
    }
}
