import Diagnostics
import TestSupport
import Testing

@testable import Studies

struct PublicationDecodingTests {
    func study(_ lines: String) throws -> Study {
        let text = try LightStudy().text()
        let own = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            !["authors:", "published:", "keywords:"].contains { line.hasPrefix($0) }
        }
        return try Study(parsing: own.joined(separator: "\n") + "\n" + lines, path: "s.yaml")
    }

    @Test func whatADepositSays() throws {
        let publication = try study(
            """
            authors:
              - {name: Ada B, orcid: 0000-0002-1825-0097, affiliation: University of C}
              - {name: The Group, kind: organisation}
            published: 2026-11-24
            keywords: [a, b c]
            """
        ).publication
        #expect(publication.authors.map(\.name) == ["Ada B", "The Group"])
        #expect(publication.authors.map(\.isOrganisation) == [false, true])
        #expect(publication.authors[0].orcid == "0000-0002-1825-0097")
        #expect(publication.authors[0].affiliation == "University of C")
        #expect(publication.date?.description == "2026-11-24")
        #expect(publication.keywords == ["a", "b c"])
    }

    @Test func nothingOfItIsNeeded() throws {
        let publication = try study("").publication
        #expect(publication == .init(authors: [], date: nil, keywords: []))
    }

    @Test(
        "ORCID's own examples: the last digit is a check digit, which may be X",
        arguments: [
            "0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X",
        ])
    func checkDigits(orcid: String) throws {
        #expect(try study("authors: [{name: A, orcid: \(orcid)}]").publication.authors[0].orcid == orcid)
    }

    @Test(arguments: [
        ("published: 2026-02-30", "a date"), ("published: yesterday", "a date"),
        ("authors: [{name: A, orcid: 0000-0002-1825-0098}]", "last digit"),
        ("authors: [{name: A, orcid: 0000000218250097}]", "an ORCID iD"),
        ("authors: [{orcid: 0000-0002-1825-0097}]", "name"),
        ("authors: [{name: A}, {name: A}]", "once"), ("keywords: [a, a]", "once"),
        ("authors: [{name: A, kind: robot}]", "person"),
    ])
    func mistakes(lines: String, message: String) {
        let error = #expect(throws: Diagnostic.self) { try study(lines) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
}
