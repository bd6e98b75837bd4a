import Studies

/// The authors of a study, and where they work, as things of a crate.
struct CrateAuthors {
    let ids: [String]
    let things: [LinkedThing]

    init(_ authors: [Study.Publication.Author]) {
        var things: [LinkedThing] = []
        var affiliations: [String] = []
        ids = authors.enumerated().map { place, author in
            let id = author.orcid.map { "https://orcid.org/\($0)" } ?? "#author-\(place + 1)"
            var thing = LinkedThing(id, author.isOrganisation ? "Organization" : "Person")
            thing.set("name", .text(author.name))
            if let affiliation = author.affiliation {
                let known = affiliations.firstIndex(of: affiliation)
                if known == nil { affiliations.append(affiliation) }
                thing.set(
                    "affiliation", .thing("#affiliation-\((known ?? affiliations.count - 1) + 1)"))
            }
            things.append(thing)
            return id
        }
        self.things =
            things
            + affiliations.enumerated().map { place, name in
                LinkedThing("#affiliation-\(place + 1)", "Organization", properties: ["name": .text(name)])
            }
    }
}
