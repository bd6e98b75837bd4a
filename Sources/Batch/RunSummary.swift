import ClaimTesting
import Diagnostics
import Reporting
import Tabular

extension StudyRun {
    /// A short summary for a terminal.
    public var summary: String {
        var lines = [study.title, ""]
        lines += FindingSentences(assessment).brief.map { $0.wrapped(to: 80) }
        lines += ["", "Rank of \(study.claim.target) in the class, by window:"]
        let subjects = assessment.scored.filter { $0.window.id == assessment.mainWindow }.map(\.subject)
        let windows = assessment.plan.windows.map(\.id)
        let width = max(12, (subjects.map(\.id.count).max() ?? 0) + 2)
        lines.append(padded("", to: width) + windows.map { padded($0, to: 16) }.joined())
        for subject in subjects {
            let cells = windows.map { window -> String in
                guard let standing = assessment.result(subject.id, in: window)?.standing else {
                    return "not assessable"
                }
                return "\(standing.rank)\(standing.isTied ? "=" : "") of \(standing.classSize)"
            }
            lines.append(padded(subject.id, to: width) + cells.map { padded($0, to: 16) }.joined())
        }
        lines += ["", "The same in the main window when one thing is done differently:"]
        let readings = assessment.plan.readings.map(\.id)
        lines.append(padded("", to: titleWidth) + readings.map { padded($0, to: 10) }.joined())
        let changes = assessment.comparisons.filter { $0.window.id == assessment.mainWindow }
        for change in changes where change.reading == readings[0] {
            let ranks = readings.map { reading -> String in
                guard let item = changes.first(where: { $0.id == change.id && $0.reading == reading }),
                    let standing = item.standing
                else { return "-" }
                return "\(standing.rank)\(standing.isTied ? "=" : "")"
            }
            lines.append(
                padded(change.title.shortened(to: titleWidth - 1), to: titleWidth)
                    + ranks.map { padded($0, to: 10) }.joined())
        }
        return lines.map(\.trimmingTrailingSpaces).joined(separator: "\n") + "\n"
    }

    /// Leaves room for two readings in 80 columns.
    private var titleWidth: Int { 58 }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
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
