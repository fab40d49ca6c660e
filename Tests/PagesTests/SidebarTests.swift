import Linking
import Notes
import Pages
import Testing

/// The section of a page, a line for each item: how it may unfold, its title, its address; `*` marks the page itself.
private func sidebar(_ path: String, of site: Site) throws -> [String] {
    let page = try page(path, of: site)
    let section = all(between: "<nav class=\"sidebar\"", and: "</nav>", in: page).joined()
    return all(between: "<li", and: "</a>", in: section).map { item in
        let kind = item.hasPrefix(" class") ? all(between: "class=\"", and: "\"", in: item)[0] + " " : ""
        let address = all(between: "href=\"", and: "\"", in: item)[0]
        let title = item.split(separator: ">").last.map(String.init) ?? ""
        return "\(kind)\(title) \(address)" + (item.contains("aria-current=\"page\"") ? " *" : "")
    }
}

private let tree = site([
    "index.md": "# Start", "about.md": "# About", "a/one.md": "# One", "a/b/index.md": "# Bees",
    "a/b/two.md": "# Two", "a/b/c/index.md": "# Alone", "a/d/three.md": "# Three", "e/four.md": "# Four",
])

@Suite("The section beside a page")
struct SidebarTests {
    @Test("has the way down, the folders beside it, and what the page's folder holds")
    func way() throws {
        #expect(
            try sidebar("a/b/two/index.html", of: tree) == [
                "folder way Home ../../../", "folder way A ../../", "here Bees ../", "Two ./ *",
                "Alone ../c/",
                "folder D ../../d/", "folder E ../../../e/",
            ])
        #expect(
            try sidebar("a/b/index.html", of: tree) == [
                "folder way Home ../../", "folder way A ../", "here Bees ./ *", "Two two/", "Alone c/",
                "folder D ../d/", "folder E ../../e/",
            ])
    }

    @Test("marks a folder's page that no note makes, and the home page")
    func folderPages() throws {
        #expect(
            try sidebar("a/index.html", of: tree) == [
                "folder way Home ../", "here A ./ *", "One one/", "folder Bees b/", "folder D d/",
                "folder E ../e/",
            ])
        #expect(
            try sidebar("index.html", of: tree) == [
                "here Home ./ *", "About about/", "folder A a/", "folder E e/",
            ])
    }

    @Test("unfolds nothing of a folder that is there whole")
    func whole() throws {
        let site = site(["a/one.md": "# One", "b/two.md": "# Two"])
        #expect(
            try sidebar("a/one/index.html", of: site) == [
                "here Home ../../", "here A ../", "One ./ *", "folder B ../../b/",
            ])
    }

    @Test("does not grow with the site")
    func bounded() throws {
        let notes = (100..<300).flatMap { folder in
            (100..<103).map { note("# N\($0)", path: "f\(folder)/n\($0).md") }
        }
        let items = try sidebar("f150/n101/index.html", of: Site(linking: notes))
        #expect(
            items == [
                "folder way Home ../../", "here F150 ../", "N100 ../n100/", "N101 ./ *", "N102 ../n102/",
            ])
    }

    @Test("pages and listings grow in step with the folders")
    func linear() {
        let sizes = [100, 400].map { count in
            pages(Site(linking: (0..<count).map { note("# N\(1000 + $0)", path: "f\(1000 + $0)/n.md") }))
                .values.reduce(0) { $0 + $1.utf8.count }
        }
        #expect(sizes[1] < sizes[0] * 42 / 10, "\(sizes)")
    }

    @Test("loads its script only where there is something to unfold")
    func script() throws {
        let flat = try page("a/index.html", of: site(["a.md": "# A", "b.md": "# B"]))
        #expect(flat.contains("class=\"sidebar\"") && !flat.contains("/tree."))
        #expect(try page("a/b/two/index.html", of: tree).contains("_waymark/tree."))
    }
}

@Suite("What a folder holds, as a script")
struct FolderListingTests {
    @Test("tells notes, folders that unfold, and folders that are a page")
    func listing() throws {
        #expect(
            try page("_waymark/tree/a/index.js", of: tree)
                == "waymark.folder({\"notes\":[[\"One\",\"one/\"]],"
                + "\"folders\":[[\"Bees\",\"b/\"],[\"D\",\"d/\"]],\"pages\":[]});\n")
        #expect(
            try page("_waymark/tree/a/b/index.js", of: tree)
                == "waymark.folder({\"notes\":[[\"Two\",\"two/\"]],\"folders\":[],\"pages\":[[\"Alone\",\"c/\"]]});\n"
        )
        #expect(pages(tree)["_waymark/tree/a/b/c/index.js"] == nil)
    }

    @Test("names index.html where links are for files")
    func files() throws {
        let site = site(["a/one.md": "# One"]) { $0.links = .file }
        #expect(try page("_waymark/tree/a/index.js", of: site).contains("[\"One\",\"one/index.html\"]"))
    }

    @Test("of two folders with one address, the first has it")
    func oneAddress() throws {
        let site = site(["A/one.md": "# One", "a/two.md": "# Two"])
        #expect(
            site.pageModels(Theme(site.configuration)).paths.count { $0.string == "_waymark/tree/a/index.js" }
                == 1)
        #expect(try page("_waymark/tree/a/index.js", of: site).contains("One"))
    }

    @Test("is bounded, and says how many notes there are")
    func bounded() throws {
        let notes = (1000..<1250).map { note("# N\($0)", path: "x/n\($0).md") }
        let listing = try page("_waymark/tree/x/index.js", of: Site(linking: notes))
        #expect(all(between: "[\"N1", and: "]", in: listing).count == 100)
        #expect(listing.contains("\"all\":\"All 250 notes\""))
    }

    @Test("there is none in a site without folders")
    func flat() {
        #expect(pages(site(["a.md": "# A"])).keys.allSatisfy { !$0.hasPrefix("_waymark/tree/") })
    }
}
