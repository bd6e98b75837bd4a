import Foundation
import References
import Testing

@testable import Reporting

extension ReportProvenance {
    /// Hostile wherever text comes from outside.
    static let madeUp = ReportProvenance(
        programVersion: "0.0", studyFile: "<study> & \"file\".yaml", studySHA256: "ab", claimSHA256: "cd",
        ruleSHA256: "ef", seed: 7, dataSHA256: "12", inputs: [.init(path: "a/<b>.csv", sha256: "34")],
        packages: [
            .init(
                name: "p & q", title: "A </style><script>alert(1)</script> package",
                description: "Rows & 'columns'",
                version: "1",
                sources: [
                    .init(title: "The web", address: "https://example.org/?a=1&b=\"2\""),
                    .init(title: "A script", address: "javascript:alert(1)"),
                ],
                licences: [.init(title: "<none>", address: nil)], citations: ["none", "absent"],
                indicators: ["first"])
        ],
        references: [
            Reference(
                key: "none", kind: "misc",
                fields: [
                    "author": "Nobody, A.", "title": "Nothing <b>at</b> all", "year": "2001",
                    "url": "https://example.org/none",
                ])
        ])
}

extension FigureFixture {
    var report: Report {
        Report(of: assessment, rule: Self.rule, style: style, provenance: .madeUp)
    }
}

/// A report read back by an XML parser; what HTML has beside XML is taken out first.
struct ReportReading {
    let text: String
    let elements: [FigureReading.Element]

    init(_ report: Report) throws {
        text = String(decoding: try report.file().bytes, as: UTF8.self)
        #expect(text.hasPrefix("<!DOCTYPE html>\n"))
        var xml = text.replacing("<!DOCTYPE html>\n", with: "")
        for name in ["script", "style"] {
            let start = try #require(xml.range(of: "<\(name)>"))
            let end = try #require(xml.range(of: "</\(name)>"))
            xml.replaceSubrange(start.upperBound..<end.lowerBound, with: "")
        }
        elements = try #require(FigureReading(Array(xml.utf8))).elements
    }

    func named(_ name: String) -> [FigureReading.Element] { elements.filter { $0.name == name } }
    func of(class kind: String) -> [FigureReading.Element] {
        elements.filter { ($0.attributes["class"] ?? "").split(separator: " ").contains { $0 == kind } }
    }
    func values(of attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }
}
