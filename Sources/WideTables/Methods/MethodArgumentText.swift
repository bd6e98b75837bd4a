import Diagnostics
import Scoring
import Tabular

/// The text of one argument, read by the form of its parameter.
struct MethodArgumentText {
    let parameter: MethodParameter
    /// The beginning of the message about a value of the wrong form.
    let rule: String

    /// - Throws: `Diagnostic` (wrong argument) for a text of another form; as for other files for a file that is
    ///   missing or malformed. Ranges are checked by `MethodChoice`.
    func argument(_ text: String) throws(Diagnostic) -> MethodArgument {
        switch parameter.form {
        case .number: return .number(try number(text))
        case .word(let words):
            guard words.contains(text) else {
                throw wrong(
                    text,
                    remedy: nearestWord(to: text, among: words).map { "did you mean \($0.quotedForMessage)?" }
                )
            }
            return .word(text)
        case .numbers:
            var numbers: [Double] = []
            for item in items(text) { numbers.append(try number(item)) }
            return .numbers(numbers)
        case .names: return .words(items(text))
        case .named:
            return .named(text.contains("=") ? try named(text) : try ArgumentFile(path: text).named())
        case .square:
            let table = try ArgumentFile(path: text).square()
            return .square(names: table.names, values: table.values)
        case .judgements:
            let table = try ArgumentFile(path: text).judgements()
            return .judgements(names: table.names, rows: table.rows)
        }
    }

    private func items(_ text: String) -> [String] {
        text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    private func number(_ text: String) throws(Diagnostic) -> Double {
        guard let number = parseNumber(text) else { throw wrong(text) }
        return number
    }

    private func named(_ text: String) throws(Diagnostic) -> [String: Double] {
        var values: [String: Double] = [:]
        for item in items(text) {
            guard let mark = item.lastIndex(of: "="), mark != item.startIndex,
                let value = parseNumber(String(item[item.index(after: mark)...]))
            else { throw wrong(item, remedy: "write name=number,name=number or name a CSV file") }
            guard values.updateValue(value, forKey: String(item[..<mark])) == nil else {
                throw wrong(item, remedy: "each name may stand once")
            }
        }
        return values
    }

    private func wrong(_ text: String, remedy: String? = nil) -> Diagnostic {
        Diagnostic(
            .wrongArgument, rule: "\(rule) \(parameter.form.words)", found: text.quotedForMessage,
            remedy: remedy)
    }
}
