import Diagnostics
import Documents
import Dyads

extension Study {
    /// Who made the study and when, for a deposit of its results; nothing of it enters a score.
    public struct Publication: Hashable, Sendable {
        public struct Author: Hashable, Sendable {
            public let name: String
            public let isOrganisation: Bool
            /// The identifier alone: `0000-0002-1825-0097`.
            public let orcid: String?
            public let affiliation: String?
        }

        public let authors: [Author]
        public let date: CalendarDay?
        public let keywords: [String]
    }
}

private enum AuthorKind: String, CaseIterable {
    case person, organisation
}

extension StudyDecoder {
    /// What `authors`, `published` and `keywords` say; all may be left out.
    func publication(_ keys: DocumentMapping) throws(Diagnostic) -> Study.Publication {
        var authors: [Study.Publication.Author] = []
        for item in try keys.optional("authors")?.list() ?? [] {
            let keys = try item.mapping(allowing: ["name", "kind", "orcid", "affiliation"])
            let name = try unique(try keys.required("name"), among: authors.map(\.name), what: "an author")
            authors.append(
                .init(
                    name: name,
                    isOrganisation: try keys.optional("kind")?.choice(of: AuthorKind.self) == .organisation,
                    orcid: try keys.optional("orcid").map(orcid),
                    affiliation: try keys.optional("affiliation")?.text()))
        }
        var date: CalendarDay?
        if let node = keys.optional("published") {
            date = CalendarDay(iso8601: try node.text())
            guard date != nil else { throw node.expected("a date, written 2026-11-24") }
        }
        var keywords: [String] = []
        for item in try keys.optional("keywords")?.list() ?? [] {
            keywords.append(try unique(item, among: keywords, what: "a keyword"))
        }
        return .init(authors: authors, date: date, keywords: keywords)
    }

    /// An ORCID iD with its check digit (ISO 7064, 11-2).
    private func orcid(_ node: DocumentNode) throws(Diagnostic) -> String {
        let text = try node.text()
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        let digits = groups.joined()
        guard groups.map(\.utf8.count) == [4, 4, 4, 4], digits.utf8.count == 16 else {
            throw node.expected("an ORCID iD, written 0000-0002-1825-0097")
        }
        var total = 0
        for digit in digits.dropLast() {
            guard let value = digit.wholeNumberValue, digit.isASCII else {
                throw node.expected("an ORCID iD, written 0000-0002-1825-0097")
            }
            total = (total + value) * 2 % 11
        }
        let check = (12 - total) % 11
        guard digits.last.map(String.init) == (check == 10 ? "X" : "\(check)") else {
            throw node.expected("an ORCID iD whose last digit agrees with the others")
        }
        return text
    }
}
