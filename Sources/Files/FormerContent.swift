import Diagnostics

/// How a folder shows that this program wrote it and may replace it: by one of its files, which names all others.
public struct FormerContent: Sendable {
    /// The file that names the others.
    public let marker: String
    /// The files that it names, itself left out, given the path of the folder; nil if it is not what this program writes.
    let files: @Sendable (_ folder: String) -> Set<String>?

    public init(marker: String, files: @escaping @Sendable (_ folder: String) -> Set<String>?) {
        (self.marker, self.files) = (marker, files)
    }

    /// Makes sure that replacing a folder loses nothing but what this program wrote.
    ///
    /// - Throws: `Diagnostic` (cannot write) for a folder with something else in it. An empty one may be replaced.
    func requireReplaceable(_ folder: String) throws(Diagnostic) {
        let found = filesBelow(folder)
        guard !found.isEmpty else { return }
        guard let known = files(folder) else {
            throw Diagnostic(
                .cannotWrite, at: SourceLocation(path: folder),
                rule: "only a folder that dyadscore wrote is replaced",
                found: exists("\(folder)/\(marker)")
                    ? "a \(marker) that is not of dyadscore" : "a folder without \(marker)",
                remedy: "name another folder with --output, or move this one away")
        }
        let others = found.filter { $0 != marker && !known.contains($0) }
        guard let first = others.first else { return }
        let more = others.count > 1 ? " and \(others.count - 1) more" : ""
        throw Diagnostic(
            .cannotWrite, at: SourceLocation(path: folder),
            rule: "a folder is replaced only if all its files are those that dyadscore wrote",
            found: first.quotedForMessage + more,
            remedy: "move them away: the folder is replaced whole, and they would be lost")
    }
}
