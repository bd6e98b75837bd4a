import Foundation

/// How strongly a difference speaks for the better of two units: 0 to 1, and 0 for a difference of zero or below
/// (Brans & Vincke 1985, section 3: the six generalised criteria).
enum PreferenceFunction: Equatable, Sendable {
    /// Any difference is a full preference.
    case usual
    /// A full preference above q.
    case uShape(q: Double)
    /// Rises linearly, full from p on.
    case vShape(p: Double)
    /// A half above q, full above p.
    case level(q: Double, p: Double)
    /// Zero up to q, then rises linearly, full from p on.
    case linear(q: Double, p: Double)
    /// 1 - exp(-d^2 / (2 s^2)).
    case gaussian(s: Double)

    /// The function that checked arguments name.
    init(_ arguments: MethodArguments) {
        let (q, p) = (arguments.number("q"), arguments.number("p"))
        self =
            switch arguments.word("function") {
            case "u-shape": .uShape(q: q)
            case "v-shape": .vShape(p: p)
            case "level": .level(q: q, p: p)
            case "linear": .linear(q: q, p: p)
            case "gaussian": .gaussian(s: arguments.number("s"))
            default: .usual
            }
    }

    /// Adds weight times the preference for a value over each rival, and for each rival over the value.
    func add(
        _ weight: Double, of value: Double, against rivals: [Double], over: inout [Double],
        under: inout [Double]
    ) {
        guard self == .usual else {
            for place in rivals.indices {
                over[place] += weight * self(value - rivals[place])
                under[place] += weight * self(rivals[place] - value)
            }
            return
        }
        // Comparisons without branches become vector instructions.
        over.withUnsafeMutableBufferPointer { over in
            under.withUnsafeMutableBufferPointer { under in
                rivals.withUnsafeBufferPointer { rivals in
                    for place in rivals.indices {
                        over[place] += value - rivals[place] > 0 ? weight : 0
                        under[place] += rivals[place] - value > 0 ? weight : 0
                    }
                }
            }
        }
    }

    /// The preference for a difference, 0 to 1.
    func callAsFunction(_ difference: Double) -> Double {
        guard difference > 0 else { return 0 }
        return switch self {
        case .usual: 1
        case .uShape(let q): difference > q ? 1 : 0
        case .vShape(let p): min(difference / p, 1)
        case .level(let q, let p): difference > p ? 1 : difference > q ? 0.5 : 0
        case .linear(let q, let p): min(max((difference - q) / (p - q), 0), 1)
        case .gaussian(let s): 1 - exp(-difference * difference / (2 * s * s))
        }
    }
}

extension PreferenceFunction {
    private static let thresholds = [
        "usual": [], "u-shape": ["q"], "v-shape": ["p"], "level": ["q", "p"], "linear": ["q", "p"],
        "gaussian": ["s"],
    ]

    static let parameters = [
        MethodParameter(
            "function", .word(["usual", "u-shape", "v-shape", "level", "linear", "gaussian"]),
            standard: .word("usual"), meaning: "how a difference becomes a preference"),
        .optional("q", .number(0...1e6), meaning: "the largest difference that counts for nothing"),
        .optional("p", .number(1e-6...1e6), meaning: "the smallest difference that counts in full"),
        .optional("s", .number(1e-6...1e6), meaning: "the difference at which a gaussian preference bends"),
    ]

    /// Why thresholds do not fit the function; nil when they do.
    static func objection(to arguments: MethodArguments) -> String? {
        let name = arguments.word("function")
        let needed = thresholds[name] ?? []
        let given = ["q", "p", "s"].filter { arguments[$0] != nil }
        guard given.sorted() == needed.sorted() else {
            return
                "the \(name) function takes \(needed.isEmpty ? "no threshold" : needed.joined(separator: " and ")), not \(given.isEmpty ? "none" : given.joined(separator: " and "))"
        }
        guard needed.contains("q"), needed.contains("p") else { return nil }
        return arguments.number("q") < arguments.number("p") ? nil : "q must be below p"
    }
}
