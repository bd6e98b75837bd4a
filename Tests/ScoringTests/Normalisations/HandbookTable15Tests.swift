import Testing

@testable import Scoring

/// OECD/JRC Handbook (2008), Table 15, all twelve columns: printed with two decimals (the percentile with one), so half
/// of the last digit is the tolerance; 1e-9 more because 0.005 itself is not a binary number.
struct HandbookTable15Tests {
    struct Column: Sendable {
        let name: String
        let choice: MethodChoice
        var halfDigit = 0.005

        init?(
            _ name: String, _ method: Normalisation, _ given: [String: MethodArgument] = [:],
            halfDigit: Double = 0.005
        ) {
            guard let choice = try? MethodChoice(method.description, given) else { return nil }
            (self.name, self.choice, self.halfDigit) = (name, choice, halfDigit)
        }
    }

    static let columns: [Column] = [
        Column("rank_high_is_top", .integerRank, halfDigit: 0),
        Column("zscore", .zScore),
        Column("minmax", .minMax),
        Column("dist_ref_mean_ratio", .distanceToReference),
        Column("dist_ref_best_ratio", .distanceToBest),
        Column("dist_ref_worst_ratio", .distanceToWorst),
        Column("dist_ref_mean_diff", .distanceToReference, ["form": .word("difference")]),
        Column("dist_ref_worst_diff", .distanceToWorst, ["form": .word("difference")]),
        Column("above_below_mean_p20", .aboveBelowMean, halfDigit: 0),
        Column("percentile", .percentile, halfDigit: 0.05),
        Column("categorical", .categorical, halfDigit: 0),
    ].compactMap { $0 }

    /// With the raw values, twelve.
    @Test func noColumnIsLeftOut() throws {
        let table = try ReferenceTable("tai-normalisation/expected.csv")
        #expect(table.header == ["unit", "raw"] + Self.columns.map(\.name))
        let input = try ReferenceTable("tai-normalisation/input.csv")
        #expect(try table.numbers("raw") == input.numbers("schooling"))
    }

    @Test(arguments: columns)
    func printedColumn(column: Column) throws {
        let table = try ReferenceTable("tai-normalisation/expected.csv")
        try #require(table.rows.count == 23)
        let normalised = try column.choice.normalised(table.numbers("raw"))
        let (units, printed) = (try table.text("unit"), try table.numbers(column.name))
        for (place, unit) in units.enumerated() {
            let (computed, figure) = (try #require(normalised[place]), try #require(printed[place]))
            #expect(abs(computed - figure) <= column.halfDigit + 1e-9, "\(unit): \(computed) for \(figure)")
        }
    }
}
