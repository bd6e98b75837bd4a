import ClaimTesting
public import Diagnostics
import Tabular

/// The forms in which a table for a paper is written.
public enum PaperFormat: String, CaseIterable, Sendable {
    case latex, markdown, csv, html, json

    /// The end of the name of its files.
    public var fileExtension: String {
        switch self {
        case .latex: "tex"
        case .markdown: "md"
        case .csv, .html, .json: rawValue
        }
    }

    /// In which forms a folder holds each table.
    public static let ofFolders: [PaperFormat] = [.latex, .markdown, .csv, .html]
}

extension PaperTable {
    /// The table as a file in one of the forms; HTML as a page of its own.
    ///
    /// - Parameter significantDigits: those of numbers in CSV files.
    /// - Throws: `Diagnostic` (internal failure) when a number is not finite.
    public func bytes(as format: PaperFormat, significantDigits: Int) throws(Diagnostic) -> [UInt8] {
        switch format {
        case .latex: Array(latex.utf8)
        case .markdown: Array(markdown.utf8)
        case .html: Array(htmlPage.utf8)
        case .csv: try data.csv(significantDigits: significantDigits)
        case .json: try jsonBytes(of: self)
        }
    }

    /// The table as files of its name, one a form.
    ///
    /// - Parameters:
    ///   - formats: the forms.
    ///   - folder: what goes before the names; empty, or a path that ends in a slash.
    ///   - significantDigits: those of numbers in CSV files.
    /// - Throws: `Diagnostic` (internal failure) when a number is not finite.
    public func files(
        as formats: [PaperFormat], in folder: String = "", significantDigits: Int
    ) throws(Diagnostic) -> [ResultFile] {
        var files: [ResultFile] = []
        for format in formats {
            files.append(
                ResultFile(
                    name: "\(folder)\(name).\(format.fileExtension)",
                    bytes: try bytes(as: format, significantDigits: significantDigits)))
        }
        return files
    }
}
