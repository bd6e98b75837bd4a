import Diagnostics
import Dyads

/// Finds the states that a newcomer names, by their codes.
struct DraftNames {
    let all: [State]

    init(_ system: StateSystem) { all = system.states }

    /// - Parameter among: the states that may be named; all that the data packages know without it.
    /// - Throws: `Diagnostic` (wrong argument) for a state that is not one of them, or named twice.
    func states(_ codes: [String], option: String, among: [State]? = nil) throws(Diagnostic) -> [State] {
        let allowed = among ?? all
        var found: [State] = []
        for code in codes {
            guard let state = allowed.first(where: { $0.code.text == code }) else {
                let named = all.first {
                    $0.name.lowercased() == code.lowercased() || $0.code.text == code.uppercased()
                }
                let remedy =
                    if let named, allowed.contains(where: { $0.code == named.code }) {
                        "write \(named.code.text) for \(named.name)"
                    } else if among == nil {
                        "`dyadscore datasets show states` says where the list comes from"
                    } else {
                        "add it to --states"
                    }
                let names = allowed.map(\.code.text).joined(separator: ", ")
                throw Diagnostic(
                    .wrongArgument,
                    rule:
                        "\(option) takes ISO 3166 codes of \(among == nil ? "states of the data packages" : "the study's states") (\(names.shortened(to: 120)))",
                    found: code.quotedForMessage, remedy: remedy)
            }
            guard !found.contains(where: { $0.code == state.code }) else {
                throw Diagnostic(
                    .wrongArgument, rule: "a state may be named once in \(option)",
                    found: code.quotedForMessage)
            }
            found.append(state)
        }
        return found
    }
}
