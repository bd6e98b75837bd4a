/// The table of importers: one row a source.
public enum SourceImporters {
    public static let all: [any SourceImporter] = [
        StatesImporter(),
        CapitalsImporter(),
        ICEWSImporter(),
        GDELTImporter(),
        EmbassiesImporter(),
        DiplomaticExchangeImporter(),
        AirRoutesImporter(),
        TreatyImporter.ieadb,
        TreatyImporter.ggo,
        TreatyImporter.desta,
        AllianceImporter(),
        InvestmentTreatiesImporter(),
        JointIGOImporter(),
        JointProjectsImporter(),
        GasPipelinesImporter(),
        StatedTotalsImporter(),
        TradeImporter(),
        COWTradeImporter(),
        ITPDImporter(),
        WorldBankImporter.gdp,
        WorldBankImporter.population,
        DistanceImporter(),
        ContiguityImporter(),
        MinimumDistanceImporter(),
    ]

    /// The importer of this name.
    public static func named(_ id: String) -> (any SourceImporter)? { all.first { $0.id == id } }
}
