import Dyads
import Testing

@Suite struct DyadTests {
    private func code(_ text: String) throws -> StateCode { try #require(StateCode(text)) }

    @Test func aDyadHasNoDirection() throws {
        let (a, b) = (try code("KAZ"), try code("AZE"))
        let dyad = try #require(Dyad(a, b))
        #expect(dyad == Dyad(b, a))
        #expect(dyad.hashValue == Dyad(b, a)?.hashValue)
        #expect("\(dyad)" == "AZE-KAZ")
        #expect(Dyad("KAZ-AZE") == dyad)
        #expect(Dyad(a, a) == nil)
        #expect(dyad.includes(a))
        #expect(try !dyad.includes(code("KGZ")))
    }

    @Test(arguments: [
        "AZE", "AZE-", "AZE-AZE", "aze-kaz", "AZE_KAZ", "AZE-KAZ-RUS", "AZE-KAŽ", "", "-", "AZE- KAZ",
    ])
    func isNoDyad(text: String) {
        #expect(Dyad(text) == nil)
    }

    @Test(arguments: ["aze", "AZ", "AZER", "A1B", "ÀZE", "", "ＡＺＥ"])
    func isNoCode(text: String) {
        #expect(StateCode(text) == nil)
    }

    @Test func dyadsSortByTheirFirstThenTheirSecondState() {
        let dyads = ["KAZ-UZB", "AZE-UZB", "AZE-KAZ"].compactMap { Dyad($0) }.sorted()
        #expect(dyads.map(\.description) == ["AZE-KAZ", "AZE-UZB", "KAZ-UZB"])
    }
}
