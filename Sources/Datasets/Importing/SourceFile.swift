import Diagnostics
import Files
import Tabular

/// A source's own file, as it was given to an importer. It is read in pieces, as often as it is asked for.
public struct SourceFile: Sendable {
    private enum Content: Sendable {
        case file(ReadableFile)
        case bytes([UInt8])
    }

    public let path: String
    /// The last part of the path: what messages, logs and packages call the file.
    public let name: String
    private let content: Content

    public init(path: String, bytes: [UInt8]) {
        self.init(path: path, content: .bytes(bytes))
    }

    /// Opens the file; what is no regular file, as a pipe, is read whole.
    ///
    /// - Throws: `Diagnostic` when it is missing.
    public init(path: String) throws(Diagnostic) {
        if let file = try ReadableFile(path: path) {
            self.init(path: path, content: .file(file))
        } else {
            self.init(path: path, content: .bytes(try readBytes(ofFile: path, limit: tableSizeLimit)))
        }
    }

    private init(path: String, content: Content) {
        self.path = path
        name = path.split(separator: "/").last.map(String.init) ?? path
        self.content = content
    }

    /// The SHA-256 digest of the file in hexadecimal, and its length.
    ///
    /// - Throws: `Diagnostic` when the file cannot be read.
    func sha256Hex() throws(Diagnostic) -> (digest: String, byteCount: Int) {
        switch content {
        case .file(let file): try file.sha256Hex()
        case .bytes(let bytes): (try Files.sha256Hex(of: bytes), bytes.count)
        }
    }

    /// A reader of the file as comma-separated values.
    ///
    /// - Throws: `Diagnostic` as `CSVReader.init` does.
    func csv(header: [String]? = nil) throws(Diagnostic) -> CSVReader {
        switch content {
        case .bytes(let bytes): try CSVReader(bytes, path: path, header: header)
        case .file(let file):
            try CSVReader(path: path, header: header) { (offset, count) throws(Diagnostic) in
                try file.bytes(from: offset, atMost: count)
            }
        }
    }
}
