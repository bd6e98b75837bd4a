import Diagnostics
import Reporting

extension [DrawnFigure] {
    /// The figures with some names, in the order of the names and each once; all of them for no names.
    ///
    /// - Throws: `Diagnostic` (wrong argument) for a name that no figure has.
    func named(_ names: [String]) throws(Diagnostic) -> [DrawnFigure] {
        guard !names.isEmpty else { return self }
        var chosen: [DrawnFigure] = []
        for name in names {
            guard let figure = first(where: { $0.name == name }) else {
                let known = map(\.name)
                let nearest = nearestWord(to: name, among: known)
                throw Diagnostic(
                    .wrongArgument, rule: "a figure must be one of the study's", found: name.quotedForMessage,
                    remedy: nearest.map { "did you mean \($0.quotedForMessage)?" }
                        ?? "they are \(known.joined(separator: ", "))")
            }
            if !chosen.contains(where: { $0.name == name }) { chosen.append(figure) }
        }
        return chosen
    }
}
