extension Normalisation {
    /// The way from the worst goalpost to the best, mapped onto [lower, upper], capped there if asked for.
    public static let goalposts = Normalisation(
        MethodDescription(
            id: "goalposts", title: "between goalposts",
            formula:
                "lower + (upper - lower) (x - worst) / (best - worst), held inside [lower, upper] if capped",
            domain:
                "indicators with goalposts, given in the transformed scale and in the indicator's direction",
            sources: ["undp2001hdr", "oecd2008handbook"],
            properties: [
                "a unit's score does not depend on the other units",
                "an affine function of the value between the goalposts", "capped: lies in [lower, upper]",
            ],
            denied: [
                "capped: values beyond a goalpost are no longer told apart",
                "uncapped: is not bounded",
            ],
            test: "HumanDevelopmentReport2001Tests",
            parameters: [
                MethodParameter(
                    "range", .numbers(-1e6...1e6, count: 2), standard: .numbers([0, 1]),
                    meaning: "the scores of the worst and the best goalpost"),
                MethodParameter(
                    "caps", .word(["on", "off"]), standard: .word("on"),
                    meaning: "whether values beyond a goalpost count as the goalpost"),
            ],
            check: {
                let range = $0.numbers("range")
                return range[1] - range[0] >= 1e-3
                    ? nil : "the lower end must be at least 0.001 below the upper one"
            }),
        scale: { arguments in
            let range = arguments.numbers("range")
            let ends: Set<ScaleProperty> = range == [70, 130] ? [.seventyTo130] : []
            guard arguments.word("caps") == "on" else { return ends.union([.interval]) }
            return ends.union((range[0] > 0 ? [.positive] : []) + (range[0] >= 0 ? [.notNegative] : []))
        },
        apply: { (input, arguments) throws(Failure) in
            guard let posts = input.design.goalposts else {
                throw .undefined(reason: "it has no goalposts")
            }
            guard (posts.best > posts.worst) == input.design.moreIsBetter else {
                throw .undefined(
                    reason: input.design.moreIsBetter
                        ? "more is better, but its best goalpost is below its worst"
                        : "less is better, but its best goalpost is above its worst")
            }
            let range = arguments.numbers("range")
            let isCapped = arguments.word("caps") == "on"
            return input.column.map {
                $0.map { value in
                    let share = (value - posts.worst) / (posts.best - posts.worst)
                    let held = isCapped ? min(max(share, 0), 1) : share
                    return range[0] + (range[1] - range[0]) * held
                }
            }
        })
}
