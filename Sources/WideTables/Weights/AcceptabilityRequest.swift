import Diagnostics
import Scoring
import Uncertainty

/// How often weights are to be drawn, and which weights are possible.
public struct AcceptabilityRequest: Sendable {
    public let draws: Int
    public let seed: UInt64
    /// Nil for nested where indicators stand in groups, else flat.
    public let shape: WeightShape?
    public let orders: [WeightOrder]
    public let intervals: [WeightInterval]

    /// - Throws: `Diagnostic` (wrong argument) for fewer than 2 or more than 10,000,000 draws.
    public init(
        draws: Int, seed: UInt64, shape: WeightShape? = nil, orders: [WeightOrder] = [],
        intervals: [WeightInterval] = []
    ) throws(Diagnostic) {
        guard (2...10_000_000).contains(draws) else {
            throw Diagnostic(
                .wrongArgument, rule: "--smaa must be a number from 2 to 10000000", found: "\(draws)")
        }
        self.draws = draws
        self.seed = seed
        self.shape = shape
        self.orders = orders
        self.intervals = intervals
    }

    /// The shape that is used on a tree.
    func shape(on hierarchy: Hierarchy) -> WeightShape {
        shape ?? (hierarchy.levels.count > 1 ? .nested : .flat)
    }

    /// The weights that are possible on a tree.
    ///
    /// - Throws: `Diagnostic` (wrong argument) for a name that is neither an indicator nor a group, constraints that
    ///   do not stand among siblings in a nested space, or ones that no weights keep.
    func space(on hierarchy: Hierarchy) throws(Diagnostic) -> WeightSpace {
        var constraints: [WeightConstraint] = []
        for order in orders { constraints.append(try order.constraint(on: hierarchy)) }
        for interval in intervals { constraints.append(try interval.constraint(on: hierarchy)) }
        do throws(WeightFailure) {
            return try WeightSpace(
                hierarchy, shape: shape(on: hierarchy) == .nested ? .nested : .flat, constraints: constraints)
        } catch {
            if case .solverStopped = error { throw Diagnostic(.internalFailure, rule: error.description) }
            throw Diagnostic(.wrongArgument, rule: error.description)
        }
    }
}

/// On what weights are drawn uniformly.
public enum WeightShape: String, Sendable, CaseIterable {
    /// The simplex of all indicators.
    case flat
    /// The simplex of the topmost groups, and independently that of each group's members.
    case nested
}
