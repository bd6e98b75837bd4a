extension Normalisation.Input {
    /// The class's values turned so that higher is better, if at least two of them differ.
    ///
    /// - Throws: `constant`.
    func varyingReference() throws(Normalisation.Failure) -> [Double] {
        let reference = orientedReference
        guard let first = reference.first, reference.contains(where: { $0 != first }) else {
            throw .constant
        }
        return reference
    }

    /// The class's values in their own direction, if there are any.
    ///
    /// - Throws: `constant` for a class without an observation.
    func observedReference() throws(Normalisation.Failure) -> [Double] {
        let reference = reference
        guard !reference.isEmpty else { throw .constant }
        return reference
    }

    /// Refuses an indicator with a value, in the class or outside it, that a method cannot take.
    ///
    /// - Throws: `undefined`.
    func require(
        _ condition: (Double) -> Bool, because reason: String
    ) throws(Normalisation.Failure) {
        guard column.allSatisfy({ $0.map(condition) ?? true }) else { throw .undefined(reason: reason) }
    }

    /// Refuses values that a ratio cannot be taken of: below zero, and, where less is better and the value stands
    /// below the fraction line, at zero.
    ///
    /// - Throws: `undefined`.
    func requireRatioScale() throws(Normalisation.Failure) {
        if design.moreIsBetter {
            try require({ $0 >= 0 }, because: "a ratio needs values that are not negative")
        } else {
            try require({ $0 > 0 }, because: "a ratio where less is better needs values above zero")
        }
    }

    /// The number of units of the class that are strictly worse than each unit; nil where it is missing.
    ///
    /// - Throws: `constant` for a class without two different values.
    func worseInClass() throws(Normalisation.Failure) -> [Double?] {
        let reference = SortedCounts(try varyingReference())
        return reference.counts(of: oriented).map { $0.map { Double($0.below) } }
    }
}
