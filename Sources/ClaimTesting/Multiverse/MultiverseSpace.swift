import Scoring

/// The space of specifications of a study, as data: for each choice the options that a reasonable person could take.
///
/// A choice that is not listed stays as the study has it. Options combine freely; which combinations make sense is
/// for `Admissibility` to say, and nothing here. Weights of a unit's own (benefit of the doubt) stay out: they give
/// every dyad another specification, so that there is no common one to compare. Data envelopment analysis stays out
/// for the same reason.
public struct MultiverseSpace: Hashable, Sendable {
    /// The largest number of combinations of one reading that are enumerated.
    public static let largestSize = 200_000

    /// The listed choices, in the order of `MultiverseChoice`.
    public let choices: [Choice]

    /// - Throws: `MultiverseFailure` for a choice that is listed twice or without options, an id that occurs twice
    ///   in a choice, an option that changes something else than its choice, or weights of a unit's own.
    public init(_ choices: [Choice]) throws(MultiverseFailure) {
        for choice in choices {
            if choices.count(where: { $0.id == choice.id }) > 1 { throw .repeatedChoice(choice.id) }
            if choice.options.isEmpty { throw .noOptions(choice.id) }
            for option in choice.options {
                if choice.options.count(where: { $0.id == option.id }) > 1 {
                    throw .repeatedOption(choice.id, option: option.id)
                }
                if option.change.choices != [choice.id] {
                    throw .foreignChange(choice.id, option: option.id)
                }
                if case .methods(let changes) = option.change, let weighting = changes.weighting,
                    MethodTable.weightings.contains(where: {
                        $0.description.id == weighting.id && $0.isPerUnit
                    })
                {
                    throw .weightsOfAUnitsOwn(option: option.id)
                }
            }
        }
        self.choices = MultiverseChoice.allCases.compactMap { id in choices.first { $0.id == id } }
    }

    /// The space of the study as it stands alone.
    static var none: MultiverseSpace { MultiverseSpace(unchecked: []) }

    private init(unchecked choices: [Choice]) { self.choices = choices }

    /// The listed options of a choice; nil for a choice that stays as it is.
    public func options(of choice: MultiverseChoice) -> [Option]? {
        choices.first { $0.id == choice }?.options
    }
}

extension MultiverseSpace.Change {
    /// The choices that it decides.
    var choices: [MultiverseChoice] {
        switch self {
        case .window: [.window]
        case .referenceClass: [.referenceClass]
        case .allIndicators, .without, .variant: [.indicators]
        case .methods(let changes): changes.choices
        }
    }
}

/// Why a space of specifications is none.
public enum MultiverseFailure: Error, Hashable, Sendable, CustomStringConvertible {
    case repeatedChoice(MultiverseChoice)
    case noOptions(MultiverseChoice)
    case repeatedOption(MultiverseChoice, option: String)
    case foreignChange(MultiverseChoice, option: String)
    case weightsOfAUnitsOwn(option: String)
    case tooLarge(reading: String, combinations: Int)

    public var description: String {
        switch self {
        case .repeatedChoice(let choice): "\(choice.rawValue) is listed twice"
        case .noOptions(let choice): "\(choice.rawValue) has no options"
        case .repeatedOption(let choice, let option): "\(choice.rawValue): two options are called \(option)"
        case .foreignChange(let choice, let option):
            "\(choice.rawValue): \(option) must change \(choice.rawValue) and nothing else"
        case .weightsOfAUnitsOwn(let option):
            "weights: \(option) gives every unit weights of its own, so that there is no common specification"
        case .tooLarge(let reading, let combinations):
            "\(reading) has \(combinations) combinations of options, and up to \(MultiverseSpace.largestSize) are enumerated: list fewer options"
        }
    }
}
