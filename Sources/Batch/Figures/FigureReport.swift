/// What figures a study has, or which files were written, for people and for machines.
public struct FigureReport: Encodable, Sendable {
    public struct File: Encodable, Sendable {
        public let path: String
        /// `one` or `two` columns.
        public let width: String
        /// `light` or `print`.
        public let variant: String
        public let bytes: Int
        public let sha256: String
    }

    public struct Entry: Encodable, Sendable {
        public let name: String
        public let title: String
        /// What the figure shows and finds, in words.
        public let description: String
        /// Empty where figures are only listed.
        public internal(set) var files: [File]
    }

    public let study: String
    public internal(set) var figures: [Entry]

    /// A figure with its title a line, or a file that was written a line.
    public var text: String {
        let files = figures.flatMap(\.files).map(\.path)
        let longest = figures.map(\.name.count).max() ?? 0
        let names = figures.map { entry in
            entry.name + String(repeating: " ", count: longest - entry.name.count + 2) + entry.title
        }
        return (files.isEmpty ? names : files).map { $0 + "\n" }.joined()
    }
}
