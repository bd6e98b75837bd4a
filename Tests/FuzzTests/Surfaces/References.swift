import Diagnostics

@testable import References

extension Surface {
    /// A bibliography: what is taken can be cut into the same entries again, and every reference can be printed.
    static let bibliography = Surface(
        "bibliography",
        words: [
            "@article{", "author = {", "\\'", "\\\"{", "{\\", " and ", "--", "\\url{", "@comment{", "others",
            "title = {",
        ]
    ) { bytes in
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        let bibliography = try Bibliography(parsing: text, path: "references.bib")
        var entries = ""
        for key in bibliography.keys {
            guard let entry = bibliography[key] else {
                throw Disagreement(description: "a key without an entry")
            }
            entries += entry + "\n"
            guard let reference = try bibliography.reference(key) else {
                throw Disagreement(description: "a key without a reference")
            }
            try agree(!reference.formatted.text.isEmpty, "a reference must say something")
            _ = (reference.authorYear, reference.missingFields, reference.link, reference.year)
        }
        let again: Bibliography
        do {
            again = try Bibliography(parsing: entries, path: "again.bib")
        } catch {
            throw Disagreement(description: "entries cannot be read again: \(error)")
        }
        try agree(again.keys == bibliography.keys, "entries differ when they are read again")
    }
}
