import Tabular

/// One file of a results folder.
public struct ResultFile: Equatable, Sendable {
    /// Its path inside the folder.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// A text file in UTF-8.
    public init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
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
