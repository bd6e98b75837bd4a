import Scoring

extension IndexDocument.Method {
    init(_ method: ScoringMethod) {
        self.init(
            scaling: method.scaling.rawValue, outliers: .init(method.outliers),
            transform: .init(method.transform), normalise: .init(method.normalisation),
            missing: .init(method.missingData), weights: .init(method.weighting),
            aggregate: method.aggregations.map(MethodRecord.init), tieTolerance: method.tieTolerance)
    }
}

extension IndexDocument.Indicator {
    init(_ design: IndicatorDesign, denominator: String?) {
        self.init(
            id: design.id, direction: design.moreIsBetter ? "more" : "less", denominator: denominator,
            worst: design.goalposts?.worst, best: design.goalposts?.best, reference: design.reference,
            transform: design.transform.map(MethodRecord.init))
    }
}

extension IndexDocument.Level {
    init(_ level: Int, of hierarchy: Hierarchy) {
        let levels = hierarchy.levels
        self.init(
            names: levels[level].names, declaredWeights: levels[level].weights,
            parents: level + 1 < levels.count
                ? levels[level].parents.map { levels[level + 1].names[$0] } : nil)
    }
}

extension IndexDocument.Treatment {
    init(_ indicator: IndicatorDesign, _ report: OutlierTreatment.Report) {
        self.init(
            indicator: indicator.id, action: report.action, skewnessBefore: report.skewnessBefore,
            kurtosisBefore: report.kurtosisBefore, skewnessAfter: report.skewnessAfter,
            kurtosisAfter: report.kurtosisAfter, winsorisedHigh: report.winsorisedHigh,
            winsorisedLow: report.winsorisedLow)
    }
}
