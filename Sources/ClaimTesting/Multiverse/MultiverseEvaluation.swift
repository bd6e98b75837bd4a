import Dyads
import DyadicModels
import Scoring
import Uncertainty
import WorkPieces

/// Scores every admissible specification of a reading.
struct MultiverseEvaluation {
    let reading: ReadingOptions
    let plan: AssessmentPlan
    let claim: Claim
    let panel: Panel

    /// What was found, in the order of the specifications.
    struct Found {
        var codes: [[Int]] = []
        var cells: [SpecificationCell] = []
        var refused = ReasonCounts()
        var unanswered = ReasonCounts()

        /// In a shard: what was found, and that the rest is divided.
        func elsewhere(_ count: Int) -> Found {
            var result = self
            result.unanswered.add(Absence.elsewhere.reason, count: count)
            return result
        }
    }

    /// Values of the class, to be scored in several ways.
    private struct Slice: Sendable {
        let codes: [Int]
        /// Places of the class's members in the panel's dyads.
        let members: [Int]
        /// One an indicator, with a value a member.
        let columns: [[Double?]]
        let hasGaps: Bool
        let design: IndexDesign
    }

    /// One piece of work.
    private struct Piece: Sendable {
        let slice: Slice
        let preparation: AdmissibleMethods.Preparation
    }

    /// Specifications of a composite.
    ///
    /// Only members of the class are scored: a dyad outside it moves nothing in the class and can make no
    /// specification inadmissible.
    func composites(_ columns: MultiverseColumns, work: Work) -> Found {
        var found = Found()
        var pieces: [Piece] = []
        let base = plan.specification(of: reading.reading)
        let methods = [false, true].map { AdmissibleMethods(of: reading, base: base, hasGaps: $0) }
        let combinations = reading.combinations(
            of: MultiverseChoice.ofPreparation + [.weighting, .aggregation])
        for values in reading.valueChoices(plan: plan) {
            do throws(Absence) {
                let slice = try slice(values, columns)
                let methods = methods[slice.hasGaps ? 1 : 0]
                for reason in methods.refused.reasons {
                    found.refused.add(reason.words, count: reason.count)
                }
                pieces += methods.preparations.map { Piece(slice: slice, preparation: $0) }
            } catch {
                found.unanswered.add(error.reason, count: combinations)
            }
        }
        let results = work.map("specifications", count: pieces.count) { [pieces] in score(pieces[$0]) }
        guard let results else { return found.elsewhere(pieces.count) }
        for (piece, results) in zip(pieces, results) {
            for (combination, result) in zip(piece.preparation.combinations, results) {
                switch result {
                case .success(let cell):
                    found.codes.append(piece.slice.codes + piece.preparation.codes + combination.codes)
                    found.cells.append(cell)
                case .failure(let absence): found.unanswered.add(absence.reason)
                }
            }
        }
        return found
    }

    /// Specifications of a reading that is no composite: its values may be chosen, its method not.
    func others(work: Work) -> Found {
        var found = Found()
        let values = reading.valueChoices(plan: plan)
        let rest = MultiverseChoice.allCases.dropFirst(MultiverseChoice.ofValues.count).map { _ in 0 }
        let results = work.map("specifications", count: values.count) {
            place -> Result<SpecificationCell, Absence> in
            do throws(Absence) {
                return .success(try other(values[place]))
            } catch {
                return .failure(error)
            }
        }
        guard let results else { return found.elsewhere(values.count) }
        for (values, result) in zip(values, results) {
            switch result {
            case .success(let cell):
                found.codes.append(values.codes + rest)
                found.cells.append(cell)
            case .failure(let absence): found.unanswered.add(absence.reason)
            }
        }
        return found
    }

    private func other(_ values: ValueChoices) throws(Absence) -> SpecificationCell {
        try requireDimensions(values)
        let scoring = WindowScoring(
            panel: panel, claim: claim.among(values.referenceClass), window: values.window,
            minimumYears: plan.minimumCoveredYears)
        let ranking = try scoring.scored(reading.reading, plan: plan, variant: values.variant).get().ranking
        return try cell(
            zip(ranking.scores, ranking.isInClass).map { $1 ? $0 : nil }, plan.method.tieTolerance)
    }

    private func slice(_ values: ValueChoices, _ columns: MultiverseColumns) throws(Absence) -> Slice {
        try requireDimensions(values)
        let members = panel.dyads.indices.filter { values.referenceClass.contains(panel.dyads[$0]) }
        let entering = try WindowScoring.entering(values.dimensions) { indicator in
            columns[
                .init(
                    window: values.window, referenceClass: values.referenceClass,
                    exposure: values.exposure, indicator: indicator)]
        }
        let columns = entering.map { column in members.map { column.values[$0] } }
        return Slice(
            codes: values.codes, members: members, columns: columns,
            hasGaps: columns.contains { $0.contains(nil) },
            design: DimensionLayout(
                entering.map { ($0.dimension, $0.indicator) }, metadata: plan.metadata
            ).design)
    }

    private func requireDimensions(_ values: ValueChoices) throws(Absence) {
        guard values.emptied.isEmpty else {
            throw Absence(
                "\(values.variant?.id ?? "the variant") leaves no indicator of \(values.emptied.joined(separator: ", ")): it would be another reading"
            )
        }
        guard values.referenceClass.contains(claim.target) else {
            throw Absence("the target is not in the class")
        }
    }

    private func score(_ piece: Piece) -> [Result<SpecificationCell, Absence>] {
        let slice = piece.slice
        func absence(_ failure: ScoringFailure) -> Absence {
            Absence(
                failure.words(
                    indicators: slice.design.indicators.map(\.id),
                    units: slice.members.map { panel.dyads[$0].description }))
        }
        let combinations = piece.preparation.combinations.map(\.combination)
        let shared: SharedScoring
        do throws(ScoringFailure) {
            shared = try SharedScoring(
                of: slice.columns, design: slice.design, isReference: slice.members.map { _ in true },
                method: piece.preparation.method)
        } catch {
            return combinations.map { _ in .failure(absence(error)) }
        }
        return shared.scores(combinations).map { result in
            do throws(Absence) {
                var scores = [Double?](repeating: nil, count: panel.dyads.count)
                for (unit, score) in zip(slice.members, try result.mapError(absence).get()) {
                    scores[unit] = score
                }
                return .success(try cell(scores, piece.preparation.method.tieTolerance))
            } catch {
                return .failure(error)
            }
        }
    }

    private func cell(_ scores: [Double?], _ tieTolerance: Double) throws(Absence) -> SpecificationCell {
        guard let target = panel.dyads.firstIndex(of: claim.target) else {
            throw Absence("the target is no dyad of the study")
        }
        return try SpecificationCell(scores: scores, target: target, tieTolerance: tieTolerance)
    }
}
