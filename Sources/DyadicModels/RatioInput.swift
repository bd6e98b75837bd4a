/// An input on a ratio scale from several indicators: the mean over the observed ones of value / class mean.
///
/// 1 is what the average dyad of the class has. A normalised composite would not do: it has no zero, so that
/// outputs cannot be divided by it. A dyad without any observation has no input.
///
/// - Parameters:
///   - columns: one value a dyad and indicator, nil for missing.
///   - isInClass: one mark a dyad.
/// - Returns: one value a dyad; nil as a whole when an indicator is zero or unobserved throughout the class.
public func ratioInput(columns: [[Double?]], isInClass: [Bool]) -> [Double?]? {
    var means: [Double] = []
    for column in columns {
        let members = zip(column, isInClass).compactMap { $1 ? $0 : nil }
        let mean = members.isEmpty ? 0 : members.reduce(0, +) / Double(members.count)
        guard mean > 0 else { return nil }
        means.append(mean)
    }
    return isInClass.indices.map { unit in
        let observed = zip(columns, means).compactMap { column, mean in column[unit].map { $0 / mean } }
        return observed.isEmpty ? nil : observed.reduce(0, +) / Double(observed.count)
    }
}
