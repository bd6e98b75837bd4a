import Dyads
import Testing

@testable import Datasets

/// Values as the committed packages print them.
struct CovariateLoadingTests {
    @Test func committedCovariates() throws {
        let covariates = try CommittedPackages.folder.covariates()
        let (arm, est) = (try #require(StateCode("ARM")), try #require(StateCode("EST")))
        #expect(covariates.gdp(of: arm, in: 1992) == 1_272_835_453.43)
        #expect(covariates.population(of: arm, in: 1961) == 1_927_484)
        // Estonia's GDP begins in 1993: the year before stays missing.
        #expect(covariates.gdp(of: est, in: 1992) == nil && covariates.gdp(of: est, in: 1993) != nil)
        #expect(covariates.distance(of: try #require(Dyad("ARM-AZE"))) == 370.3409)
        #expect(covariates.lastYearOfContiguity == 2016)
    }

    @Test(arguments: [
        ("ARM-AZE", Contiguity.land), ("AZE-KAZ", .water), ("AZE-TKM", .water), ("ARM-EST", .none),
    ])
    func contiguityRunsOnAfterTheSource(name: String, expected: Contiguity) throws {
        let covariates = try CommittedPackages.folder.covariates()
        let dyad = try #require(Dyad(name))
        for year in [1992, 2016, 2022] { #expect(covariates.contiguity(of: dyad, in: year) == expected) }
        #expect(covariates.contiguity(of: dyad, in: 1990) == .none)
    }

    /// All 105 dyads have every covariate from 1995 to 2023.
    @Test func completeFrom1995() throws {
        let covariates = try CommittedPackages.folder.covariates()
        let states = try CommittedPackages.folder.states()
        for state in states.states {
            for year in 1995...2023 {
                #expect(covariates.gdp(of: state.code, in: year) != nil, "\(state.code) \(year)")
                #expect(covariates.population(of: state.code, in: year) != nil, "\(state.code) \(year)")
            }
        }
        #expect(states.dyads.allSatisfy { covariates.distance(of: $0) != nil })
    }
}
