import Dyads

/// One way to complete missing values of the class: everything for one dyad and against its rivals, or the reverse.
struct Completion {
    /// The dyad's index in the panel.
    let target: Int
    let favoursTarget: Bool
    /// Indicators that a reading divides by, so that less of them is better than more.
    let inputs: Set<String>

    /// A column with every missing value of the class at one end of the class's observed range.
    func completed(_ values: [Double?], of indicator: Indicator, isInClass: [Bool]) -> [Double?] {
        let observed = zip(values, isInClass).compactMap { $1 ? $0 : nil }
        guard let lowest = observed.min(), let highest = observed.max() else { return values }
        let moreIsBetter = (indicator.direction == .more) != inputs.contains(indicator.id)
        let (best, worst) = moreIsBetter ? (highest, lowest) : (lowest, highest)
        return values.indices.map { unit in
            guard values[unit] == nil, isInClass[unit] else { return values[unit] }
            return (unit == target) == favoursTarget ? best : worst
        }
    }
}
