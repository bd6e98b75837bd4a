public import DyadicModels
public import Scoring

extension MultiverseSpace {
    /// One way to decide a choice.
    public struct Option: Hashable, Sendable {
        /// What the option is called in results; unique in its choice.
        public let id: String
        public let change: Change

        public init(id: String, change: Change) {
            self.id = id
            self.change = change
        }
    }

    /// What an option replaces in the study as it stands.
    public enum Change: Hashable, Sendable {
        case window(Window)
        case referenceClass(ReferenceClass)
        /// The indicators as the reading has them.
        case allIndicators
        /// Leave one indicator out.
        case without(String)
        case variant(AssessmentPlan.Variant)
        /// Method choices; those of the option's own choice and no other.
        case methods(Specification.Changes)

        /// The variant of the indicators that it stands for; nil for the reading's own.
        var variant: AssessmentPlan.Variant? {
            switch self {
            case .without(let id): .init(id: "without-\(id)", title: id, removed: [id], added: [])
            case .variant(let variant): variant
            default: nil
            }
        }
    }

    /// The options of one choice, the study's own first where it is among them.
    public struct Choice: Hashable, Sendable {
        public let id: MultiverseChoice
        public let options: [Option]

        public init(_ id: MultiverseChoice, _ options: [Option]) {
            self.id = id
            self.options = options
        }

        public static func windows(_ windows: [Window]) -> Choice {
            Choice(.window, windows.map { Option(id: $0.id, change: .window($0)) })
        }

        public static func referenceClasses(_ classes: [(id: String, class: ReferenceClass)]) -> Choice {
            Choice(.referenceClass, classes.map { Option(id: $0.id, change: .referenceClass($0.class)) })
        }

        /// All indicators, then each named one left out (`without-ID`), then the variants.
        public static func indicators(
            leavingOut ids: [String], variants: [AssessmentPlan.Variant] = []
        ) -> Choice {
            Choice(
                .indicators,
                [Option(id: "all", change: .allIndicators)]
                    + ids.map { Option(id: "without-\($0)", change: .without($0)) }
                    + variants.map { Option(id: $0.id, change: .variant($0)) })
        }

        public static func exposures(_ exposures: [Exposure]) -> Choice {
            Choice(
                .exposure, exposures.map { Option(id: $0.rawValue, change: .methods(.init(exposure: $0))) })
        }

        public static func scalings(_ scalings: [Scaling]) -> Choice {
            Choice(.scaling, scalings.map { Option(id: $0.rawValue, change: .methods(.init(scaling: $0))) })
        }

        /// Methods of one step, named as they are printed: `min-max [1, 100]`.
        public static func methods(_ step: Step, _ methods: [MethodChoice]) -> Choice {
            Choice(
                MultiverseChoice(step),
                methods.map { Option(id: $0.name, change: .methods(.init(step, $0))) })
        }

        /// Aggregations, each one for all levels or one a level: `arithmetic`, `arithmetic, geometric`.
        public static func aggregations(_ aggregations: [[MethodChoice]]) -> Choice {
            Choice(
                .aggregation,
                aggregations.map {
                    Option(
                        id: $0.map(\.name).joined(separator: ", "),
                        change: .methods(.init(aggregations: $0)))
                })
        }
    }
}

extension MultiverseChoice {
    init(_ step: Step) {
        self =
            switch step {
            case .outliers: .outliers
            case .transform: .transform
            case .normalisation: .normalisation
            case .missingData: .missingData
            case .weighting: .weighting
            case .aggregation: .aggregation
            }
    }
}

extension Specification.Changes {
    init(exposure: Exposure) {
        self.init()
        self.exposure = exposure
    }

    init(scaling: Scaling) {
        self.init()
        self.scaling = scaling
    }

    init(aggregations: [MethodChoice]) {
        self.init()
        self.aggregations = aggregations
    }

    init(_ step: Step, _ choice: MethodChoice) {
        self.init()
        switch step {
        case .outliers: outliers = choice
        case .transform: transform = choice
        case .normalisation: normalisation = choice
        case .missingData: missingData = choice
        case .weighting: weighting = choice
        case .aggregation: aggregations = [choice]
        }
    }

    /// The choices that it makes; none for the tie tolerance, which is no choice of method.
    var choices: [MultiverseChoice] {
        let named: [(MultiverseChoice, Bool)] = [
            (.exposure, exposure != nil), (.scaling, scaling != nil), (.outliers, outliers != nil),
            (.transform, transform != nil), (.normalisation, normalisation != nil),
            (.missingData, missingData != nil), (.weighting, weighting != nil),
            (.aggregation, aggregations != nil),
        ]
        return named.filter(\.1).map(\.0)
    }
}
