public import ClaimTesting
import DyadicModels

/// The tables for papers that a results folder can hold, in the order of a paper.
public enum PaperTableKind: String, CaseIterable, Sendable {
    case ranking, verdict, codebook, descriptives, correlations, multiverse, robustness

    /// What it shows, for lists.
    public var title: String {
        switch self {
        case .ranking: "Ranking: the best pairs and the target, with the scores of dimensions"
        case .verdict: "Verdict by operationalisation, with the figures that it rests on"
        case .codebook: "Indicators: what they measure, their sources and their coverage"
        case .descriptives: "Descriptive statistics of the indicators in the main window"
        case .correlations: "Correlations of the indicators in the main window"
        case .multiverse: "Ranks over all admissible specifications, and what drives them"
        case .robustness: "The rank under every named change, doubt by doubt"
        }
    }
}

/// How a table for a paper is made.
public struct PaperStyle: Hashable, Sendable {
    public let report: ReportStyle
    /// How many of the best pairs the ranking shows, beside the target.
    public var top: Int
    /// Decimals of numbers; nil for those that suit each table.
    public var decimals: Int?

    public init(_ report: ReportStyle) {
        self.report = report
        top = report.top
    }

    /// `tab:study-ranking`.
    func label(_ kind: PaperTableKind) -> String { "tab:\(report.studyID)-\(kind.rawValue)" }
}

extension Assessment {
    /// A table for a paper; nil where the assessment has nothing to show in it.
    public func paperTable(_ kind: PaperTableKind, rule: DecisionRule, style: PaperStyle) -> PaperTable? {
        switch kind {
        case .ranking: paperRanking(style)
        case .verdict: paperVerdict(style, rule: rule)
        case .codebook: paperCodebook(style)
        case .descriptives: paperDescriptives(style)
        case .correlations: paperCorrelations(style)
        case .multiverse: paperMultiverse(style)
        case .robustness: paperRobustness(style)
        }
    }

    /// Every table for a paper that the assessment has something to show in, as the study has them.
    func paperTables(rule: DecisionRule, style: ReportStyle) -> [PaperTable] {
        PaperTableKind.allCases.compactMap { paperTable($0, rule: rule, style: PaperStyle(style)) }
    }

    /// Keys of the data on states that expectations rest on, where one of some exposures needs them.
    func covariateSources(_ exposures: [Exposure], _ style: PaperStyle) -> [String] {
        exposures.contains { $0 != .none && $0 != .margins } ? style.report.covariateSources : []
    }

    /// Keys of the publications behind the data of some indicators.
    func dataSources(of indicators: some Sequence<String>) -> [String] {
        indicators.flatMap { panel[indicator: $0]?.indicator.citations ?? [] }
    }
}
