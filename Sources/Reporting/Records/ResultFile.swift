public import Diagnostics
import Files
import Tabular

/// One file of a results folder.
public struct ResultFile: Equatable, Sendable {
    /// Its path inside the folder.
    public let name: String
    public let bytes: [UInt8]
    /// Whether it is text; else a picture in another format.
    public let isText: Bool

    public init(name: String, bytes: [UInt8], isText: Bool = true) {
        self.name = name
        self.bytes = bytes
        self.isText = isText
    }

    /// A text file in UTF-8.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// Writes files into a folder, each whole or not at all, once all have been looked through and are on the disk.
    ///
    /// - Parameter folder: what their names are below.
    /// - Throws: `Diagnostic` (internal failure), before the first is written, when a number in a text is not finite;
    ///   (cannot write).
    public static func write(_ files: [ResultFile], to folder: String) throws(Diagnostic) {
        for file in files where file.isText { try requireFinite(file.bytes, in: "\(folder)/\(file.name)") }
        try writeFiles(files.map { ($0.name, $0.bytes) }, toFolder: folder)
    }
}

/// How results are printed: the study's choices, in the form that reports need.
public struct ReportStyle: Hashable, Sendable {
    /// The study's id, which prefixes labels.
    public let studyID: String
    public let studyTitle: String
    /// Significant digits in CSV and JSON files.
    public let significantDigits: Int
    /// Decimals of scores in tables and figures.
    public let tableDecimals: Int
    /// How many of the best pairs tables and figures show, beside the target.
    public let top: Int
    /// Keys of the publications behind the sizes and distances of states, where the study uses them.
    public var covariateSources: [String] = []

    public init(studyID: String, studyTitle: String, significantDigits: Int, tableDecimals: Int, top: Int) {
        self.studyID = studyID
        self.studyTitle = studyTitle
        self.significantDigits = significantDigits
        self.tableDecimals = tableDecimals
        self.top = top
    }
}
