import DyadicModels

/// The space of specifications of one reading: every choice with its options, those that do not vary with one.
///
/// A choice that the reading makes itself is part of what it means and does not vary. An option that leaves the
/// reading's indicators as they are is not among its options. Methods concern composites only.
struct ReadingOptions {
    let reading: AssessmentPlan.Reading
    /// One a choice, in the order of `MultiverseChoice.allCases`.
    let options: [[MultiverseSpace.Option]]

    init(of reading: AssessmentPlan.Reading, in space: MultiverseSpace, plan: AssessmentPlan, claim: Claim) {
        self.reading = reading
        var own = plan.specification
        var fixed: [MultiverseChoice] = []
        var isComposite = false
        if case .composite(_, let changes) = reading.kind {
            own = own.applying(changes)
            fixed = changes.choices
            isComposite = true
        }
        options = MultiverseChoice.allCases.map { choice in
            switch choice {
            case .window:
                return space.options(of: choice)
                    ?? plan.windows.prefix(1).map { .init(id: $0.id, change: .window($0)) }
            case .referenceClass:
                return space.options(of: choice)
                    ?? [.init(id: "claim", change: .referenceClass(claim.referenceClass))]
            case .indicators:
                let listed = space.options(of: choice) ?? [.init(id: "all", change: .allIndicators)]
                return listed.filter {
                    $0.change == .allIndicators || reading.isChanged(by: $0.change.variant, in: plan)
                }
            default:
                guard isComposite else { return [.init(id: "does not apply", change: .methods(.init()))] }
                if let listed = space.options(of: choice), !fixed.contains(choice) { return listed }
                return [.init(id: own.name(of: choice), change: .methods(own.changes(of: choice)))]
            }
        }
    }

    /// The number of combinations of the options of some choices; the largest integer when it is larger.
    func combinations(of choices: [MultiverseChoice] = MultiverseChoice.allCases) -> Int {
        choices.reduce(1) { product, choice in
            let (result, overflow) = product.multipliedReportingOverflow(by: options(of: choice).count)
            return overflow ? Int.max : result
        }
    }

    func options(of choice: MultiverseChoice) -> [MultiverseSpace.Option] {
        options[MultiverseChoice.allCases.firstIndex(of: choice) ?? 0]
    }

    /// All combinations of some choices as lists of codes, the last choice fastest.
    func codes(of choices: [MultiverseChoice]) -> [[Int]] {
        choices.reduce([[]]) { lists, choice in
            lists.flatMap { list in options(of: choice).indices.map { list + [$0] } }
        }
    }

    /// The specification after the options of some method choices.
    func specification(
        _ base: Specification, _ choices: [MultiverseChoice], codes: [Int]
    ) -> Specification {
        zip(choices, codes).reduce(base) { result, item in
            guard case .methods(let changes) = options(of: item.0)[item.1].change else { return result }
            return result.applying(changes)
        }
    }
}

extension AssessmentPlan.Reading {
    /// Whether a variant changes the indicators of the reading.
    func isChanged(by variant: AssessmentPlan.Variant?, in plan: AssessmentPlan) -> Bool {
        plan.dimensions(of: self, under: variant) != plan.dimensions(of: self)
            || plan.outputs(outputs, under: variant) != outputs
    }
}

extension Specification {
    /// What is chosen, as results print it.
    func name(of choice: MultiverseChoice) -> String {
        switch choice {
        case .window, .referenceClass, .indicators: ""
        case .exposure: exposure.rawValue
        case .scaling: method.scaling.rawValue
        case .outliers: method.outliers.name
        case .transform: method.transform.name
        case .normalisation: method.normalisation.name
        case .missingData: method.missingData.name
        case .weighting: method.weighting.name
        case .aggregation: method.aggregations.map(\.name).joined(separator: ", ")
        }
    }

    /// The change that makes the choice as it is here.
    func changes(of choice: MultiverseChoice) -> Changes {
        switch choice {
        case .window, .referenceClass, .indicators: .init()
        case .exposure: .init(exposure: exposure)
        case .scaling: .init(scaling: method.scaling)
        case .outliers: .init(.outliers, method.outliers)
        case .transform: .init(.transform, method.transform)
        case .normalisation: .init(.normalisation, method.normalisation)
        case .missingData: .init(.missingData, method.missingData)
        case .weighting: .init(.weighting, method.weighting)
        case .aggregation: .init(aggregations: method.aggregations)
        }
    }
}
