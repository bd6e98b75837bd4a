/// The value nearest to the current one at which something changes, if there is one within reach.
///
/// Upward the search doubles its step until the condition holds and gives up beyond 10,000 times the largest value
/// of the class; downward it ends at zero. Inside the bracket it halves, to six digits, or to the whole number.
struct ThresholdSearch {
    let current: Double
    /// The largest value of the class.
    let highest: Double
    let goesUp: Bool
    /// Whether the value is 0 or 1.
    let isBounded: Bool
    let isWhole: Bool
    let isReached: (Double) -> Bool

    /// Nil when no value within reach is enough. Assumes that the condition, once it holds, holds further out.
    var value: Double? {
        guard let (near, far) = bracket else { return nil }
        var (without, with) = (near, far)
        while isWhole ? abs(with - without) > 1 : abs(with - without) > 1e-7 * max(abs(with), abs(without)) {
            var middle = (without + with) / 2
            if isWhole { middle.round(.down) }
            if isReached(middle) { with = middle } else { without = middle }
        }
        return with
    }

    /// A value at which it does not hold, and one further out at which it does.
    private var bracket: (near: Double, far: Double)? {
        if isBounded {
            let other = goesUp ? 1.0 : 0
            return other != current && isReached(other) ? (current, other) : nil
        }
        if !goesUp { return current > 0 && isReached(0) ? (current, 0) : nil }
        var near = current
        var step = isWhole ? 1 : max(highest, abs(current)) / 64
        guard step > 0 else { return nil }
        while near + step <= max(1, highest) * 10_000 {
            if isReached(near + step) { return (near, near + step) }
            near += step
            step *= 2
        }
        return nil
    }
}
