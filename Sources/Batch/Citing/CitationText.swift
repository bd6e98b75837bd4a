public import Diagnostics
import Tabular

extension StudyCitations {
    /// BibTeX: what each key is for, as comments, and then the bytes of a run's `references.bib`.
    public var annotatedBibTeX: String {
        var lines = ["% Program: \(program)", "% Claim: \(claim)"]
        for item in data {
            lines.append("% Data, \(item.package) (\(item.version)): \(item.keys.joined(separator: ", "))")
        }
        if !indicators.isEmpty { lines.append("% Indicators: \(indicators.joined(separator: ", "))") }
        lines.append("% Methods: \(methods.joined(separator: ", "))")
        return lines.map { $0.replacing("@", with: "(at)") }.joined(separator: "\n") + "\n\n" + bibTeX
    }

    /// A list for people: under each heading, what is to be cited.
    public var text: String {
        func entries(_ keys: [String], indent: String = "  ") -> [String] {
            keys.compactMap { self[$0].map { indent + $0.formatted.text } }
        }
        var lines = ["Program"] + entries([program]) + ["", "Claim"] + entries([claim]) + ["", "Data"]
        for item in data {
            lines.append("  \(item.package): \(item.title)")
            lines.append("    Version: \(item.version)")
            lines.append("    Licence: \(item.licences.joined(separator: "; "))")
            lines += entries(item.keys, indent: "    ")
        }
        if !indicators.isEmpty { lines += ["", "Indicators"] + entries(indicators) }
        lines += ["", "Methods"] + entries(methods)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same for machines.
    ///
    /// - Throws: `Diagnostic` (internal failure) if it cannot be encoded.
    public func json() throws(Diagnostic) -> [UInt8] {
        try jsonBytes(
            of: Document(
                program: program, claim: claim,
                data: data.map {
                    .init(
                        package: $0.package, title: $0.title, version: $0.version, licences: $0.licences,
                        citations: $0.keys)
                },
                indicators: indicators, methods: methods,
                references: references.map {
                    .init(
                        key: $0.key, type: $0.kind, authorYear: $0.authorYear, text: $0.formatted.text,
                        link: $0.link)
                }))
    }

    private struct Document: Encodable {
        struct Data: Encodable {
            let package, title, version: String
            let licences, citations: [String]
        }
        struct Entry: Encodable {
            let key, type, authorYear, text: String
            let link: String?
        }
        let program, claim: String
        let data: [Data]
        let indicators, methods: [String]
        let references: [Entry]
    }
}
