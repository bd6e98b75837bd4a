import ClaimTesting
import Tabular

extension Report {
    /// The decision rule with every condition, and every doubt with what it says.
    var groundsSection: Section {
        Section(
            id: "grounds", title: "What the answer rests on", shortTitle: "Grounds",
            content: [.tag("h3", [], ["The verdict on each reading"])] + verdictTable + [
                .tag("h3", [], ["The decision rule, condition by condition"]),
                .tag(
                    "p", [],
                    [
                        "The rule is part of the study file, written before the run. Supported takes every condition of the first group, contradicted every one of the second; anything else is not established. The overall verdict is the one that the primary readings share."
                    ]),
                conditionsTable.node,
                .tag("h3", [], ["Each doubt, and what it says"]),
                .tag("dl", class: "doubts", doubts),
            ])
    }

    /// The figures of the rule on every reading; the notes say what M, W and J are.
    private var verdictTable: [Node] {
        papers.first { $0.name == PaperTableKind.verdict.rawValue }.map(nodes) ?? []
    }

    /// Rows are conditions, columns the primary readings.
    private var conditionsTable: ReportTable {
        let judged = primary
        func rows(_ side: KeyPath<ReadingVerdict, [VerdictCondition]>) -> [ReportTable.Row] {
            (judged.first?.verdict[keyPath: side] ?? []).enumerated().map { place, condition in
                .init(
                    [.init(capitalised(condition.condition))]
                        + judged.map { .init(answer($0.verdict[keyPath: side][place])) })
            }
        }
        return ReportTable(
            label: "Conditions of the decision rule",
            columns: [.init(heading: "Condition")] + judged.map { .init(heading: capitalised($0.reading)) },
            groups: [
                .init(title: "Supported, if all hold", rows: rows(\.supporting)),
                .init(title: "Contradicted, if all hold", rows: rows(\.contradicting)),
            ])
    }

    /// `no (0.0303)`: whether a condition holds, and what was found where the condition does not say it.
    private func answer(_ condition: VerdictCondition) -> String {
        guard let holds = condition.holds else { return "not computed" }
        let word = holds ? "yes" : "no"
        return condition.figure == .standing ? word : "\(word) (\(condition.found))"
    }

    /// Questions and answers, each with the files that hold its numbers. The verdict and the ranks stand above.
    private var doubts: [Node] {
        let said = [sentences.verdict.text, sentences.ranks.text]
        return sentences.byQuestion.flatMap { question, sentence -> [Node] in
            guard let sentence, !said.contains(sentence.text) else { return [] }
            var files: [String] = []
            for row in sentence.rows where !files.contains(row.file) { files.append(row.file) }
            return [
                .tag("dt", [], [.text(question)]),
                .tag(
                    "dd", [],
                    [.text(sentence.text)]
                        + (files.isEmpty
                            ? []
                            : [" ", .tag("span", class: "files", ["(\(files.joined(separator: ", ")))"])])),
            ]
        }
    }
}
