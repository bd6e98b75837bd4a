import ArgumentParser
import Datasets
import Dyads
import Files
import Studies

/// What a shell offers, from the study file or the datasets folder that the line names so far. What cannot be read offers
/// nothing.
extension CompletionKind {
    static var studyFile: CompletionKind { .file(extensions: ["yaml", "yml"]) }

    /// The pairs of the study.
    static var dyads: CompletionKind {
        .custom { words, _, _ in
            guard let codes = study(of: words)?.states.sorted() else { return [] }
            return codes.enumerated().flatMap { place, first in
                codes[(place + 1)...].compactMap { Dyad(first, $0).map { "\($0)" } }
            }
        }
    }

    /// The readings and dimensions of the study.
    static var subjects: CompletionKind {
        .custom { words, _, _ in
            study(of: words).map { $0.plan.readings.map(\.id) + $0.plan.dimensions.map(\.id) } ?? []
        }
    }

    /// The windows of the study.
    static var windows: CompletionKind {
        .custom { words, _, _ in study(of: words)?.plan.windows.map(\.id) ?? [] }
    }

    /// The data packages of the folder.
    static var packages: CompletionKind {
        .custom { words, _, _ in
            let named = words.firstIndex(of: "--datasets").map { words.index(after: $0) }
            let folder = named.flatMap { words.indices.contains($0) ? words[$0] : nil }
            return DatasetFolder(path: folder ?? DatasetsFolderOption.own).packageNames
        }
    }

    /// The first study file among the words of a line.
    private static func study(of words: [String]) -> Study? {
        let paths = words.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
        guard let path = paths.first, let text = try? readText(ofFile: path) else { return nil }
        return try? Study(parsing: text, path: path)
    }
}
