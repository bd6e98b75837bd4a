import Diagnostics
import Documents
import Scoring

extension StudyDecoder {
    /// A method of a step: its name, or a mapping from its name to its arguments.
    ///
    /// `z-score`; `{min-max: [1, 100]}`, where the value is that of the first parameter; or
    /// `{promethee-ii: {preference: linear, p: 0.5, q: 0.1}}`.
    ///
    /// - Throws: `Diagnostic` for an unknown name, with the nearest known one, for arguments outside their domain,
    ///   and for names of indicators and groups that the study does not have.
    func methodChoice(_ step: Step, _ node: DocumentNode) throws(Diagnostic) -> MethodChoice {
        let known = MethodTable.descriptions(of: step)
        func description(_ name: String, at place: DocumentNode) throws(Diagnostic) -> MethodDescription {
            guard let description = known.first(where: { $0.id == name }) else {
                throw place.unknownWord(name, allowed: known.map(\.id), what: step.noun)
            }
            return description
        }
        if let word = try? node.text() {
            return try chosen(try description(word, at: node), [:], at: node)
        }
        let mapping = try node.mapping()
        guard let key = mapping.keys.first, mapping.keys.count == 1 else {
            throw node.expected("the name of a method, or one name with its arguments")
        }
        let method = try description(try key.text(), at: key)
        let value = try mapping.required(method.id)
        var arguments: [String: MethodArgument] = [:]
        if let given = try? value.mapping(), !isSingleNamedArgument(given, of: method) {
            for parameterNode in given.keys {
                let name = try parameterNode.text()
                guard let parameter = method.parameters.first(where: { $0.name == name }) else {
                    throw parameterNode.unknownWord(
                        name, allowed: method.parameters.map(\.name), what: "a parameter of \(method.id)")
                }
                arguments[name] = try argument(parameter.form, of: method.id, try given.required(name))
            }
        } else {
            guard let first = method.parameters.first else {
                throw value.expected("nothing: \(method.id) has no parameters")
            }
            arguments[first.name] = try argument(first.form, of: method.id, value)
        }
        return try chosen(method, arguments, at: value)
    }

    /// Whether a mapping is the value of a method's only parameter, numbers by name, and not a list of parameters.
    private func isSingleNamedArgument(_ given: DocumentMapping, of method: MethodDescription) -> Bool {
        guard let first = method.parameters.first, case .named = first.form else { return false }
        return given.optional(first.name) == nil
    }

    private func chosen(
        _ description: MethodDescription, _ arguments: [String: MethodArgument], at node: DocumentNode
    ) throws(Diagnostic) -> MethodChoice {
        do throws(MethodChoiceError) {
            return try MethodChoice(description, arguments)
        } catch {
            throw Diagnostic(at: node.location, rule: error.reason)
        }
    }

    private func argument(
        _ form: MethodParameter.Form, of method: String, _ node: DocumentNode
    ) throws(Diagnostic) -> MethodArgument {
        switch form {
        case .number(let range): return .number(try node.number(in: range))
        case .word(let words): return .word(try known(node, among: words, what: "this value"))
        case .numbers: return .numbers(try numbers(node))
        case .names: return .words(try names(try node.list(), of: method))
        case .named(let range):
            let mapping = try node.mapping()
            var values: [String: Double] = [:]
            for name in try names(mapping.keys, of: method) {
                values[name] = try mapping.required(name).number(in: range)
            }
            return .named(values)
        case .square, .judgements:
            let mapping = try node.mapping(allowing: ["names", "rows"])
            let names = try names(try mapping.required("names").list(), of: method)
            var rows: [[Double]] = []
            for row in try mapping.required("rows").list() { rows.append(try numbers(row)) }
            return form == .square
                ? .square(names: names, values: rows) : .judgements(names: names, rows: rows)
        }
    }

    /// Names of the study's dimensions and indicators, those that a variant adds included, each once.
    private func names(_ nodes: [DocumentNode], of method: String) throws(Diagnostic) -> [String] {
        var names: [String] = []
        for node in nodes {
            _ = try unique(node, among: names, what: "a name in \(method)")
            names.append(try known(node, among: nameable, what: "a name in \(method)"))
        }
        return names
    }

    private func numbers(_ node: DocumentNode) throws(Diagnostic) -> [Double] {
        var values: [Double] = []
        for item in try node.list() { values.append(try item.number(in: -1e12...1e12)) }
        return values
    }
}

extension Step {
    /// What a method of the step is called in messages.
    var noun: String {
        switch self {
        case .outliers: "a treatment of outliers"
        case .transform: "a transform"
        case .normalisation: "a normalisation"
        case .missingData: "a rule for missing data"
        case .weighting: "a weighting"
        case .aggregation: "an aggregation"
        }
    }
}
