extension OutlierTreatment {
    /// Extreme values of skewed indicators pulled in to the next one; a logarithm or power where that does not help.
    public static let winsorise = OutlierTreatment(
        MethodDescription(
            id: "winsorise", title: "winsorised by skewness and kurtosis",
            formula:
                "while |skewness| >= s and kurtosis >= k, and fewer than n values are moved: the values at the end to which the class is skewed become the next one",
            domain: "any value; a class without skewness or kurtosis is left as it is",
            sources: ["becker2022coinr", "oecd2008handbook", "joanes1998comparing"],
            properties: [
                "keeps the order of values, up to ties",
                "skewness and excess kurtosis are G1 and G2 of Joanes and Gill (type 2)",
                "a class within the limits is not touched, nor one of which winsorising would leave a single value",
                "if moving n values is not enough, none is moved, and `otherwise` is applied to the values as they were: log-shifted is ln(x - min + 0.01 (max - min)), box-cox the power of x - min + 1",
                "units outside the class are clipped at an end at which the class was winsorised, and, under `otherwise`, at the class's minimum",
            ],
            denied: [
                "does not find outliers of an indicator that is not skewed",
                "tied values move together, so that more than n can be moved",
                "`otherwise` may leave the limits exceeded, and does nothing for a long tail of low values",
            ],
            test: "WinsoriseTests, COINrASEMTests",
            parameters: [
                MethodParameter(
                    "points", .number(1...1000), standard: .number(5),
                    meaning: "the number of moved values at which winsorising stops"),
                MethodParameter(
                    "skewness", .number(0...100), standard: .number(2),
                    meaning: "the absolute skewness below which a class passes"),
                MethodParameter(
                    "kurtosis", .number(-2...100), standard: .number(3.5),
                    meaning: "the excess kurtosis below which a class passes"),
                MethodParameter(
                    "otherwise", .word(["none", "log-shifted", "box-cox"]), standard: .word("log-shifted"),
                    meaning: "what is done if winsorising is not enough"),
                .optional(
                    "lambda", .number(-5...5), meaning: "the power of box-cox; needed there and nowhere else"),
            ],
            check: { arguments in
                if arguments.number("points") != arguments.number("points").rounded() {
                    return "points must be a whole number"
                }
                return (arguments.word("otherwise") == "box-cox") == (arguments["lambda"] != nil)
                    ? nil : "lambda is needed for otherwise box-cox, and only there"
            })
    ) { column, isReference, arguments in
        let limits = Winsorisation.Limits(
            points: Int(arguments.number("points")), skewness: arguments.number("skewness"),
            kurtosis: arguments.number("kurtosis"))
        let reference = zip(column, isReference).compactMap { $1 ? $0 : nil }
        let before = Moments(of: reference)
        if before.skewness == nil || before.kurtosis == nil {
            return (column, Report(action: "none: too few different values", before: before))
        }
        if limits.admit(before) {
            return (column, Report(action: "none needed", before: before))
        }
        let winsorised = Winsorisation(of: reference, limits: limits)
        // Every value tied with its neighbours, as in a column of zeros and few ones, has been moved.
        if winsorised.moments.skewness == nil || winsorised.moments.kurtosis == nil {
            return (column, Report(action: "none: winsorising would leave a single value", before: before))
        }
        if limits.admit(winsorised.moments) {
            return clipped(column, to: winsorised, before: before)
        }
        return otherwise(
            column, reference: reference, before: before, limits: limits, arguments: arguments)
    }

    private static func clipped(
        _ column: [Double?], to winsorised: Winsorisation, before: Moments
    ) -> (column: [Double?], report: Report) {
        let upper = winsorised.high > 0 ? winsorised.values.max() ?? .infinity : .infinity
        let lower = winsorised.low > 0 ? winsorised.values.min() ?? -.infinity : -.infinity
        let (high, low) = (winsorised.high, winsorised.low)
        let parts =
            (high > 0 ? ["\(high) high \(high == 1 ? "value" : "values")"] : [])
            + (low > 0 ? ["\(low) low \(low == 1 ? "value" : "values")"] : [])
        var report = Report(
            action: "\(parts.joined(separator: " and ")) winsorised", before: before,
            after: winsorised.moments)
        report.winsorisedHigh = high
        report.winsorisedLow = low
        return (
            column.map { $0.map { max(min($0, upper), lower) } }, report
        )
    }

    /// What is done to the values as they were when winsorising has failed.
    private static func otherwise(
        _ column: [Double?], reference: [Double], before: Moments, limits: Winsorisation.Limits,
        arguments: MethodArguments
    ) -> (column: [Double?], report: Report) {
        let failed = "moving \(limits.points) values was not enough"
        guard arguments.word("otherwise") != "none", let logarithm = ShiftedLogarithm(of: reference) else {
            return (column, Report(action: "none: \(failed)", before: before))
        }
        let isLogarithm = arguments.word("otherwise") == "log-shifted"
        let lambda = arguments.number("lambda")
        func treated(_ value: Double) -> Double {
            let clipped = max(value, logarithm.minimum)
            return isLogarithm
                ? logarithm(clipped) ?? value : boxCoxPower(clipped - logarithm.minimum + 1, lambda: lambda)
        }
        let after = Moments(of: reference.map(treated))
        let name = isLogarithm ? "log-shifted" : "box-cox \(short(lambda))"
        let remark = limits.admit(after) ? "" : ", and the limits are still exceeded"
        return (
            column.map { $0.map(treated) },
            Report(action: "\(name): \(failed)\(remark)", before: before, after: after)
        )
    }
}

extension OutlierTreatment.Report {
    init(action: String, before: Moments, after: Moments? = nil) {
        self.init(action: action)
        skewnessBefore = before.skewness
        kurtosisBefore = before.kurtosis
        skewnessAfter = after?.skewness
        kurtosisAfter = after?.kurtosis
    }
}
