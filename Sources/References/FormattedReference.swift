/// A reference as a list of references prints it: author and year first, after the author-date style of the Chicago
/// Manual of Style (17th edition, chapter 15), on which the style of the American Political Science Association rests.
///
/// Titles keep the capitals of the bibliography, and pages are printed in full.
public struct FormattedReference: Hashable, Sendable {
    public struct Piece: Hashable, Sendable {
        public enum Style: Hashable, Sendable {
            case plain
            /// Titles of books and journals.
            case emphasised
            /// An address that the text is a link to.
            case link(String)
        }

        public let text: String
        public let style: Style
    }

    public let key: String
    /// In order; their texts joined are the whole.
    public let pieces: [Piece]

    /// The whole as plain text.
    public var text: String { pieces.map(\.text).joined() }
}

extension Reference {
    /// The reference for a list.
    public var formatted: FormattedReference {
        var writer = PieceWriter()
        writer.sentence(authorList, "\(year)\(yearOfPrint)")
        if let title = self["title"] {
            if isContained {
                writer.sentence("“\(title)\(title.endsSentence ? "" : ".")”", endsSentence: true)
            } else {
                writer.emphasised(title)
            }
        }
        container(&writer)
        if let note = self["note"] { writer.sentence(note) }
        if let link {
            writer.link(link)
        } else if let isbn = self["isbn"] {
            writer.sentence("ISBN \(isbn)")
        }
        return FormattedReference(key: key, pieces: writer.pieces)
    }

    /// How a text refers to it: `Dekker, Krackhardt and Snijders 2007`; of more than three names the first and
    /// "et al.".
    public var authorYear: String {
        let names = authors.map(\.family)
        let who =
            switch names.count {
            case 0: self["title"] ?? key
            case 1: names[0]
            case 2, 3: names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
            default: "\(names[0]) et al."
            }
        return "\(who) \(year)"
    }

    /// The address of what is cited: of its DOI, or what `url` or a `\url` elsewhere says; nil without one.
    public var link: String? {
        if let doi = self["doi"] { return "https://doi.org/\(doi)" }
        return fields["url"] ?? addressInText
    }

    /// "n.d." without a year.
    public var year: String { self["year"] ?? "n.d." }

    /// The month of what has one.
    private var yearOfPrint: String {
        fields["month"].map { month in
            let name = plainText(ofLaTeX: month)
            let months = [
                "January", "February", "March", "April", "May", "June", "July", "August", "September",
                "October", "November", "December",
            ]
            return ", " + (months.first { $0.lowercased().hasPrefix(name.lowercased()) } ?? name)
        } ?? ""
    }

    /// Whether it is part of something that has a title of its own.
    private var isContained: Bool {
        ["journal", "booktitle", "howpublished", "institution", "school"].contains { fields[$0] != nil }
            && kind != "book"
    }

    private var authorList: String {
        let names = authors
        guard let first = names.first else { return self["title"] ?? key }
        let rest = names.dropFirst().map(\.givenFirst)
        let isEdited = fields["author"] == nil
        let suffix = isEdited ? (names.count > 1 ? ", eds" : ", ed") : ""
        guard let last = rest.last else { return first.familyFirst + suffix }
        let all = ([first.familyFirst] + rest.dropLast()).joined(separator: ", ")
        return (last == "et al." ? "\(all), \(last)" : "\(all), and \(last)") + suffix
    }

    private func container(_ writer: inout PieceWriter) {
        let volume = self["volume"]
        let number = self["number"]
        let pages = self["pages"]
        if let journal = self["journal"] {
            var rest = ""
            if let volume { rest += " \(volume)" }
            if let number { rest += volume == nil ? ", no. \(number)" : " (\(number))" }
            if let pages { rest += "\(volume == nil && number == nil ? "," : ":") \(pages)" }
            writer.emphasised(journal, then: rest)
        } else if let book = self["booktitle"] {
            var rest = ""
            if let editors = names("editor") {
                rest += ", edited by " + editors.map(\.givenFirst).joined(separator: " and ")
            }
            if let series { rest += ", \(series)" }
            if let pages { rest += ", \(pages)" }
            writer.emphasised(book, before: "In ", then: rest)
            publisher(&writer)
        } else if let institution = self["institution"] ?? self["school"] {
            let type = self["type"].map { type in number.map { "\(type) \($0)" } ?? type }
            let place = [institution, self["address"]].compactMap { $0 }.joined(separator: ", ")
            writer.sentence([type, place].compactMap { $0 }.joined(separator: ". "))
        } else {
            if let series { writer.sentence(series) }
            publisher(&writer)
            if let how = textWithoutAddress("howpublished") { writer.sentence(how) }
        }
    }

    private var series: String? {
        self["series"].map { series in
            (self["volume"] ?? self["number"]).map { "\(series) \($0)" } ?? series
        }
    }

    private func publisher(_ writer: inout PieceWriter) {
        let parts = [self["address"], self["publisher"]].compactMap { $0 }
        if !parts.isEmpty { writer.sentence(parts.joined(separator: ": ")) }
    }

    private static var command: String { "\\url{" }

    /// The first address that a field of free text gives.
    private var addressInText: String? {
        for field in ["howpublished", "note"] {
            guard let text = fields[field], let start = text.firstRange(of: Self.command) else { continue }
            return String(text[start.upperBound...].prefix { $0 != "}" })
        }
        return nil
    }

    /// A field without the address that is printed as the link, and what led to it.
    private func textWithoutAddress(_ field: String) -> String? {
        guard let text = fields[field], let address = addressInText else { return self[field] }
        let shorter = text.replacing("\(Self.command)\(address)}", with: "")
        let plain = plainText(ofLaTeX: shorter)
        let trimmed = plain.reversed().drop { $0 == "," || $0 == " " }.reversed()
        return trimmed.isEmpty || String(trimmed) == "Online" ? nil : String(trimmed)
    }
}

extension String {
    /// Whether a text ends with a mark after which no full stop follows.
    fileprivate var endsSentence: Bool { last.map { ".?!".contains($0) } ?? true }
}

/// Puts pieces together, one sentence after another.
private struct PieceWriter {
    var pieces: [FormattedReference.Piece] = []

    mutating func sentence(_ parts: String..., endsSentence: Bool = false) {
        for part in parts {
            plain(separator + part + (endsSentence || part.endsSentence ? "" : "."))
        }
    }

    mutating func emphasised(_ text: String, before: String = "", then rest: String = "") {
        let start = separator + before
        if !start.isEmpty { plain(start) }
        pieces.append(.init(text: text, style: .emphasised))
        let end = rest.isEmpty ? (text.endsSentence ? "" : ".") : rest + (rest.endsSentence ? "" : ".")
        if !end.isEmpty { plain(end) }
    }

    mutating func link(_ address: String) {
        plain(separator)
        pieces.append(.init(text: address, style: .link(address)))
        plain(".")
    }

    private var separator: String { pieces.isEmpty ? "" : " " }

    private mutating func plain(_ text: String) { pieces.append(.init(text: text, style: .plain)) }
}
