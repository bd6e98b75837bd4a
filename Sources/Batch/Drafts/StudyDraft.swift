public import Datasets
public import Diagnostics
import Dyads
import DyadicModels
import Studies

/// A study file for a new claim: the indicators that have something to say about its pairs, and usual choices for the rest.
public struct StudyDraft: Sendable {
    /// An indicator that the study leaves out.
    public struct LeftOut: Sendable, Encodable {
        public let indicator: String
        public let reason: String
    }

    struct Chosen {
        let indicator: Indicator
        let packages: [String]
        /// Pairs of the class without a value, and whether the target is among them.
        let missing: Int
        let lacksTarget: Bool
    }

    struct Dimension {
        let id: String
        let indicators: [Chosen]
    }

    public let id: String
    let request: DraftRequest
    let target: Dyad
    let states: [State]
    let excluded: [State]
    let classSize: Int
    let dimensions: [Dimension]
    /// Indicators that would add something, each as a variant of its own.
    let variants: [Indicator]
    public let leftOut: [LeftOut]

    /// The indicators of the default, in order.
    public var indicators: [String] { dimensions.flatMap { $0.indicators.map(\.indicator.id) } }

    /// Those that are for variants unless they are asked for: they overlap others, or measure something else than the
    /// three dimensions.
    private static let besides: Set = ["diplomatic-exchange", "gas-pipelines", "trade", "trade-cow"]
    /// The least number of covered years for which an annual indicator enters the window.
    static let minimumCoveredYears = 5

    /// Chooses the indicators.
    ///
    /// An indicator is left out if it has no value in the window for any pair of the class, or the same for all; and if
    /// it is another reading of one that is in (its name is the other's with something added).
    ///
    /// - Throws: `Diagnostic` for states, indicators or a citation that the datasets do not know, and for a claim that no
    ///   indicator says anything about.
    public init(_ request: DraftRequest, datasets: DatasetFolder) throws(Diagnostic) {
        self.request = request
        id = request.id
        let names = DraftNames(try datasets.states())
        states =
            request.states.isEmpty
            ? names.all : try names.states(request.states, option: "--states").sorted { $0.code < $1.code }
        excluded = try names.states(request.excluded, option: "--exclude", among: states)
        guard states.count >= 3 else {
            throw Diagnostic(.wrongArgument, rule: "a study compares the pairs of at least three states")
        }
        let pair = request.target.split(separator: "-").map(String.init)
        let pairStates = try names.states(pair, option: "--target", among: states)
        guard pair.count == 2, let target = Dyad(pairStates[0].code, pairStates[1].code) else {
            throw Diagnostic(
                .wrongArgument, rule: "--target is a pair of two states, written AZE-KAZ",
                found: request.target.quotedForMessage)
        }
        let referenceClass = ReferenceClass(excludedStates: Set(excluded.map(\.code)))
        guard referenceClass.contains(target) else {
            throw Diagnostic(
                .wrongArgument, rule: "the target's own states cannot be excluded",
                found: request.target.quotedForMessage)
        }
        self.target = target
        let bibliography = try datasets.bibliography()
        guard bibliography[request.citation] != nil else {
            throw bibliography.unknown(request.citation, in: datasets)
        }

        let definitions = try datasets.indicatorDefinitions()
        let known = definitions.map(\.indicator.id)
        for id in request.indicators where !known.contains(id) {
            throw Diagnostic(
                .wrongArgument, rule: "every indicator must be defined in \(datasets.path)/indicators",
                found: id.quotedForMessage,
                remedy: nearestWord(to: id, among: known).map { "did you mean \($0.quotedForMessage)?" })
        }
        guard let system = try datasets.states().restricted(to: states.map(\.code)) else {
            throw Diagnostic(.wrongArgument, rule: "a state may be named once")
        }
        let panel = try datasets.panel(of: known, states: system)
        let pairs = panel.dyads.filter(referenceClass.contains)
        classSize = pairs.count
        var (chosen, variants, leftOut): ([Chosen], [Indicator], [LeftOut]) = ([], [], [])
        for definition in definitions {
            let indicator = definition.indicator
            let isAsked = request.indicators.contains(indicator.id)
            if !request.indicators.isEmpty, !isAsked { continue }
            if !isAsked, indicator.isAnotherReading(among: definitions.map(\.indicator)) { continue }
            guard let column = panel[indicator: indicator.id] else { continue }
            let values = column.values(
                in: request.years, dyads: pairs, referenceClass: referenceClass,
                minimumYears: Self.minimumCoveredYears)
            if let reason = values.silence(target: pairs.firstIndex(of: target)) {
                leftOut.append(LeftOut(indicator: indicator.id, reason: reason))
            } else if !isAsked, Self.besides.contains(indicator.id) {
                variants.append(indicator)
            } else {
                let cells = values.values ?? []
                chosen.append(
                    Chosen(
                        indicator: indicator, packages: definition.packages,
                        missing: cells.count { $0 == nil },
                        lacksTarget: pairs.firstIndex(of: target).map { cells[$0] == nil } ?? false))
            }
        }
        guard !chosen.isEmpty else {
            let reasons = leftOut.map { "\($0.indicator): \($0.reason)" }.joined(separator: "; ")
            throw Diagnostic(
                .wrongArgument, rule: "no indicator says anything about these pairs in this window",
                found: reasons, remedy: "choose a longer --window, other --states or other --indicators")
        }
        if !request.indicators.isEmpty {
            chosen.sort {
                (request.indicators.firstIndex(of: $0.indicator.id) ?? 0)
                    < (request.indicators.firstIndex(of: $1.indicator.id) ?? 0)
            }
        }
        (self.variants, self.leftOut) = (variants, leftOut)
        let order = ["contacts", "agreements", "projects"]
        var ids = order.filter { id in chosen.contains { $0.indicator.dimension == id } }
        for item in chosen where !ids.contains(item.indicator.dimension) {
            ids.append(item.indicator.dimension)
        }
        dimensions = ids.map { id in
            Dimension(id: id, indicators: chosen.filter { $0.indicator.dimension == id })
        }
    }
}

extension Indicator {
    /// Whether the name is that of another indicator of the dimension with something added, as of
    /// `joint-projects-bilateral`.
    fileprivate func isAnotherReading(among others: [Indicator]) -> Bool {
        others.contains { $0.dimension == dimension && id.hasPrefix("\($0.id)-") }
    }
}

extension WindowColumn {
    /// Why the values say nothing about who is first; nil if they say something.
    fileprivate func silence(target: Int?) -> String? {
        if case .absent(let reason) = self { return reason }
        let known = (values ?? []).compactMap { $0 }
        guard let first = known.first else { return "no value for any pair" }
        guard known.count > 2 else { return "values for \(known.count) of the pairs only" }
        return known.allSatisfy { $0 == first } ? "the same for all pairs" : nil
    }
}
