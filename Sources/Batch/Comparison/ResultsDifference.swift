public import Diagnostics

/// How two results folders differ, table by table, and why that may be.
public struct ResultsDifference: Sendable, Encodable {
    public let first: String
    public let second: String
    /// Whether everything that is a value agrees, and no file was touched after it was written.
    public let agrees: Bool
    /// How many cells of how many tables were compared.
    public let cellsCompared: Int
    public let tablesCompared: Int
    /// Tables that only one of them has.
    public let tablesOnlyInFirst: [String]
    public let tablesOnlyInSecond: [String]
    /// Tables with a difference beyond the tolerance.
    public let tables: [TableDifference]
    /// What cannot be compared, and why.
    public let unreadable: [String]
    /// Texts, figures and pages that are not the same bytes; they are made from the tables.
    public let documents: [String]
    /// Files of either folder that are not those of its manifest.
    public let touched: [String]
    /// What is not the same in what the folders were made from.
    public let causes: [Cause]

    /// What may have moved a value.
    public struct Cause: Sendable, Encodable {
        public enum Kind: String, Sendable, Encodable {
            case study, data, version, blas
        }

        public let kind: Kind
        /// In words.
        public let what: String
    }

    /// - Throws: `Diagnostic` (wrong argument) for the tolerance of a column that no table has.
    public init(
        _ first: StoredResults, _ second: StoredResults, within tolerances: Tolerances
    ) throws(Diagnostic) {
        (self.first, self.second) = (first.name, second.name)
        let (paths, otherPaths) = (first.tablePaths, second.tablePaths)
        tablesOnlyInFirst = paths.filter { !otherPaths.contains($0) }
        tablesOnlyInSecond = otherPaths.filter { !paths.contains($0) }
        var found: [TableDifference] = []
        var read: [StoredTable] = []
        var unreadable: [String] = []
        for path in paths where otherPaths.contains(path) {
            do throws(Diagnostic) {
                guard let one = try first.table(path), let other = try second.table(path) else { continue }
                found.append(TableDifference(one, other, within: tolerances))
                read.append(one)
            } catch {
                unreadable.append("\(error)")
            }
        }
        try tolerances.check(against: read)
        cellsCompared = found.reduce(0) { $0 + $1.compared }
        tablesCompared = found.count
        tables = found.filter { !$0.isEmpty }
        self.unreadable = unreadable
        let (documents, others) = (first.documentPaths, second.documentPaths)
        self.documents =
            documents.filter { first.digest($0) != second.digest($0) }
            + others.filter { !documents.contains($0) }
        touched = first.touched + second.touched
        causes = first.manifest.causes(ofDifferenceFrom: second.manifest)
        let isUnexplained =
            causes.isEmpty && !self.documents.isEmpty
            && paths.allSatisfy { first.digest($0) == second.digest($0) }
        agrees =
            tablesOnlyInFirst.isEmpty && tablesOnlyInSecond.isEmpty && tables.isEmpty && unreadable.isEmpty
            && touched.isEmpty && !isUnexplained
    }
}

extension StoredResults {
    fileprivate var touched: [String] {
        damage.map { "\(name)/\($0.path) \($0.isMissing ? "is missing" : "was changed after the run")" }
    }
}

extension Manifest {
    /// Study, data, program, BLAS, as far as they are not the same.
    func causes(ofDifferenceFrom other: Manifest) -> [ResultsDifference.Cause] {
        var causes: [ResultsDifference.Cause] = []
        func add(_ kind: ResultsDifference.Cause.Kind, _ what: String) {
            causes.append(.init(kind: kind, what: what))
        }
        let (mine, theirs) = (inputs.byPath, other.inputs.byPath)
        for path in Set(mine.keys).union(theirs.keys).sorted() where mine[path] != theirs[path] {
            let how = mine[path] == nil ? "new" : theirs[path] == nil ? "no longer there" : "changed"
            add(.data, "data: \(path) (\(how))")
        }
        if study.id != other.study.id { add(.study, "study: another one (\(study.id), \(other.study.id))") }
        if study.claimSHA256 != other.study.claimSHA256 { add(.study, "study: its claim") }
        if study.decisionRuleSHA256 != other.study.decisionRuleSHA256 {
            add(.study, "study: its decision rule")
        }
        if study.seed != other.study.seed {
            add(.study, "study: its seed (\(study.seed), \(other.study.seed))")
        }
        if study.sha256 != other.study.sha256, !causes.contains(where: { $0.kind == .study }) {
            add(.study, "study: its file, neither claim nor decision rule nor seed")
        }
        if program.version != other.program.version {
            add(.version, "version of dyadscore (\(program.version), \(other.program.version))")
        }
        if program.blas != other.program.blas {
            add(.blas, "BLAS: its build (\(program.blas), \(other.program.blas))")
        }
        if program.blasCoreType != other.program.blasCoreType {
            add(
                .blas,
                "BLAS: the processor type that it uses (\(program.blasCoreType), \(other.program.blasCoreType))"
            )
        }
        return causes
    }
}

extension [RunInputs.Input] {
    fileprivate var byPath: [String: String] {
        Dictionary(map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    }
}
