import Scoring

/// A method with its arguments, for JSON.
struct MethodRecord: Encodable {
    let id: String
    let arguments: [String: ArgumentRecord]

    init(_ choice: MethodChoice) {
        id = choice.id
        arguments = Dictionary(
            uniqueKeysWithValues: choice.arguments.sorted.map { ($0.name, ArgumentRecord($0.argument)) })
    }
}

/// An argument: a number, a text, a list of either, an object of numbers, or a table as `names` and `rows`.
struct ArgumentRecord: Encodable {
    private enum TableKeys: String, CodingKey { case names, rows }

    private let argument: MethodArgument

    init(_ argument: MethodArgument) {
        self.argument = argument
    }

    func encode(to encoder: any Encoder) throws {
        switch argument {
        case .number(let value): try value.encode(to: encoder)
        case .word(let word): try word.encode(to: encoder)
        case .numbers(let values): try values.encode(to: encoder)
        case .words(let words): try words.encode(to: encoder)
        case .named(let values): try values.encode(to: encoder)
        case .square(let names, let rows), .judgements(let names, let rows):
            var container = encoder.container(keyedBy: TableKeys.self)
            try container.encode(names, forKey: .names)
            try container.encode(rows, forKey: .rows)
        }
    }
}
