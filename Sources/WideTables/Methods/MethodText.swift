import Diagnostics
import Scoring

/// Methods written as text: `name`, `name:parameter=value:parameter=value`, or `name:value`, where the value is that
/// of the first parameter, as in study files.
///
/// Numbers and names in lists are separated by commas; numbers by name are `a=0.5,b=0.5` or a CSV file; tables
/// are CSV files. `min-max:1,100`, `z-score:mean=100:deviation=10`, `fixed:a=0.5,b=0.5`,
/// `ahp:comparisons=judgements.csv`.
public enum MethodText {
    /// The method that a text names.
    ///
    /// - Parameters:
    ///   - text: a method of the step, with arguments or without: `z-score:mean=100:deviation=10`.
    ///   - step: the name is looked up among its methods.
    ///   - option: what the text was given for, for messages: `--normalise`.
    /// - Throws: `Diagnostic` (wrong argument) for an unknown method or parameter, or an argument of the wrong form;
    ///   as for other files when an argument is a file.
    public static func choice(
        _ text: String, of step: Step, for option: String
    ) throws(Diagnostic) -> MethodChoice {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let methods = MethodTable.descriptions(of: step)
        guard let method = methods.first(where: { $0.id == parts[0] }) else {
            let known = methods.map(\.id)
            throw Diagnostic(
                .wrongArgument, rule: "\(option) must name one of \(known.joined(separator: ", "))",
                found: parts[0].quotedForMessage,
                remedy: nearestWord(to: parts[0], among: known).map {
                    "did you mean \($0.quotedForMessage)?"
                })
        }
        var given: [String: MethodArgument] = [:]
        for (place, part) in parts.dropFirst().enumerated() {
            let (parameter, value) = try split(part, isFirst: place == 0, of: method, for: option)
            let argument = try MethodArgumentText(
                parameter: parameter, rule: "\(option): \(method.id): \(parameter.name) must be"
            ).argument(value)
            guard given.updateValue(argument, forKey: parameter.name) == nil else {
                throw Diagnostic(
                    .wrongArgument, rule: "\(option): a parameter may be given once",
                    found: parameter.name.quotedForMessage)
            }
        }
        do throws(MethodChoiceError) {
            return try MethodChoice(method, given)
        } catch {
            throw Diagnostic(
                .wrongArgument, rule: "\(option): \(error.reason)",
                found: text == method.id ? nil : text.quotedForMessage)
        }
    }

    /// The parameter that a part of the text is for, and its value.
    private static func split(
        _ part: String, isFirst: Bool, of method: MethodDescription, for option: String
    ) throws(Diagnostic) -> (MethodParameter, String) {
        let first = isFirst ? method.parameters.first : nil
        guard let mark = part.firstIndex(of: "=") else {
            guard let first else { throw unknownParameter(part, of: method, for: option) }
            return (first, part)
        }
        let name = String(part[..<mark])
        if let parameter = method.parameters.first(where: { $0.name == name }) {
            return (parameter, String(part[part.index(after: mark)...]))
        }
        // Numbers by name, without the name of the parameter: fixed:a=0.5,b=0.5.
        if let first, case .named = first.form,
            part.split(separator: ",").allSatisfy({ $0.count(where: { $0 == "=" }) == 1 })
        {
            return (first, part)
        }
        throw unknownParameter(name, of: method, for: option)
    }

    private static func unknownParameter(
        _ name: String, of method: MethodDescription, for option: String
    ) -> Diagnostic {
        let known = method.parameters.map(\.name)
        return Diagnostic(
            .wrongArgument,
            rule: known.isEmpty
                ? "\(option): \(method.id) has no parameters"
                : "\(option): the parameters of \(method.id) are \(known.joined(separator: ", "))",
            found: name.quotedForMessage,
            remedy: nearestWord(to: name, among: known).map { "did you mean \($0.quotedForMessage)?" })
    }
}
