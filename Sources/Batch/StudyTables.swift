public import ClaimTesting
public import Datasets
public import Diagnostics
import Dyads
import Files
public import Reporting
public import Studies
public import WorkPieces

/// Tables for papers of one study, with no more computed than they need.
public struct StudyTables: Sendable {
    /// What is changed about tables.
    public struct Changes: Sendable {
        /// How many of the best pairs the ranking shows.
        public var top: Int?
        public var decimals: Int?
        public var columns: [String]?
        public var label: String?
        public var caption: String?

        public init() {}
    }

    public let study: Study
    public let tables: [PaperTable]

    /// Reads a study file and its data, and makes tables.
    ///
    /// - Parameters:
    ///   - path: the study file, in YAML.
    ///   - datasets: holds the packages and definitions of every indicator that the study names.
    ///   - kinds: which tables; nil for all that the study has data for.
    ///   - changes: what is not as the study has it: columns, digits, captions.
    ///   - observer: hears of the progress of long stages, from any thread.
    /// - Throws: `Diagnostic` for anything wrong with the study file or the data packages, (bad data) for a table that the
    ///   study has no data for, (wrong argument) for a column that a table does not have.
    public init(
        studyFile path: String, datasets: DatasetFolder, kinds: [PaperTableKind]?, changes: Changes,
        observer: WorkObserver? = nil
    ) throws(Diagnostic) {
        let asked = kinds ?? PaperTableKind.allCases
        let extent = asked.map(\.extent).max() ?? .all
        let data = try StudyData(studyFile: path, datasets: datasets, extent: extent)
        study = data.study
        let assessment = data.assessed(work: Work(observer: observer))
        try assessment.checkSpecifications(in: path)
        var style = PaperStyle(data.style)
        style.top = changes.top ?? style.top
        style.decimals = changes.decimals
        var made: [PaperTable] = []
        for kind in asked {
            guard var table = assessment.paperTable(kind, rule: study.rule, style: style) else {
                guard kinds != nil else { continue }
                throw Diagnostic(
                    at: SourceLocation(path: path),
                    rule: "the study has no data for the table '\(kind.rawValue)'",
                    remedy: "leave it out, or ask for the tests that it shows under 'tests'")
            }
            if let columns = changes.columns { table = try table.choosing(columns) }
            table.label = changes.label ?? table.label
            table.caption = changes.caption ?? table.caption
            made.append(table)
        }
        tables = made
    }

    /// Writes the tables into a folder, each file whole or not at all: in one form, or in all with a document that takes
    /// them in.
    ///
    /// - Returns: the names of the files.
    /// - Throws: `Diagnostic` (internal failure) when a number is not finite, (cannot write).
    public func write(to folder: String, as format: PaperFormat?) throws(Diagnostic) -> [String] {
        var files: [ResultFile] = []
        let forms = format.map { [$0] } ?? PaperFormat.ofFolders
        for table in tables {
            files += try table.files(as: forms, significantDigits: study.output.significantDigits)
        }
        if format == nil {
            files.append(
                ResultFile(
                    name: PaperDocument.fileName, text: PaperDocument(tables, title: study.title).latex))
        }
        try ResultFile.write(files, to: folder)
        return files.map(\.name)
    }
}

extension PaperTableKind {
    /// How much of a study has to be computed for it.
    public var extent: PlanExtent {
        switch self {
        case .ranking, .codebook, .descriptives, .correlations: .scores
        case .multiverse: .specifications
        case .verdict, .robustness: .all
        }
    }
}
