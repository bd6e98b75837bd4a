import Diagnostics
import Foundation

/// How long a table may be that is held in memory, in bytes.
public let tableSizeLimit = 1 << 28

/// The whole content of a file, or of a pipe until its writer closes it.
///
/// - Parameters:
///   - path: the file or pipe.
///   - limit: how many bytes there may be at most.
/// - Throws: `Diagnostic` (missing input) when the file does not exist, is a folder or a device, or cannot be read; (bad
///   data) when it is longer than the limit, of which no more is read.
public func readBytes(ofFile path: String, limit: Int = 1 << 33) throws(Diagnostic) -> [UInt8] {
    let file = try OpenFile(path: path)
    var bytes: [UInt8] = []
    while bytes.count <= limit {
        let piece = try file.read(atMost: min(max(1 << 16, bytes.count), limit + 1 - bytes.count))
        guard !piece.isEmpty else { return bytes }
        bytes += piece
    }
    throw Diagnostic(
        at: SourceLocation(path: path), rule: "the file may have \(limit >> 20) MB at most",
        found: "more than that")
}

/// The whole content of a UTF-8 text file, without a byte-order mark. It may have 16 MB: texts become trees of many times
/// their size.
///
/// - Throws: `Diagnostic` when the file cannot be read, is longer, or is not UTF-8.
public func readText(ofFile path: String) throws(Diagnostic) -> String {
    var bytes = try readBytes(ofFile: path, limit: 1 << 24)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        throw Diagnostic(
            at: SourceLocation(path: path, line: line + 1), rule: "text files must be UTF-8",
            remedy: "convert the file, for example with iconv -t UTF-8")
    }
    return text
}

/// The names of the entries of a folder, sorted by code point; empty if there is no such folder.
public func sortedEntries(ofFolder path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
        .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
}

/// Whether something, file or folder, is at a path.
public func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
}

/// The paths, relative to a folder, of all that is below it and is no folder, sorted by code point. Symbolic links are
/// not followed.
func filesBelow(_ folder: String) -> [String] {
    var (files, folders) = ([String](), [""])
    while let prefix = folders.popLast() {
        for entry in sortedEntries(ofFolder: "\(folder)/\(prefix)") {
            var status = stat()
            let isFolder =
                lstat("\(folder)/\(prefix)\(entry)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            if isFolder { folders.append("\(prefix)\(entry)/") } else { files.append("\(prefix)\(entry)") }
        }
    }
    return files.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
}
