import Diagnostics
import Files
import Foundation

extension Report {
    /// What stands before the page: its title, a policy that forbids every request, and the style sheet.
    func head() throws(Diagnostic) -> [Node] {
        [
            .tag("meta", [("charset", "utf-8")]),
            .tag("meta", [("http-equiv", "Content-Security-Policy"), ("content", try policy())]),
            .tag("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
            .tag("meta", [("name", "referrer"), ("content", "no-referrer")]),
            .tag("title", [], [.text(style.studyTitle)]),
            .tag("style", [], [.verbatim(ReportStyleSheet.text)]),
        ]
    }

    /// Nothing is loaded, sent or embedded; of scripts and style sheets only this page's own, known by their hashes, run.
    private func policy() throws(Diagnostic) -> String {
        let script = try source(ReportScript.text)
        let style = try source(ReportStyleSheet.text)
        return
            "default-src 'none'; script-src \(script); style-src \(style); base-uri 'none'; form-action 'none'"
    }

    private func source(_ text: StaticString) throws(Diagnostic) -> String {
        let hex = Array(try sha256Hex(of: Array(text.description.utf8)))
        let bytes = stride(from: 0, to: hex.count - 1, by: 2).compactMap {
            UInt8(String(hex[$0...($0 + 1)]), radix: 16)
        }
        return "'sha256-\(Data(bytes).base64EncodedString())'"
    }
}
