import Diagnostics
import Files
import Tabular

/// A source's own file, as it was given to an importer.
public struct SourceFile: Sendable {
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Reads the file.
    ///
    /// - Throws: `Diagnostic` when it is missing.
    public init(path: String) throws(Diagnostic) {
        self.init(path: path, bytes: try readBytes(ofFile: path))
    }

    /// The last part of the path: what messages, logs and packages call the file.
    public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// A reader of the file as comma-separated values.
    ///
    /// - Throws: `Diagnostic` as `CSVReader.init` does.
    func csv(header: [String]? = nil) throws(Diagnostic) -> CSVReader {
        try CSVReader(bytes, path: path, header: header)
    }
}
