import Dyads
import Testing

private func span(_ first: String, _ last: String? = nil) throws -> MembershipSpan {
    let begin = try #require(CalendarDay(iso8601: first))
    let end = try last.map { try #require(CalendarDay(iso8601: $0)) }
    return try #require(MembershipSpan(first: begin, last: end))
}

/// peacesciencer's "false dyads": states that were members in the same year and never on the same day.
@Suite struct MembershipTests {
    @Test(
        arguments: [
            ("1990-01-01", "1990-03-31", "1990-06-01", nil, 1990, false),
            ("1990-01-01", "1990-06-01", "1990-06-01", nil, 1990, true),
            ("1990-01-01", "1990-05-31", "1990-06-01", nil, 1990, false),
            ("1991-12-26", nil, "1991-09-06", nil, 1991, true),
            ("1991-12-26", nil, "1991-09-06", nil, 1990, false),
            ("1991-12-26", nil, "1991-09-06", nil, 2040, true),
            ("1991-12-26", "2000-01-01", "1991-09-06", nil, 2000, true),
            ("1991-12-26", "1999-12-31", "1991-09-06", nil, 2000, false),
            ("1918-02-01", "1940-06-01", "1991-12-26", nil, 1991, false),
        ] as [(String, String?, String, String?, Int, Bool)])
    func sharesADay(
        first: String, last: String?, otherFirst: String, otherLast: String?, year: Int, expected: Bool
    ) throws {
        let (a, b) = (try span(first, last), try span(otherFirst, otherLast))
        #expect(a.sharesDay(with: b, in: year) == expected)
        #expect(b.sharesDay(with: a, in: year) == expected)
    }

    @Test func aSpanDoesNotEndBeforeItBegins() throws {
        let (early, late) = (CalendarDay(iso8601: "1990-01-01"), CalendarDay(iso8601: "1990-01-02"))
        #expect(MembershipSpan(first: try #require(late), last: early) == nil)
        #expect(MembershipSpan(first: try #require(early), last: early) != nil)
    }

    @Test(arguments: ["2000-02-29", "2024-02-29", "1999-12-31"])
    func isADay(text: String) {
        #expect(CalendarDay(iso8601: text)?.description == text)
    }

    @Test(arguments: [
        "1900-02-29", "2023-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00", "2023-1-1",
        "0000-01-01",
        "2023-01-01 ", "+023-01-01", "20230101", "",
    ])
    func isNoDay(text: String) {
        #expect(CalendarDay(iso8601: text) == nil)
    }
}
