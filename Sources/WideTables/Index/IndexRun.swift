import Diagnostics
import Scoring
public import WorkPieces

/// Units scored on indicators, with everything that led there.
public struct IndexRun: Sendable {
    public let input: IndexInput
    public let method: ScoringMethod
    public let index: CompositeIndex
    /// Over all units that have a score.
    public let ranking: Ranking
    /// Over the units of the reference class.
    public let classRanking: Ranking
    /// Scores under many completions of the gaps, where asked for; nothing of it enters the scores above.
    public let imputation: MultipleImputation?
    public let imputationRequest: ImputationRequest?
    /// How ranks depend on weights, where asked for; apart from the scores too.
    public let acceptability: IndexAcceptability?

    /// - Parameters:
    ///   - input: P units on K indicators, with their tree and the class.
    ///   - options: the methods as text; the standard one at every step for which none is given.
    ///   - request: how often gaps are drawn, from 2 to 10,000 times; nil for no imputation.
    ///   - weighting: how often weights are drawn, from 2 to 10,000,000 times, and which are possible; nil for none.
    ///   - work: how ranks under drawn weights are computed.
    /// - Throws: `Diagnostic`: wrong argument for a method that cannot be chosen so, bad data for methods that do not
    ///   go together and for values that the methods cannot take.
    public init(
        _ input: IndexInput, options: MethodOptions, imputing request: ImputationRequest? = nil,
        weighing weighting: AcceptabilityRequest? = nil, work: Work = Work()
    ) throws(Diagnostic) {
        self.input = input
        imputationRequest = request
        method = try options.method(
            levels: input.design.hierarchy.levels.count, hasDeclaredWeights: input.hasDeclaredWeights)
        do throws(ScoringFailure) {
            index = try CompositeIndex(
                of: input.table, design: input.design, isReference: input.isReference, method: method)
            if let request {
                imputation = try MultipleImputation(
                    of: input.table, design: input.design, isReference: input.isReference, method: method,
                    imputations: request.count, seed: request.seed)
            } else {
                imputation = nil
            }
        } catch {
            throw input.diagnostic(error)
        }
        acceptability = try weighting.map { [index, method] request throws(Diagnostic) in
            try IndexAcceptability(request, input: input, index: index, method: method, work: work)
        }
        ranking = Ranking(
            scores: index.scores, isRanked: input.units.map { _ in true }, tieTolerance: method.tieTolerance,
            magnitude: index.magnitude)
        classRanking = Ranking(
            scores: index.scores, isRanked: input.isReference, tieTolerance: method.tieTolerance,
            magnitude: index.magnitude)
    }
}

extension IndexInput {
    /// A failure in the words of the table: indicators and units by name, cells by place.
    func diagnostic(_ failure: ScoringFailure) -> Diagnostic {
        switch failure {
        case .constantIndicator(let index):
            return Diagnostic(
                at: SourceLocation(path: source.path, line: 1),
                rule: "an indicator must have at least two different values in the class",
                found: design.indicators[index].id.quotedForMessage, remedy: "leave it out")
        case .valueOutsideDomain(let indicator, let unit, let need):
            let name = design.indicators[indicator].id
            return Diagnostic(
                at: source.location(ofUnit: unit, column: name), rule: "the methods need \(need)",
                found: "\(name.quotedForMessage) of \(units[unit].quotedForMessage)")
        case .undefined(let indicator, let reason):
            return Diagnostic(
                at: SourceLocation(path: source.path), rule: reason,
                found: design.indicators[indicator].id.quotedForMessage)
        case .inadmissible(let reason): return Diagnostic(rule: reason)
        case .noAnswer(let reason):
            return Diagnostic(at: SourceLocation(path: source.path), rule: reason)
        }
    }
}
