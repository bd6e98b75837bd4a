/// A parameter of a method: its name, what it may be, and what it is when it is not given.
public struct MethodParameter: Hashable, Sendable {
    public enum Form: Hashable, Sendable {
        case number(ClosedRange<Double>)
        /// One of some words.
        case word([String])
        /// A list of numbers in a range, of a given length if there is one.
        case numbers(ClosedRange<Double>, count: Int?)
        /// A list of names of indicators.
        case names
        /// A number for each indicator or group, by name, in a range.
        case named(ClosedRange<Double>)
        /// A square table read from a CSV file whose first column names the rows.
        case square
        /// A table read from a CSV file, one row a judge.
        case judgements
    }

    public let name: String
    public let form: Form
    /// What it is when it is not given; nil for a parameter that must be given, or is optional.
    public let standard: MethodArgument?
    /// Whether the method can do without it.
    public let isOptional: Bool
    /// What it means, in a sentence.
    public let meaning: String

    /// A parameter that must be given, or, with `standard`, has a value when it is not.
    public init(_ name: String, _ form: Form, standard: MethodArgument? = nil, meaning: String) {
        self.name = name
        self.form = form
        self.standard = standard
        isOptional = standard != nil
        self.meaning = meaning
    }

    private init(optional name: String, _ form: Form, meaning: String) {
        self.name = name
        self.form = form
        standard = nil
        isOptional = true
        self.meaning = meaning
    }

    /// A parameter that the method can do without and that has no standard value.
    public static func optional(_ name: String, _ form: Form, meaning: String) -> MethodParameter {
        MethodParameter(optional: name, form, meaning: meaning)
    }

    /// Why an argument may not be given for this parameter; nil when it may.
    func objection(to argument: MethodArgument) -> String? {
        func outside(_ values: [Double], _ range: ClosedRange<Double>) -> Bool {
            values.contains { !range.contains($0) }
        }
        let fits =
            switch (form, argument) {
            case (.number(let range), .number(let value)): range.contains(value)
            case (.word(let words), .word(let word)): words.contains(word)
            case (.numbers(let range, let count), .numbers(let values)):
                !outside(values, range) && !values.isEmpty && values.count == (count ?? values.count)
            case (.names, .words(let names)): !names.isEmpty && Set(names).count == names.count
            case (.named(let range), .named(let values)):
                !values.isEmpty && !outside(Array(values.values), range)
            case (.square, .square(let names, let values)):
                !names.isEmpty && values.count == names.count && values.allSatisfy { $0.count == names.count }
            case (.judgements, .judgements(let names, let rows)):
                !names.isEmpty && !rows.isEmpty && rows.allSatisfy { $0.count == names.count }
            default: false
            }
        return fits ? nil : "\(name) must be \(form.words)"
    }
}

extension MethodParameter.Form {
    /// What is expected, in words, for messages and documentation.
    public var words: String {
        switch self {
        case .number(let range): "a number \(words(of: range))"
        case .word(let words): "one of \(words.joined(separator: ", "))"
        case .numbers(let range, let count):
            "\(count.map { "\($0) numbers" } ?? "a list of numbers") \(words(of: range))"
        case .names: "a list of names of indicators, each once"
        case .named(let range): "numbers \(words(of: range)) by the name of the indicator or group"
        case .square: "a square table with the same names in its rows and columns"
        case .judgements: "a table with one column an indicator and one row a judge"
        }
    }

    private func words(of range: ClosedRange<Double>) -> String {
        "from \(short(range.lowerBound)) to \(short(range.upperBound))"
    }
}

/// A number as short as it can be written without loss: `1` for 1.0.
func short(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
}
