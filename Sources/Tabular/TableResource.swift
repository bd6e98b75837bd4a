/// How a data package (Frictionless Data Package 2.0) lists one table.
public struct TableResource: Encodable, Sendable {
    let name: String
    let title: String
    let path: String
    let type = "table"
    let format = "csv"
    let mediatype = "text/csv"
    let encoding = "utf-8"
    let bytes: Int
    let hash: String
    let schema: TableSchema

    /// - Parameters:
    ///   - schema: the name and title of the table, its fields in the order of the file's columns, and its key.
    ///   - path: where the file is, relative to the package.
    ///   - bytes: the length of the file.
    ///   - sha256: the SHA-256 digest of the file, in hexadecimal.
    public init(_ schema: TableSchema, path: String, bytes: Int, sha256: String) {
        name = schema.name
        title = schema.title
        self.path = path
        self.bytes = bytes
        hash = "sha256:" + sha256
        self.schema = schema
    }
}
