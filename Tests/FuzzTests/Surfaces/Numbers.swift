import Foundation

@testable import Documents
@testable import Tabular

extension Surface {
    /// Numbers in cells, documents and options: what is read has the documented form, and the value that the C library
    /// gives it.
    static let numbers = Surface(
        "numbers", words: ["e+", "e-", "0x1p3", "nan", "inf", "1e400", "9223372036854775807"]
    ) {
        bytes in
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        let form = DecimalForm(bytes)
        let number = parseNumber(text)
        let value = strtod(text, nil)
        try agree(
            number == (form == .none || !value.isFinite ? nil : value),
            "\(text.debugDescription) was read as \(number.map { "\($0)" } ?? "nothing")")
        let integer = parseInteger(text)
        try agree(
            integer == (form == .whole ? Int(text) : nil),
            "\(text.debugDescription) was read as \(integer.map { "\($0)" } ?? "nothing")")
        let node = DocumentNode(content: .scalar(text), location: .init(path: "number"))
        let written = try? node.number()
        try agree(
            written
                == (form == .none && DecimalForm(bytes, ofYAML: true) == .none || !value.isFinite
                    ? nil : value),
            "\(text.debugDescription) was read as \(written.map { "\($0)" } ?? "nothing") in a document")
        try agree(
            (try? node.integer()) == integer, "\(text.debugDescription) is a whole number in one place only")
    }
}

/// What a text may be as a number, told byte by byte without the program's own parser.
enum DecimalForm {
    case none, whole, decimal

    /// - Parameter ofYAML: whether a plus sign and a point without digits behind it are allowed, as in documents.
    init(_ bytes: [UInt8], ofYAML: Bool = false) {
        var rest = bytes[...]
        func skip(_ allowed: String) -> Int {
            let skipped = rest.prefix { allowed.utf8.contains($0) }.count
            rest = rest.dropFirst(skipped)
            return skipped
        }
        func skipOne(_ allowed: String) -> Bool {
            guard let first = rest.first, allowed.utf8.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        self = .none
        _ = skipOne(ofYAML ? "+-" : "-")
        let whole = skip("0123456789")
        if whole > 0, rest.isEmpty { self = .whole }
        if skipOne(".") {
            let fraction = skip("0123456789")
            guard fraction > 0 || (ofYAML && whole > 0) else { return }
        } else {
            guard whole > 0 else { return }
        }
        if skipOne("eE") {
            _ = skipOne("+-")
            guard skip("0123456789") > 0 else { return }
        }
        if rest.isEmpty, self == .none { self = .decimal }
    }
}
