import Dyads
import DyadicModels
import Foundation
import Testing

/// Two states: GDPs 2 and 4 (means over two years), then 8 alone; a land border in 2001 only.
struct DyadicCovariateTests {
    let dyad: Dyad
    let covariates: Covariates

    init() throws {
        let (a, b) = (try #require(StateCode("AAA")), try #require(StateCode("BBB")))
        dyad = try #require(Dyad(a, b))
        covariates = Covariates(
            gdp: [a: [2000: 1, 2001: 3, 2002: 8], b: [2000: 4, 2001: 4]],
            population: [a: [2000: 10]], distance: [dyad: 1000],
            contiguity: [dyad: [.init(.land, years: 2001...2001), .init(.water, years: 2002...2002)]],
            lastYearOfContiguity: 2010)
    }

    func value(_ covariate: DyadicCovariate, _ years: ClosedRange<Int> = 2000...2002) -> Double? {
        covariate.value(of: dyad, years: years, covariates: covariates)
    }

    /// Sizes are means over the years in which both are known: 2 and 4, and the logarithm of the root of 8.
    @Test func sizesAreGeometricMeansOfMeans() throws {
        #expect(abs(try #require(value(.logGDP)) - log(8) / 2) < 1e-14)
        #expect(abs(try #require(value(.logDistance)) - log(1000)) < 1e-14)
    }

    @Test func aBorderInAnyYearCounts() {
        #expect(value(.contiguity) == 1)
        #expect(value(.contiguity, 2002...2005) == 0)
    }

    @Test func whatIsNotKnownIsMissing() {
        #expect(value(.logPopulation) == nil)
        #expect(value(.logGDP, 2002...2002) == nil)
    }

    @Test func namesAreThoseOfStudyFiles() {
        #expect(
            DyadicCovariate.allCases.map(\.rawValue)
                == ["log-distance", "contiguity", "log-gdp", "log-population"])
    }
}
