/// What is known of the size of states and of the space between them: the covariates of exposure models.
///
/// Nothing is filled: a state-year that the source does not give is missing. Contiguity alone is carried forward.
public struct Covariates: Sendable {
    /// A number of a state in each of some years.
    public typealias StateYears = [StateCode: [Int: Double]]

    private let gdp: StateYears
    private let population: StateYears
    private let distance: [Dyad: Double]
    private let spells: [Dyad: [Contiguity.Spell]]
    /// The last year that the source of contiguity describes; later years are like this one.
    public let lastYearOfContiguity: Int

    /// - Parameters:
    ///   - gdp: gross domestic product in current US dollars.
    ///   - population: persons.
    ///   - distance: km.
    ///   - contiguity: spells; a dyad without a spell in a year is not contiguous.
    ///   - lastYearOfContiguity: the last year that the source describes; later years have its contiguity.
    public init(
        gdp: StateYears, population: StateYears, distance: [Dyad: Double],
        contiguity: [Dyad: [Contiguity.Spell]], lastYearOfContiguity: Int
    ) {
        self.gdp = gdp
        self.population = population
        self.distance = distance
        spells = contiguity
        self.lastYearOfContiguity = lastYearOfContiguity
    }

    /// A state's gross domestic product in current US dollars; nil when it is missing or not above zero.
    public func gdp(of state: StateCode, in year: Int) -> Double? { positive(gdp[state]?[year]) }

    /// A state's population; nil when it is missing or not above zero.
    public func population(of state: StateCode, in year: Int) -> Double? {
        positive(population[state]?[year])
    }

    /// The distance between two states in km; nil when it is missing or not above zero.
    public func distance(of dyad: Dyad) -> Double? { positive(distance[dyad]) }

    /// The closest type of contiguity on any day of a year; that of the source's last year after it.
    public func contiguity(of dyad: Dyad, in year: Int) -> Contiguity {
        let described = min(year, lastYearOfContiguity)
        let types = (spells[dyad] ?? []).filter { $0.years.contains(described) }.map(\.contiguity)
        return types.contains(.land) ? .land : types.contains(.water) ? .water : .none
    }

    private func positive(_ value: Double?) -> Double? {
        value.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }
}
