import Diagnostics

extension Reference {
    /// Takes one BibTeX entry apart: `@type{key, field = {value}, field = "value", field = 2001}`. A word without
    /// delimiters (a month, an abbreviation) is kept as it is.
    ///
    /// - Throws: `Diagnostic` for a field without a value, a value that does not close, or a field given twice.
    init(parsing entry: String, at location: SourceLocation) throws(Diagnostic) {
        var scanner = FieldScanner(rest: entry.dropFirst()[...], location: location)
        kind = scanner.word(until: "{").lowercased()
        key = scanner.word(until: ",")
        fields = try scanner.fields()
    }
}

private struct FieldScanner {
    var rest: Substring
    let location: SourceLocation

    /// What stands before a character, which is passed.
    mutating func word(until end: Character) -> String {
        let word = rest.prefix { $0 != end }
        rest = rest.dropFirst(word.count + 1)
        return word.trimmingWhitespace
    }

    mutating func fields() throws(Diagnostic) -> [String: String] {
        var fields: [String: String] = [:]
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "," }
            guard let first = rest.first, first != "}" else { return fields }
            let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            rest = rest.dropFirst(name.count).drop(while: \.isWhitespace)
            guard !name.isEmpty, rest.first == "=" else {
                throw Diagnostic(
                    at: location, rule: "a BibTeX field is written name = {value}",
                    found: String((name + rest).prefix { !$0.isNewline }).quotedForMessage)
            }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            let value = try value(of: name)
            guard fields.updateValue(value, forKey: name.lowercased()) == nil else {
                throw Diagnostic(
                    at: location, rule: "a BibTeX field may be given once",
                    found: String(name).quotedForMessage)
            }
        }
    }

    private mutating func value(of name: Substring) throws(Diagnostic) -> String {
        var depth = 0
        let delimiter = rest.first
        let isDelimited = delimiter == "{" || delimiter == "\""
        if isDelimited { rest = rest.dropFirst() }
        var index = rest.startIndex
        while index < rest.endIndex {
            let character = rest[index]
            let isEnd =
                depth == 0
                && (delimiter == "{"
                    ? character == "}"
                    : delimiter == "\""
                        ? character == "\"" : character == "," || character == "}")
            if isEnd {
                let value = rest[..<index]
                rest = rest[(isDelimited ? rest.index(after: index) : index)...]
                return value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            index = rest.index(after: index)
        }
        throw Diagnostic(
            at: location, rule: "the value of a BibTeX field must be closed",
            found: String(name).quotedForMessage)
    }
}
