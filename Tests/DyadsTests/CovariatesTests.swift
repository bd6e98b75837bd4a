import Dyads
import Testing

struct CovariatesTests {
    @Test func contiguityIsTheClosestOfTheYearAndCarriedForward() throws {
        let (ab, ac) = (try #require(Dyad("AAA-BBB")), try #require(Dyad("AAA-CCC")))
        let covariates = Covariates(
            gdp: [:], population: [:], distance: [:],
            contiguity: [ab: [.init(.land, years: 1990...1995), .init(.water, years: 1995...2016)]],
            lastYearOfContiguity: 2016)
        #expect(covariates.contiguity(of: ab, in: 1989) == .none)
        #expect(covariates.contiguity(of: ab, in: 1995) == .land)
        #expect(covariates.contiguity(of: ab, in: 1996) == .water)
        #expect(covariates.contiguity(of: ab, in: 2022) == .water)
        #expect(covariates.contiguity(of: ac, in: 2022) == .none)
    }

    @Test func nothingIsFilled() throws {
        let a = try #require(StateCode("AAA"))
        let covariates = Covariates(
            gdp: [a: [1995: 10, 1996: 0]], population: [:], distance: [:], contiguity: [:],
            lastYearOfContiguity: 2016)
        #expect(covariates.gdp(of: a, in: 1995) == 10)
        #expect(covariates.gdp(of: a, in: 1994) == nil && covariates.gdp(of: a, in: 1996) == nil)
        #expect(covariates.population(of: a, in: 1995) == nil)
    }

    @Test func typesOfContiguity() {
        #expect(
            (0...6).map { Contiguity(type: $0) } == [
                .some(.none), .land, .water, .water, .water, .water, nil,
            ])
    }
}
