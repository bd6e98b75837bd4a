internal import CLinux
import Diagnostics
import Foundation

/// A folder of outputs that appears whole or not at all.
///
/// Files are written into a hidden folder beside the destination. `commit()` exchanges the two in one system
/// call (`renameat2` with `RENAME_EXCHANGE`), so that a reader sees the old folder or the new one, never a
/// mixture, and a run that fails half-way leaves what was there.
public struct StagedFolder: Sendable {
    /// Where the folder will be.
    public let destination: String
    /// Where files are written until then.
    public let staging: String

    /// Creates an empty staging folder beside `destination`.
    ///
    /// - Throws: `Diagnostic` (cannot write) when the parent folder cannot be made or written to, or when
    ///   something that is not a folder is at the destination.
    public init(destination: String) throws(Diagnostic) {
        let path = URL(fileURLWithPath: destination).standardizedFileURL.path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
            throw Diagnostic(
                .cannotWrite, at: SourceLocation(path: destination),
                rule: "results need a folder, but a file is in its place",
                remedy: "name another folder or move the file away")
        }
        let parent = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        self.destination = path
        staging = "\(parent)/.\(name).staging-\(ProcessInfo.processInfo.processIdentifier)"
        do {
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            Self.removeLeftovers(of: name, in: parent)
            try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: false)
        } catch {
            throw Self.cannotWrite(destination)
        }
    }

    /// Writes one file of text below the staging folder, making the folders on its way.
    ///
    /// - Throws: `Diagnostic` (cannot write), for example when the disk is full, or (internal failure) when a number in
    ///   the text is not finite.
    public func write(_ text: [UInt8], to name: String) throws(Diagnostic) {
        try requireFinite(text, in: name)
        try write(binary: text, to: name)
    }

    /// Writes one file below the staging folder that is not text.
    ///
    /// - Throws: `Diagnostic` (cannot write).
    public func write(binary bytes: [UInt8], to name: String) throws(Diagnostic) {
        let url = URL(fileURLWithPath: staging).appendingPathComponent(name)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        } catch {
            throw Self.cannotWrite(url.path)
        }
    }

    /// Puts the staged folder in its place and removes what it replaces.
    ///
    /// - Throws: `Diagnostic` (cannot write); the former folder is then untouched.
    public func commit() throws(Diagnostic) {
        if FileManager.default.fileExists(atPath: destination) {
            try exchange()
            // From here on the new results are in place: failing to remove the old ones loses nothing.
            try? FileManager.default.removeItem(atPath: staging)
        } else {
            guard rename(staging, destination) == 0 else { throw Self.cannotWrite(destination) }
        }
    }

    /// Removes the staging folder; for use when the run failed.
    public func discard() {
        try? FileManager.default.removeItem(atPath: staging)
    }

    private func exchange() throws(Diagnostic) {
        if linux_exchange_paths(staging, destination) == 0 { return }
        // Some network file systems can't exchange. Then the old folder steps aside first, and comes back if
        // the second step fails.
        let aside = staging + "-old"
        guard rename(destination, aside) == 0 else { throw Self.cannotWrite(destination) }
        guard rename(staging, destination) == 0 else {
            rename(aside, destination)
            throw Self.cannotWrite(destination)
        }
        try? FileManager.default.removeItem(atPath: aside)
    }

    /// Removes staging folders that a process of this machine left behind when it was killed.
    private static func removeLeftovers(of name: String, in parent: String) {
        let prefix = ".\(name).staging-"
        for entry in sortedEntries(ofFolder: parent) where entry.hasPrefix(prefix) {
            // Whatever else has the prefix is a former folder that stepped aside, and stays.
            guard let process = pid_t(entry.dropFirst(prefix.count)) else { continue }
            // Signal 0 only asks whether the process lives.
            let isGone = kill(process, 0) == -1 && errno == ESRCH
            if isGone || process == ProcessInfo.processInfo.processIdentifier {
                try? FileManager.default.removeItem(atPath: "\(parent)/\(entry)")
            }
        }
    }

    private static func cannotWrite(_ path: String) -> Diagnostic {
        let reason = String(cString: strerror(errno))
        return Diagnostic(
            .cannotWrite, at: SourceLocation(path: path), rule: "the output cannot be written", found: reason,
            remedy: "check permissions and free space, or name another folder")
    }
}
