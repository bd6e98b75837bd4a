import ClaimTesting
import Diagnostics
import Reporting
import Tabular

extension StudyRun {
    /// A short summary for a terminal: no line is longer than 80 characters, but for words that are.
    public var summary: String {
        let columns = 80
        var lines = [study.title.wrapped(to: columns), ""]
        lines += FindingSentences(assessment, rule: study.rule).brief.map { $0.wrapped(to: columns) }
        lines += ["", "Rank of \(study.claim.target) in the class, by window:"]
        lines += ranksByWindow.lines(width: columns)
        let changes = changes
        if !changes.names.isEmpty {
            lines += ["", "The same in the main window when one thing is done differently:"]
            lines += changes.lines(width: columns)
            if assessment.plan.windows.count > 1
                || assessment.plan.readings.contains(where: { !$0.isPrimary })
            {
                lines += ["", "Other readings and windows are in comparisons.csv."]
            }
        }
        return lines.map(\.trimmingTrailingSpaces).joined(separator: "\n") + "\n"
    }

    /// Every reading and dimension, by window.
    private var ranksByWindow: TextTable {
        let subjects = assessment.scored.filter { $0.window.id == assessment.mainWindow }.map(\.subject.id)
        return TextTable(
            names: subjects,
            columns: assessment.plan.windows.map { window in
                .init(
                    heading: window.id,
                    cells: subjects.map { subject in
                        assessment.result(subject, in: window.id)?.standing.map {
                            "\(rank($0)) of \($0.classSize)"
                        } ?? "not assessable"
                    })
            })
    }

    /// Every variant, alternative and bound, by primary reading.
    private var changes: TextTable {
        let readings = assessment.plan.readings.filter(\.isPrimary).map(\.id)
        let changes = assessment.comparisons.filter {
            $0.window.id == assessment.mainWindow && readings.contains($0.reading)
        }
        var ids: [(id: String, title: String)] = []
        for change in changes where !ids.contains(where: { $0.id == change.id }) {
            ids.append((change.id, change.title))
        }
        return TextTable(
            names: ids.map(\.title),
            columns: readings.map { reading in
                .init(
                    heading: reading,
                    cells: ids.map { id, _ in
                        changes.first { $0.id == id && $0.reading == reading }?.standing.map(rank) ?? "-"
                    })
            })
    }

    private func rank(_ standing: Standing) -> String { "\(standing.rank)\(standing.isTied ? "=" : "")" }
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
