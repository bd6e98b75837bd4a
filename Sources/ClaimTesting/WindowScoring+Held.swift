import DyadicModels

extension WindowScoring {
    /// The same with the window values of some indicators made once.
    func holding(_ ids: [String]) -> WindowScoring {
        var result = self
        for id in ids {
            guard held[id] == nil, let source = panel[indicator: id] else { continue }
            result.held[id] = source.values(
                in: window.years, dyads: panel.dyads, referenceClass: claim.referenceClass,
                minimumYears: minimumYears, undetermined: undetermined)
        }
        return result
    }

    /// The same with rows of undetermined dates counted otherwise.
    func counting(_ rows: UndeterminedRows) -> WindowScoring {
        guard rows != undetermined else { return self }
        var result = self
        result.undetermined = rows
        for id in held.keys where isDated(id) { result.held[id] = nil }
        return result
    }
}
