public import Diagnostics
import DyadicModels
import Scoring
import Tabular

/// The `$defs` of `studies/study.schema.json`, which follow from the table of methods: one definition a step, one
/// each for exposure and scaling, and `choices`, a mapping with any of them.
public struct MethodSchema: Encodable, Sendable {
    /// A JSON value that is written as it is built.
    indirect enum Value: Encodable, Sendable {
        case text(String)
        case number(Double)
        case integer(Int)
        case flag(Bool)
        case list([Value])
        case object([String: Value])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let value): try container.encode(value)
            case .number(let value): try container.encode(value)
            case .integer(let value): try container.encode(value)
            case .flag(let value): try container.encode(value)
            case .list(let values): try container.encode(values)
            case .object(let values): try container.encode(values)
            }
        }
    }

    let definitions: [String: Value]

    public init() {
        var definitions: [String: Value] = [:]
        for step in Step.allCases {
            let choice = Self.choice(of: MethodTable.descriptions(of: step))
            definitions[step.rawValue] =
                step == .aggregation
                ? Self.oneOf([choice, Self.list(of: choice, count: 2)])
                : choice
        }
        definitions["exposure"] = .object([
            "enum": .list(Exposure.allCases.map { .text($0.rawValue) }),
            "description": .text("what a pair of that size and distance would be expected to have"),
        ])
        definitions["scaling"] = .object([
            "enum": .list(Scaling.allCases.map { .text($0.rawValue) }),
            "description": .text("class-mean divides by the mean of the reference class"),
        ])
        definitions["choices"] = .object([
            "type": .text("object"), "additionalProperties": .flag(false),
            "properties": .object(
                Dictionary(
                    uniqueKeysWithValues: definitions.keys.map { key in
                        (key, .object(["$ref": .text("#/$defs/\(key)")]))
                    }
                ).merging([
                    "tie-tolerance": .object([
                        "type": .text("number"), "minimum": .number(0), "maximum": .number(0.01),
                        "description": .text("share of the score range within which scores tie"),
                    ])
                ]) { $1 }),
        ])
        self.definitions = definitions
    }

    public func encode(to encoder: any Encoder) throws { try definitions.encode(to: encoder) }

    /// The definitions as JSON text.
    ///
    /// - Throws: `Diagnostic` (internal failure) when a number cannot be written.
    public func json() throws(Diagnostic) -> [UInt8] { try jsonBytes(of: self) }

    private static func choice(of methods: [MethodDescription]) -> Value {
        let byName = methods.filter { !needsArguments($0) }.map { Value.text($0.id) }
        let withArguments = methods.filter { !$0.parameters.isEmpty }.map { method -> Value in
            .object([
                "type": .text("object"), "additionalProperties": .flag(false),
                "required": .list([.text(method.id)]),
                "properties": .object([method.id: arguments(of: method)]),
                "description": .text(method.title),
            ])
        }
        return oneOf([.object(["enum": .list(byName)])] + withArguments)
    }

    private static func needsArguments(_ method: MethodDescription) -> Bool {
        method.parameters.contains { !$0.isOptional }
    }

    /// All parameters by name, or the value of the first one alone.
    private static func arguments(of method: MethodDescription) -> Value {
        let named = Value.object([
            "type": .text("object"), "additionalProperties": .flag(false),
            "properties": .object(
                Dictionary(
                    uniqueKeysWithValues: method.parameters.map { ($0.name, form($0.form, $0.meaning)) })),
            "required": .list(method.parameters.filter { !$0.isOptional }.map { .text($0.name) }),
        ])
        guard let first = method.parameters.first else { return named }
        return .object(["anyOf": .list([form(first.form, first.meaning), named])])
    }

    private static func form(_ form: MethodParameter.Form, _ meaning: String) -> Value {
        var value: [String: Value] = ["description": .text(meaning)]
        func range(_ range: ClosedRange<Double>) -> Value {
            .object([
                "type": .text("number"), "minimum": .number(range.lowerBound),
                "maximum": .number(range.upperBound),
            ])
        }
        switch form {
        case .number(let bounds):
            value.merge([
                "type": .text("number"), "minimum": .number(bounds.lowerBound),
                "maximum": .number(bounds.upperBound),
            ]) { $1 }
        case .word(let words): value["enum"] = .list(words.map { .text($0) })
        case .numbers(let bounds, let count):
            value.merge(["type": .text("array"), "items": range(bounds)]) { $1 }
            if let count {
                value.merge(["minItems": .integer(count), "maxItems": .integer(count)]) { $1 }
            }
        case .names:
            value.merge([
                "type": .text("array"), "uniqueItems": .flag(true),
                "items": .object(["type": .text("string")]),
            ]) { $1 }
        case .named(let bounds):
            value.merge(["type": .text("object"), "additionalProperties": range(bounds)]) { $1 }
        case .square, .judgements:
            let numbers = Value.object([
                "type": .text("array"), "items": .object(["type": .text("number")]),
            ])
            value.merge([
                "type": .text("object"), "additionalProperties": .flag(false),
                "required": .list([.text("names"), .text("rows")]),
                "properties": .object([
                    "names": .object(["type": .text("array"), "items": .object(["type": .text("string")])]),
                    "rows": .object(["type": .text("array"), "items": numbers]),
                ]),
            ]) { $1 }
        }
        return .object(value)
    }

    private static func oneOf(_ values: [Value]) -> Value { .object(["anyOf": .list(values)]) }

    private static func list(of value: Value, count: Int) -> Value {
        .object([
            "type": .text("array"), "items": value, "minItems": .integer(count), "maxItems": .integer(count),
            "description": .text("inside dimensions, then across them"),
        ])
    }
}
