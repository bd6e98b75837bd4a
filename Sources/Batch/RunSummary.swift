public import ClaimTesting
import Diagnostics
import Reporting
import Tabular

/// What a terminal shows at the end of a run: the verdict, the ranks, and where the files are.
///
/// No line is longer than 80 characters, but for a path or a word that is.
public struct RunSummary: Sendable {
    public enum Role: Sendable {
        case heading
        case verdict(Verdict)
        case plain
    }

    public struct Line: Sendable {
        public let role: Role
        public let text: String

        public init(_ text: String, role: Role = .plain) { (self.role, self.text) = (role, text) }
    }

    public private(set) var lines: [Line] = []

    /// The lines without their roles.
    public var text: String { lines.map { $0.text + "\n" }.joined() }

    static let width = 80

    fileprivate mutating func add(_ text: String, _ role: Role = .plain) {
        lines += text.split(separator: "\n", omittingEmptySubsequences: false).map {
            Line(String($0).trimmingTrailingSpaces, role: role)
        }
    }
}

extension StudyRun {
    /// The summary of a run whose results are in a folder.
    public func summary(resultsIn folder: String) -> RunSummary {
        var summary = RunSummary()
        summary.add(study.title.wrapped(to: RunSummary.width), .heading)
        summary.add("")
        summary.add("Verdict: \(verdict.rawValue)", .verdict(verdict))
        summary.add("")
        for sentence in FindingSentences(assessment, rule: study.rule).brief {
            summary.add(sentence.wrapped(to: RunSummary.width))
        }
        summary.add("")
        summary.add("Verdict and rank of \(study.claim.target), by reading:", .heading)
        for line in ranks.lines(width: RunSummary.width) { summary.add(line) }
        if let changes {
            summary.add("")
            summary.add(changes.wrapped(to: RunSummary.width))
        }
        summary.add("")
        summary.add("Results:", .heading)
        summary.add("  \(folder)")
        summary.add(
            "Open report.html in a browser: it says why. ranks.csv ranks every pair; figures/ and tables/ are for papers, references.bib for what to cite."
                .wrapped(to: RunSummary.width - 2).split(separator: "\n").map { "  \($0)" }.joined(
                    separator: "\n"))
        return summary
    }

    /// Every reading and dimension: the verdict, and the rank in each window.
    private var ranks: TextTable {
        let subjects = assessment.scored.filter { $0.window.id == assessment.mainWindow }.map(\.subject.id)
        let verdicts = Dictionary(
            assessment.primaryFindings.map {
                ($0.subject.id, study.rule.verdict(on: assessment.evidence(on: $0)).verdict.rawValue)
            }
        ) { first, _ in first }
        return TextTable(
            names: subjects,
            columns: [.init(heading: "verdict", cells: subjects.map { verdicts[$0] ?? "" })]
                + assessment.plan.windows.map { window in
                    .init(
                        heading: window.id,
                        cells: subjects.map { subject in
                            assessment.result(subject, in: window.id)?.standing.map {
                                "\($0.rank)\($0.isTied ? "=" : "") of \($0.classSize)"
                            } ?? "not assessable"
                        })
                })
    }

    /// How far the rank on each primary reading moves when one thing is done differently; nil without such changes.
    private var changes: String? {
        let parts = assessment.plan.readings.filter(\.isPrimary).compactMap { reading -> String? in
            let ranks = assessment.comparisons.filter {
                $0.window.id == assessment.mainWindow && $0.reading == reading.id
            }.compactMap(\.standing?.rank)
            guard let best = ranks.min(), let worst = ranks.max() else { return nil }
            let range = best == worst ? "\(best)" : "\(best) to \(worst)"
            return "\(range) on \(reading.id) (\(ranks.count) ways)"
        }
        guard !parts.isEmpty else { return nil }
        return
            "With one other choice of methods or indicators it ranks \(parts.joined(separator: ", ")): see comparisons.csv. 'dyadscore explain' also tells what leaving one thing out does."
    }
}

extension String {
    /// The text in lines of at most `width` characters, broken at spaces.
    func wrapped(to width: Int) -> String {
        var lines: [String] = []
        var line = ""
        for word in split(separator: " ") {
            if line.isEmpty {
                line = String(word)
            } else if line.count + 1 + word.count <= width {
                line += " \(word)"
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        return (lines + [line]).joined(separator: "\n")
    }

    var trimmingTrailingSpaces: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
