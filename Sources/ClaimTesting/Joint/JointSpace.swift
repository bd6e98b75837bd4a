import Dyads
import DyadicModels
import Scoring

/// The values that the specifications of one reading score, made once for all draws as specifications ask for them.
struct JointSpace {
    private let options: ReadingOptions
    private let assessment: Assessment
    private let columns: MultiverseColumns
    private let choices: [[Int]: ValueChoices]
    private var places: [[Int]: Int] = [:]
    private var made: [MultiverseColumns.Key: JointColumn] = [:]
    private var rowNumbers: [String: [Int: Int]] = [:]

    private(set) var slices: [JointSlice] = []
    /// The different sets of years that annual series cover in some window.
    private(set) var yearSets: [[Int]] = []
    /// How many rows have an undetermined date in some window.
    private(set) var undatedRows = 0

    init(of reading: AssessmentPlan.Reading, in assessment: Assessment, columns: MultiverseColumns) {
        let plan = assessment.plan
        self.assessment = assessment
        self.columns = columns
        options = ReadingOptions(
            of: reading, in: plan.tests?.space ?? .none, plan: plan, claim: assessment.claim)
        choices = Dictionary(
            options.valueChoices(plan: plan).map { ($0.codes, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The first option of every choice: the study as it stands, where no space is declared.
    var standardCodes: [Int] { options.options.map { _ in 0 } }

    /// The methods of a specification.
    func method(_ codes: [Int]) -> ScoringMethod {
        options.specification(
            assessment.plan.specification(of: options.reading), MultiverseChoice.allCases, codes: codes
        ).method
    }

    /// The place of a specification's values among `slices`.
    ///
    /// - Throws: `Absence` when a dimension has no indicator, or the target is not in the class.
    mutating func slice(_ codes: [Int]) throws(Absence) -> Int {
        let valueCodes = Array(codes.prefix(MultiverseChoice.ofValues.count))
        if let place = places[valueCodes] { return place }
        guard let values = choices[valueCodes] else { throw Absence("it is no specification of the reading") }
        let dyads = assessment.panel.dyads
        let members = dyads.indices.filter { values.referenceClass.contains(dyads[$0]) }
        guard values.referenceClass.contains(assessment.claim.target) else {
            throw Absence("the target is not in the class")
        }
        func key(_ indicator: String) -> MultiverseColumns.Key {
            .init(
                window: values.window, referenceClass: values.referenceClass, exposure: values.exposure,
                indicator: indicator)
        }
        let entering = try WindowScoring.entering(values.dimensions) { columns[key($0)] }
        var drawable: [(dimension: String, column: JointColumn)] = []
        for (dimension, indicator, scored) in entering {
            let key = key(indicator.id)
            let column = made[key] ?? column(indicator, scored: scored, members: members, values)
            made[key] = column
            drawable.append((dimension, column))
        }
        let metadata = assessment.plan.metadata
        slices.append(
            JointSlice(
                members: members, columns: drawable,
                design: DimensionLayout(entering.map { ($0.dimension, $0.indicator) }, metadata: metadata)
                    .design, metadata: metadata))
        places[valueCodes] = slices.count - 1
        return slices.count - 1
    }

    private mutating func column(
        _ indicator: Indicator, scored: [Double?], members: [Int], _ values: ValueChoices
    ) -> JointColumn {
        let dyads = members.map { assessment.panel.dyads[$0] }
        let source = assessment.panel[indicator: indicator.id]
        var recorded: [Double?]?
        if values.exposure != .none {
            recorded =
                source?.values(
                    in: values.window.years, dyads: dyads, referenceClass: values.referenceClass,
                    minimumYears: assessment.plan.minimumCoveredYears
                ).values
        }
        return JointColumn(
            indicator: indicator, values: members.map { scored[$0] }, recordedApart: recorded,
            record: source.map { record($0, dyads: dyads, values) } ?? .fixed)
    }

    private mutating func record(
        _ source: Panel.Column, dyads: [Dyad], _ values: ValueChoices
    ) -> JointColumn.Record {
        switch source.data {
        case .series:
            guard
                let yearly = source.yearlyValues(
                    in: values.window.years, dyads: dyads, referenceClass: values.referenceClass),
                yearly.years.count > 1
            else { return .fixed }
            if !yearSets.contains(yearly.years) { yearSets.append(yearly.years) }
            return .yearly(yearly, group: yearSets.firstIndex(of: yearly.years) ?? 0)
        case .dated(let records):
            var numbers = rowNumbers[source.indicator.id] ?? [:]
            var inside = [Int](repeating: 0, count: dyads.count)
            var undetermined = [[Int]](repeating: [], count: dyads.count)
            let units = Dictionary(uniqueKeysWithValues: dyads.enumerated().map { ($1, $0) })
            for (row, item) in records.records.enumerated() {
                guard let unit = units[item.dyad] else { continue }
                switch item.position(in: values.window.years) {
                case .inside: inside[unit] += 1
                case .outside: break
                case .undetermined:
                    let number = numbers[row] ?? undatedRows
                    if numbers.updateValue(number, forKey: row) == nil { undatedRows += 1 }
                    undetermined[unit].append(number)
                }
            }
            rowNumbers[source.indicator.id] = numbers
            return .dated(inside: inside, undetermined: undetermined)
        }
    }
}
