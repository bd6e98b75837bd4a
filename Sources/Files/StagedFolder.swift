internal import CLinux
public import Diagnostics
import Foundation

/// A folder of outputs that appears whole or not at all.
///
/// Files are written into a hidden folder beside the destination. `commit()` exchanges the two in one system
/// call (`renameat2` with `RENAME_EXCHANGE`), so that a reader sees the old folder or the new one, never a
/// mixture, and a run that fails half-way leaves what was there. The disk has every file before the exchange, so that a
/// power cut changes nothing of this.
///
/// From its making to `commit()` or `discard()` nobody else can stage the same destination. What a killed process left
/// behind is removed by the next one that does. Where a file system can't exchange, the old folder steps aside first; if
/// the process is killed in that moment, the next one puts it back.
public struct StagedFolder: Sendable {
    /// Where the folder will be, a symbolic link followed.
    public let destination: String
    /// Where files are written until then.
    public let staging: String
    private let former: String
    private let lock: PlaceLock
    /// Folders that had to be made on the way.
    private let made: [String]

    /// Creates an empty staging folder beside `destination`.
    ///
    /// - Parameters:
    ///   - destination: where the folder will be.
    ///   - content: how the folder at the destination, if there is one, shows that it may be replaced.
    /// - Throws: `Diagnostic` (cannot write) when the parent folder cannot be made or written to, when something that is
    ///   not a folder is at the destination, or a folder that is not what this program wrote, and when another process is
    ///   writing there.
    public init(destination: String, replacing content: FormerContent) throws(Diagnostic) {
        let path = try Self.place(of: destination)
        do throws(SystemFailure) {
            made = try makeFolders((path as NSString).deletingLastPathComponent)
            lock = try PlaceLock(of: path)
        } catch {
            throw error.code == EWOULDBLOCK
                ? PlaceLock.taken(destination) : error.diagnostic(writing: destination)
        }
        self.destination = path
        // Without locks two processes must at least not write into the same folder.
        let suffix = lock.isExclusive ? "" : "-\(getpid())"
        staging = HiddenName.beside(path, suffix: "staging\(suffix)")
        former = HiddenName.beside(path, suffix: "former\(suffix)")
        do throws(Diagnostic) {
            try recover()
            try content.requireReplaceable(path)
            try stage()
        } catch {
            lock.release()
            removeEmptyFolders(made)
            throw error
        }
    }

    /// The path of a destination without the symbolic link that it may be.
    private static func place(of destination: String) throws(Diagnostic) -> String {
        let path = URL(fileURLWithPath: destination).standardizedFileURL.path
        var status = stat()
        guard lstat(path, &status) == 0 else { return path }
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        guard let target = isLink ? resolvedPath(path) : path, stat(target, &status) == 0,
            status.st_mode & S_IFMT == S_IFDIR
        else {
            throw Diagnostic(
                .cannotWrite, at: SourceLocation(path: destination),
                rule: "results need a folder, but "
                    + (isLink
                        ? "a symbolic link that does not lead to one is in its place"
                        : "a file is in its place"),
                remedy: "name another folder or move the file away")
        }
        return target
    }

    /// Undoes what a process that was killed left, which held the lock that this one holds now.
    private func recover() throws(Diagnostic) {
        if !exists(destination), exists(former) { rename(former, destination) }
        for leftover in [staging, former] where isThere(leftover) {
            do {
                try FileManager.default.removeItem(atPath: leftover)
            } catch {
                throw Diagnostic(
                    .cannotWrite, at: SourceLocation(path: leftover),
                    rule: "what a run that was stopped left behind cannot be removed",
                    found: "\(error.localizedDescription)", remedy: "remove it")
            }
        }
    }

    private func stage() throws(Diagnostic) {
        try Interruption.unbroken { list throws(Diagnostic) in
            guard mkdir(staging, 0o777) == 0 else { throw failure() }
            list += [lock.path, staging]
        }
    }

    /// Writes one file of text below the staging folder, making the folders on its way.
    ///
    /// - Parameters:
    ///   - text: in UTF-8.
    ///   - name: its path in the folder, which can't lead out of it.
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
        guard isContainedName(name) else {
            throw Diagnostic(
                .cannotWrite, at: SourceLocation(path: destination),
                rule: "a file of the results must lie in their folder", found: name.quotedForMessage)
        }
        let path = "\(staging)/\(name)"
        try Interruption.unbroken { _ throws(Diagnostic) in
            do throws(SystemFailure) {
                _ = try makeFolders((path as NSString).deletingLastPathComponent)
                let file = try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
                try file.write(bytes, at: path)
                try file.synchronise(at: path)
                try file.finish(at: path)
            } catch {
                throw error.diagnostic(writing: "\(destination)/\(name)")
            }
        }
    }

    /// Puts the staged folder in its place and removes what it replaces.
    ///
    /// - Throws: `Diagnostic` (cannot write); the former folder is then untouched.
    public func commit() throws(Diagnostic) {
        try Interruption.unbroken { list throws(Diagnostic) in
            try synchroniseFolders()
            try replace()
            // From here on the new results are in place: failing to tidy up loses nothing.
            for leftover in [staging, former] { try? FileManager.default.removeItem(atPath: leftover) }
            if let parent = try? Descriptor(parentFolder, O_RDONLY | O_DIRECTORY) {
                try? parent.synchronise(at: parentFolder)
            }
            finish(&list)
        }
    }

    /// Removes the staging folder, and the folders that were made for it; for use when the run failed.
    public func discard() {
        Interruption.unbroken { list in
            try? FileManager.default.removeItem(atPath: staging)
            finish(&list)
            removeEmptyFolders(made)
        }
    }

    private var parentFolder: String { (destination as NSString).deletingLastPathComponent }

    private func finish(_ list: inout [String]) {
        list.removeAll { $0 == staging || $0 == lock.path }
        lock.release()
    }

    /// The disk must have the names before the folder takes the place of another.
    private func synchroniseFolders() throws(Diagnostic) {
        let folders = Set(
            filesBelow(staging).map { ("\(staging)/\($0)" as NSString).deletingLastPathComponent })
        do throws(SystemFailure) {
            for folder in folders.union([staging]).sorted() {
                try Descriptor(folder, O_RDONLY | O_DIRECTORY).synchronise(at: folder)
            }
        } catch {
            throw error.diagnostic(writing: destination)
        }
    }

    private func replace() throws(Diagnostic) {
        var status = stat()
        guard stat(destination, &status) == 0 else {
            guard rename(staging, destination) == 0 else { throw failure() }
            return
        }
        // Whom the user let see the old results may see the new ones, and nobody else.
        guard chmod(staging, status.st_mode & 0o7777) == 0 else { throw failure() }
        if linux_exchange_paths(staging, destination) == 0 { return }
        guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(errno) else { throw failure() }
        // Some network file systems can't exchange. Then the old folder steps aside first, and comes back if
        // the second step fails.
        guard rename(destination, former) == 0 else { throw failure() }
        guard rename(staging, destination) == 0 else {
            let reason = failure()
            rename(former, destination)
            throw reason
        }
    }

    /// The error about the last call.
    private func failure() -> Diagnostic {
        SystemFailure.last(at: parentFolder).diagnostic(writing: destination)
    }
}

/// Fills a folder, which appears whole if the closure returns, and not at all if it throws.
///
/// - Throws: `Diagnostic` as `StagedFolder` does, and what the closure throws.
public func inStagedFolder<Result>(
    _ destination: String, replacing content: FormerContent,
    _ fill: (StagedFolder) throws(Diagnostic) -> Result
) throws(Diagnostic) -> Result {
    let staged = try StagedFolder(destination: destination, replacing: content)
    do throws(Diagnostic) {
        let result = try fill(staged)
        try staged.commit()
        return result
    } catch {
        staged.discard()
        throw error
    }
}

/// Whether something is at a path, be it a symbolic link that leads nowhere.
func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
}
