/// One publication or data set: an entry of a BibTeX file.
public struct Reference: Hashable, Sendable {
    public let key: String
    /// The type of the entry in small letters: `article`, `book`, `misc`.
    public let kind: String
    /// The values as BibTeX has them, without their outer braces, by the field's name in small letters.
    let fields: [String: String]

    public init(key: String, kind: String, fields: [String: String]) {
        (self.key, self.kind, self.fields) = (key, kind, fields)
    }

    /// A field as plain text; nil without it.
    public subscript(field: String) -> String? { fields[field].map(plainText(ofLaTeX:)) }

    /// The people or bodies of `author`, or of `editor` without it.
    public var authors: [PersonName] { names("author") ?? names("editor") ?? [] }

    func names(_ field: String) -> [PersonName]? {
        fields[field].map { PersonName.list(parsing: $0) }
    }

    /// Fields without which an entry of its type cannot be cited, and which it lacks; `a/b` means either.
    ///
    /// As BibTeX asks (Patashnik 1988, BibTeXing, section 3.1), and a year and somebody responsible of every type,
    /// because references are author and year.
    public var missingFields: [String] {
        let own: [String] =
            switch kind {
            case "article": ["journal"]
            case "book": ["publisher"]
            case "incollection": ["booktitle", "publisher"]
            case "inproceedings", "conference": ["booktitle"]
            case "techreport": ["institution"]
            case "phdthesis", "mastersthesis": ["school"]
            case "unpublished": ["note"]
            default: []
            }
        let author = ["book", "manual", "proceedings"].contains(kind) ? "author/editor" : "author"
        return ([author, "title", "year"] + own).filter { wanted in
            !wanted.split(separator: "/").contains { name in
                fields[String(name)].map { !$0.allSatisfy(\.isWhitespace) } ?? false
            }
        }
    }
}
