/// One argument of a method.
public enum MethodArgument: Hashable, Sendable {
    case number(Double)
    case word(String)
    case numbers([Double])
    case words([String])
    /// Numbers by the name of an indicator or a group.
    case named([String: Double])
    /// A square table of numbers with named rows and columns, row by row.
    case square(names: [String], values: [[Double]])
    /// A table of numbers with named columns and one row a judge.
    case judgements(names: [String], rows: [[Double]])
}

/// What a method is given: every parameter that it declares, by name; what was not given has its default.
public struct MethodArguments: Hashable, Sendable {
    private let values: [String: MethodArgument]

    init(_ values: [String: MethodArgument]) {
        self.values = values
    }

    /// The argument; nil for an optional parameter that was not given.
    public subscript(name: String) -> MethodArgument? { values[name] }

    /// A numeric parameter that has a default or was given.
    public func number(_ name: String) -> Double {
        guard case .number(let value) = values[name] else { return .nan }
        return value
    }

    /// A word parameter that has a default or was given.
    public func word(_ name: String) -> String {
        guard case .word(let word) = values[name] else { return "" }
        return word
    }

    /// A list of numbers; empty if it was not given.
    public func numbers(_ name: String) -> [Double] {
        guard case .numbers(let values) = values[name] else { return [] }
        return values
    }

    /// A list of words; empty if it was not given.
    public func words(_ name: String) -> [String] {
        guard case .words(let words) = values[name] else { return [] }
        return words
    }

    /// Numbers by name; empty if they were not given.
    public func named(_ name: String) -> [String: Double] {
        guard case .named(let values) = values[name] else { return [:] }
        return values
    }

    /// The arguments that were given or have defaults, by name in alphabetical order.
    public var sorted: [(name: String, argument: MethodArgument)] {
        values.sorted { $0.key < $1.key }.map { (name: $0.key, argument: $0.value) }
    }
}
