import References

extension Report {
    /// Every dataset and method that the run used.
    var referencesSection: Section? {
        guard !provenance.references.isEmpty else { return nil }
        return Section(
            id: "references", title: "References",
            content: [
                .tag(
                    "ul", class: "references",
                    provenance.references.map { reference in
                        .tag(
                            "li", [("id", referenceID(reference.key))],
                            reference.formatted.pieces.map(node) + [
                                " ", .tag("span", class: "files", ["(\(reference.key))"]),
                            ])
                    }),
                .tag("p", class: "note", ["The same in BibTeX: references.bib."]),
            ])
    }

    private func node(_ piece: FormattedReference.Piece) -> Node {
        switch piece.style {
        case .plain: .text(piece.text)
        case .emphasised: .tag("em", [], [.text(piece.text)])
        case .link(let address): webLink(to: address, [.text(piece.text)])
        }
    }

    /// Author and year as a link to the entry of the references; the key where there is none.
    func citation(_ key: String) -> Node {
        provenance.references.first { $0.key == key }.map {
            .link(to: referenceID(key), [.text($0.authorYear)])
        } ?? .text(key)
    }

    private func referenceID(_ key: String) -> String { "ref-\(identifier(key))" }

    /// A link out of the page, which is followed only if a reader does. Addresses of other kinds than the web's,
    /// `javascript:` for one, never become links.
    func webLink(to address: String, _ content: [Node]) -> Node {
        guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
            return .tag("span", [], content)
        }
        return .tag("a", [("href", address), ("rel", "noreferrer")], content)
    }
}
