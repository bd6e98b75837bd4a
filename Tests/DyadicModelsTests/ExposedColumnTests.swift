import Dyads
import Testing

@testable import DyadicModels

struct ExposedColumnTests {
    /// Four states in the class and one outside.
    static let dyads = ["AAA-BBB", "AAA-CCC", "AAA-DDD", "BBB-CCC", "BBB-DDD", "CCC-DDD", "AAA-EEE"]
        .compactMap {
            Dyad($0)
        }
    static let referenceClass = ReferenceClass(excludedStates: Set([StateCode("EEE")].compactMap { $0 }))

    func exposed(
        _ exposure: Exposure, _ values: [Double?], years: [Int] = [2000], covariates: Covariates? = nil
    ) throws -> ExposedColumn {
        let indicator = GravityFixture.indicator(.mean, Coverage(years: years, silence: .missing))
        return try ExposedColumn(
            exposure, of: Panel.Column(indicator: indicator, data: .dated(DatedRecords([]))),
            recorded: (values, years), window: 2000...2001, dyads: Self.dyads,
            referenceClass: Self.referenceClass, minimumYears: 1, covariates: covariates)
    }

    /// Values a(i) a(j) are what totals imply: with factors 1, 2, 3 and 4 every ratio is 1. A pair outside the class is
    /// in no total and has no expectation.
    @Test func marginsConcernTheClass() throws {
        let column = try exposed(.margins, [2, 3, 4, 6, 8, 12, 1000])
        for ratio in column.ratios.prefix(6) { #expect(abs(try #require(ratio) - 1) < 1e-9) }
        #expect(column.ratios[6] == nil && column.expected[6] == nil && column.observed[6] == 1000)
        #expect(column.interval.allSatisfy { $0 == nil } && column.fit == nil)
    }

    @Test func sizesAreGeometricMeansOfTheYearsThatValuesRestOn() throws {
        let codes = ["AAA", "BBB", "CCC"].compactMap { StateCode($0) }
        let covariates = Covariates(
            gdp: [codes[0]: [2000: 4e9, 2001: 1e11], codes[1]: [2000: 9e9, 2001: 1e11]],
            population: [codes[0]: [2000: 1e6, 2001: 3e6], codes[1]: [2000: 8e6, 2001: 8e6]], distance: [:],
            contiguity: [:], lastYearOfContiguity: 2000)
        let values: [Double?] = [12, 5, 5, 5, nil, 5, 5]
        let gdp = try exposed(.gdp, values, covariates: covariates)
        #expect(gdp.expected.dropFirst().allSatisfy { $0 == nil })
        #expect(abs(try #require(gdp.expected[0]) - 6) < 1e-12)
        #expect(abs(try #require(gdp.ratios[0]) - 2) < 1e-12)
        let population = try exposed(.population, values, years: [2000, 2001], covariates: covariates)
        #expect(abs(try #require(population.expected[0]) - 4) < 1e-12)
    }

    @Test(arguments: [Exposure.population, .gdp, .gravity])
    func withoutCovariatesThereIsAReason(exposure: Exposure) {
        #expect(throws: Absence("the exposure needs the sizes of states and the distances between them")) {
            try exposed(exposure, [1, 2, 3, 4, 5, 6, 7])
        }
    }

    @Test func withoutExposureNothingIsExpected() {
        #expect(throws: Absence.self) { try exposed(.none, [1, 2, 3, 4, 5, 6, 7]) }
    }

    struct Ratios {
        var values = ExpectedValues()

        init() {
            // The first dyad was observed in more years than the expectation covers.
            values[.gravity, "x"] = .success(
                ExposedColumn(
                    observed: [6, 4, 0, nil], expected: [3, 2, 5, nil], interval: [nil, nil, nil, nil],
                    fit: nil))
            values[.margins, "x"] = .failure(Absence("no contact at all"))
        }
    }

    @Test func ratiosUseTheSameDyadYearsUnlessTheyAreRecounted() throws {
        let values = Ratios().values
        let recorded: [Double?] = [12, 4, 0, 7]
        func ratios(_ exposure: Exposure, _ recounts: Bool) throws -> [Double?] {
            try values.ratios(of: "x", recorded: recorded, exposure: exposure, recounts: recounts).get()
        }
        #expect(try ratios(.none, false) == recorded)
        #expect(try ratios(.gravity, false) == [2, 2, 0, nil])
        #expect(try ratios(.gravity, true) == [4, 2, 0, nil])
        #expect(throws: Absence("no contact at all")) { try ratios(.margins, false) }
        #expect(throws: Absence("no expectation was made for x")) { try ratios(.gdp, false) }
    }

    /// Supposing what was recorded changes nothing, twice of it is twice the ratio, and from zero the expectation counts.
    @Test func suppositions() {
        let values = Ratios().values
        func ratio(_ unit: Int, _ value: Double, _ recorded: Double?, _ ratio: Double?) -> Double? {
            values.ratio(
                of: "x", unit: unit, supposing: value, insteadOf: recorded, ratio: ratio, exposure: .gravity)
        }
        #expect(ratio(0, 12, 12, 2) == 2)
        #expect(ratio(0, 24, 12, 2) == 4)
        #expect(ratio(2, 10, 0, 0) == 2)
        #expect(ratio(3, 10, 7, nil) == nil)
        #expect(
            values.ratio(of: "x", unit: 3, supposing: 10, insteadOf: 7, ratio: 7, exposure: .none) == 10)
    }
}
