/// A method with its arguments, as data: what a study file names, and what tells two specifications apart.
public struct MethodChoice: Hashable, Sendable {
    /// The name of the method in study files and on the command line.
    public let id: String
    public let arguments: MethodArguments
    /// The id with the arguments that are not the standard ones and short enough to print: `min-max [1, 100]`.
    public let name: String

    /// A choice of a method of the table.
    ///
    /// - Parameters:
    ///   - description: of the method, with its parameters, their domains and standard values.
    ///   - given: arguments by name; parameters that have a standard value, or are optional, may be left out.
    /// - Throws: `MethodChoiceError` for a parameter that the method does not have, that is missing, or that is
    ///   outside its domain.
    public init(
        _ description: MethodDescription, _ given: [String: MethodArgument] = [:]
    ) throws(MethodChoiceError) {
        var values: [String: MethodArgument] = [:]
        for name in given.keys.sorted() where !description.parameters.contains(where: { $0.name == name }) {
            throw MethodChoiceError(
                method: description.id, parameter: name,
                reason: "\(description.id) has no parameter \(name)",
                known: description.parameters.map(\.name))
        }
        for parameter in description.parameters {
            guard let argument = given[parameter.name] ?? parameter.standard else {
                guard parameter.isOptional else {
                    throw MethodChoiceError(
                        method: description.id, parameter: parameter.name,
                        reason: "\(description.id) needs \(parameter.name): \(parameter.form.words)")
                }
                continue
            }
            if let reason = parameter.objection(to: argument) {
                throw MethodChoiceError(
                    method: description.id, parameter: parameter.name, reason: "\(description.id): \(reason)")
            }
            values[parameter.name] = argument
        }
        if let reason = description.check(MethodArguments(values)) {
            throw MethodChoiceError(
                method: description.id, parameter: nil, reason: "\(description.id): \(reason)")
        }
        id = description.id
        arguments = MethodArguments(values)
        name = Self.name(of: description, values)
    }

    /// A choice whose arguments are all standard; for methods that need none.
    init(standard description: MethodDescription) {
        id = description.id
        name = description.id
        arguments = MethodArguments(
            Dictionary(
                uniqueKeysWithValues: description.parameters.compactMap { parameter in
                    parameter.standard.map { (parameter.name, $0) }
                }))
    }

    private static func name(of description: MethodDescription, _ values: [String: MethodArgument]) -> String
    {
        let parts = description.parameters.compactMap { parameter -> String? in
            guard let argument = values[parameter.name], argument != parameter.standard else { return nil }
            return switch argument {
            case .number(let value): short(value)
            case .word(let word): word
            case .numbers(let values): values.map(short).joined(separator: ", ")
            case .words(let words): words.joined(separator: ", ")
            case .named, .square, .judgements: nil
            }
        }
        return parts.isEmpty ? description.id : "\(description.id) [\(parts.joined(separator: ", "))]"
    }
}

/// Why a method cannot be chosen in this way.
public struct MethodChoiceError: Error, Equatable, Sendable {
    public let method: String
    /// The parameter that is wrong; nil when their combination is.
    public let parameter: String?
    public let reason: String
    /// The names that would have been known, for a spelling hint.
    public var known: [String] = []
}
