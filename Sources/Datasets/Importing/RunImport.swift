import Diagnostics
import Dyads

/// Runs an importer on files and writes its data package into a folder of packages.
///
/// Rows are kept of the states of the folder's package `states`, by their codes and names or by those that the folder's
/// crosswalk gives for the source (`SourceCodes`).
///
/// - Returns: the log of what was skipped.
/// - Throws: `Diagnostic` when the number of files is wrong, a file is missing or malformed, or the package
///   cannot be written; an older package is then untouched.
public func runImport(
    _ importer: some SourceImporter, files paths: [String], into folder: DatasetFolder
) throws(Diagnostic) -> ImportLog {
    guard paths.count == importer.inputs.count else {
        let needed = importer.inputs.map { "\($0.name) (\($0.contents))" }.joined(separator: ", ")
        throw Diagnostic(
            .wrongArgument,
            rule: "the importer '\(importer.id)' reads \(importer.inputs.count) file(s): \(needed)",
            found: "\(paths.count) file(s)")
    }
    var files: [SourceFile] = []
    for path in paths { files.append(try SourceFile(path: path)) }
    var (states, crosswalk) = (StateSystem.empty, SourceFile?.none)
    if importer.needsStates {
        let codes = try SourceCodes(of: folder)
        states = try folder.states().recognising(codes[importer.id])
        if !codes[importer.id].isEmpty { crosswalk = codes.file }
    }
    var log = ImportLog()
    let tables = try importer.tables(from: files, states: states, log: &log)
    try writePackage(
        importer.needsStates ? importer.metadata.noting(states) : importer.metadata, importer: importer.id,
        tables: tables + [log.table()],
        inputs: files + [crosswalk].compactMap { $0 },
        to: "\(folder.path)/\(importer.id)")
    return log
}
