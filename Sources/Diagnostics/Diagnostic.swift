/// An error about something a user gave to the program: where it is, which rule it breaks, what was found,
/// and what to do.
///
/// Printed as `path:line:column: error: rule; found value; remedy`, the form that editors and CI logs link.
public struct Diagnostic: Error, Equatable, Sendable {
    /// What kind of failure it is; each kind has one documented exit code.
    public enum Category: String, Sendable, CaseIterable {
        /// An argument of the command that names nothing (`EX_USAGE`).
        case wrongArgument
        /// Input that is readable but wrong (`EX_DATAERR`).
        case badData
        /// Input that does not exist or cannot be opened (`EX_NOINPUT`).
        case missingInput
        /// Another program that is needed and not installed (`EX_UNAVAILABLE`).
        case missingProgram
        /// A defect of this program (`EX_SOFTWARE`).
        case internalFailure
        /// Output that cannot be created (`EX_CANTCREAT`).
        case cannotWrite

        /// The process exit code, from `sysexits.h`.
        public var exitCode: Int32 {
            switch self {
            case .wrongArgument: 64
            case .badData: 65
            case .missingInput: 66
            case .missingProgram: 69
            case .internalFailure: 70
            case .cannotWrite: 73
            }
        }
    }

    public var category: Category
    public var location: SourceLocation?
    public var rule: String
    public var found: String?
    public var remedy: String?

    public init(
        _ category: Category = .badData, at location: SourceLocation? = nil, rule: String,
        found: String? = nil,
        remedy: String? = nil
    ) {
        self.category = category
        self.location = location
        self.rule = rule
        self.found = found
        self.remedy = remedy
    }
}

extension Diagnostic: CustomStringConvertible {
    public var description: String {
        var text = location.map { "\($0): " } ?? ""
        // Names from the input may stand in each part, and may be as long as they like.
        text += "error: \(rule.shortened(to: 1000))"
        if let found { text += "; found \(found.shortened(to: 160))" }
        if let remedy { text += "; \(remedy.shortened(to: 1000))" }
        return NonFiniteNumber.inWords(text)
    }
}

/// A place in a file; lines and columns count from 1.
public struct SourceLocation: Equatable, Sendable, CustomStringConvertible {
    public var path: String
    public var line: Int?
    public var column: Int?

    public init(path: String, line: Int? = nil, column: Int? = nil) {
        self.path = path
        self.line = line
        self.column = column
    }

    public var description: String {
        ([path] + [line, column].compactMap { $0.map(String.init) }).joined(separator: ":")
    }
}
