import Tabular

/// A coordinate with at most two decimals: a hundredth of a point is finer than any printer.
func coordinate(_ value: Double) -> String {
    var text = formatted(value, decimals: 2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
}
