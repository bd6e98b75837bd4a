import References

/// A publication that a study cites, as a thing of a crate.
struct CrateWork {
    let id: String
    let thing: LinkedThing

    /// Keys are unique and addresses are not: several works may stand at one.
    init(_ reference: Reference) {
        id = "#work-\(reference.key)"
        var thing = LinkedThing(id, reference.kind == "article" ? "ScholarlyArticle" : "CreativeWork")
        thing.set("name", .text(reference["title"] ?? reference.key))
        thing.set("creditText", .text(reference.formatted.text))
        thing.set("url", reference.link.map(LinkedValue.text))
        if Int(reference.year) != nil { thing.set("datePublished", .text(reference.year)) }
        self.thing = thing
    }
}
