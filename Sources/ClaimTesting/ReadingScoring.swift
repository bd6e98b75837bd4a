import Dyads
import DyadicModels
import Scoring

extension WindowScoring {
    /// Scores a reading, with the target's standing.
    func score(
        _ reading: AssessmentPlan.Reading, plan: AssessmentPlan, variant: AssessmentPlan.Variant? = nil,
        changes: Specification.Changes? = nil
    ) -> Assessment.Outcome {
        outcome(scored(reading, plan: plan, variant: variant, changes: changes))
    }

    /// Scores a reading, whatever its kind.
    ///
    /// - Parameters:
    ///   - variant: a change of the indicators; an output that it takes out gives way to what it adds to the
    ///     same dimension.
    ///   - changes: choices that replace the reading's own; they concern composites only.
    func scored(
        _ reading: AssessmentPlan.Reading, plan: AssessmentPlan, variant: AssessmentPlan.Variant? = nil,
        changes: Specification.Changes? = nil
    ) -> Result<ScoredDyads, Absence> {
        let dimensions = plan.dimensions(of: reading, under: variant)
        let tolerance = plan.method.tieTolerance
        do throws(Absence) {
            switch reading.kind {
            case .composite:
                var specification = plan.specification(of: reading)
                if let changes { specification = specification.applying(changes) }
                return .success(ScoredDyads(try composite(dimensions, specification: specification)))
            case .conversion(_, let outputs):
                // Shrinkage needs whole counts, also of counts that were multiplied by something.
                let production = try production(
                    of: dimensions, outputs: plan.outputs(outputs, under: variant),
                    areOutputsRounded: !factors.isEmpty)
                return .success(ScoredDyads(try ConversionScores(production, tieTolerance: tolerance)))
            case .efficiency(_, let outputs, let envelopment):
                let production = try production(
                    of: dimensions, outputs: plan.outputs(outputs, under: variant))
                return .success(
                    ScoredDyads(try EfficiencyScores(production, plan: envelopment, tieTolerance: tolerance)))
            }
        } catch {
            return .failure(error)
        }
    }

    /// The composite of some dimensions with what led to it.
    func scored(
        _ dimensions: [AssessmentPlan.Dimension], specification: Specification
    ) -> Result<ScoredDyads, Absence> {
        Result { () throws(Absence) in
            ScoredDyads(try composite(dimensions, specification: specification))
        }
    }

    /// Contacts and outputs on ratio scales, for the readings that divide one by the other.
    private func production(
        of dimensions: [AssessmentPlan.Dimension], outputs: [String], areOutputsRounded: Bool = false
    ) throws(Absence) -> Production {
        guard !outputs.isEmpty else { throw Absence("an output is missing") }
        let contacts = values(dimensions.flatMap(\.indicators))
        guard !contacts.found.isEmpty else {
            throw Absence("no indicator enters\(Self.list(contacts.reasons))")
        }
        guard let input = ratioInput(columns: contacts.found.map(\.values), isInClass: isInClass) else {
            throw Absence("a contact indicator is zero throughout the class")
        }
        let made = values(outputs)
        guard !made.found.isEmpty, made.reasons.isEmpty else {
            throw Absence("an output is missing\(Self.list(made.reasons))")
        }
        return Production(
            dyads: panel.dyads, isInClass: isInClass, input: input,
            inputIndicators: contacts.found.map(\.indicator.id),
            outputs: made.found.map { indicator, values in
                (indicator.id, areOutputsRounded ? values.map { $0?.rounded() } : values)
            })
    }

    /// The indicators that enter the window, with their values, and why others do not.
    private func values(
        _ ids: [String]
    ) -> (found: [(indicator: Indicator, values: [Double?])], reasons: [String]) {
        var found: [(indicator: Indicator, values: [Double?])] = []
        var reasons: [String] = []
        for id in ids {
            guard let (indicator, column) = column(id) else { continue }
            switch column {
            case .values(let values, _): found.append((indicator, values))
            case .absent(let reason): reasons.append("\(id): \(reason)")
            }
        }
        return (found, reasons)
    }

    private static func list(_ reasons: [String]) -> String {
        reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"
    }
}

extension AssessmentPlan {
    /// The choices of a composite reading: the default's, with its own changes.
    public func specification(of reading: Reading) -> Specification {
        if case .composite(_, let changes) = reading.kind {
            specification.applying(changes)
        } else {
            specification
        }
    }

    /// The dimensions of a reading with their indicators, in the order of the plan.
    func dimensions(of reading: Reading) -> [Dimension] {
        dimensions.filter { reading.dimensions.contains($0.id) }
    }

    /// The same under a variant: indicators out, indicators in; a dimension that the plan does not have is new
    /// and joins composite readings.
    func dimensions(of reading: Reading, under variant: Variant?) -> [Dimension] {
        var changed = dimensions(of: reading)
        guard let variant else { return changed }
        for index in changed.indices { changed[index].indicators.removeAll { variant.removed.contains($0) } }
        for addition in variant.added {
            if let index = changed.firstIndex(where: { $0.id == addition.dimension }) {
                changed[index].indicators.append(addition.indicator)
            } else if case .composite = reading.kind,
                !dimensions.contains(where: { $0.id == addition.dimension })
            {
                changed.append(Dimension(id: addition.dimension, indicators: [addition.indicator]))
            }
        }
        return changed.filter { !$0.indicators.isEmpty }
    }

    /// The outputs of a reading under a variant: one that is taken out gives way to what joins its dimension.
    func outputs(_ outputs: [String], under variant: Variant?) -> [String] {
        guard let variant else { return outputs }
        return outputs.flatMap { output -> [String] in
            guard variant.removed.contains(output) else { return [output] }
            let dimension = dimensions.first { $0.indicators.contains(output) }?.id
            return variant.added.filter { $0.dimension == dimension }.map(\.indicator)
        }
    }

    /// A reading of the plan, or a dimension as a reading of its own.
    func reading(_ id: String) -> Reading {
        readings.first { $0.id == id } ?? .init(id: id, title: id, dimensions: [id], isPrimary: false)
    }

    /// Every indicator that a reading may use, outputs last, each once.
    public func indicators(of reading: Reading) -> [String] {
        let inputs = dimensions(of: reading).flatMap(\.indicators)
        return inputs + reading.outputs.filter { !inputs.contains($0) }
    }
}
