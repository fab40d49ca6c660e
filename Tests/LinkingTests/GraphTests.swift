import Diagnostics
import Linking
import Notes
import Testing

@Suite("Tags of a site")
struct TagsTests {
    private static func dump(_ site: Site) -> [String] {
        site.tags.all.map { tag in
            let notes = tag.notes.map { site.notes[Int($0)].path.string }.joined(separator: " ")
            return "\(tag.name) \(tag.route): \(notes)"
        }
    }

    @Test("are nested, and a tag has the notes of those in it")
    func nesting() {
        let site = site([
            "a.md": "#team/platform/eks", "b.md": "#Team #x", "c.md": "#team/platform #team/platform/eks",
        ])
        #expect(
            Self.dump(site) == [
                "team /tags/team/: a.md b.md c.md", "team/platform /tags/team/platform/: a.md c.md",
                "team/platform/eks /tags/team/platform/eks/: a.md c.md", "x /tags/x/: b.md",
            ])
        #expect(site.tags.all.map(\.parent) == [nil, 0, 1, nil])
        #expect(site.tags.all.map(\.children) == [[1], [2], [], []])
        #expect(site.tags.ofNote == [[2], [0, 3], [1, 2]])
    }

    @Test("are spelled as the first note writes them")
    func spelling() {
        #expect(site(["b.md": "#eks", "a.md": "#EKS"]).tags.all.map(\.name.spelling) == ["EKS"])
    }

    @Test("with one slug have routes of their own")
    func routes() {
        let site = site(["a.md": "---\ntags: [C, C++, C#, c-2, 'C!']\n---\n"])
        let routes = site.tags.all.map(\.route.string)
        #expect(routes.count == 5)
        #expect(Set(routes).count == 5)
        #expect(Set(routes).isSuperset(of: ["/tags/c/", "/tags/c-plus-plus/", "/tags/c-sharp/"]))
    }

    @Test("are found by name, in any case")
    func index() {
        let tags = site(["a.md": "#a #b/c"]).tags
        #expect(tags.index(of: TagName("B/C")) == 2)
        #expect(tags.index(of: TagName("b")) == 1)
        #expect(tags.index(of: TagName("d")) == nil)
    }

    @Test("of a site without any are none")
    func none() {
        #expect(site(["a.md": "x"]).tags.all.isEmpty)
    }
}

@Suite("Backlinks")
struct BacklinkTests {
    @Test("count each note once, in path order, and the note itself never")
    func once() {
        let site = site([
            "c.md": "[[a]] [x](a.md) [[a#no]]", "b.md": "text [[c]] ![[a]]", "a.md": "[[a]] [[#x]]",
        ])
        let links = site.notes.indices.map { index in
            site.backlinks[index].map { "\(site.notes[Int($0.note)].path) \($0.reference)" }
        }
        #expect(links == [["b.md 1", "c.md 0"], [], ["b.md 0"]])
    }
}

@Suite("Related notes")
struct RelatedTests {
    private static func related(_ path: String, in site: Site) -> [String] {
        site.notes.indices.filter { site.notes[$0].path.string == path }
            .flatMap { site.related.ofNote[$0].map { site.notes[Int($0)].path.string } }
    }

    @Test("a rare tag says more than a common one")
    func rareTag() {
        let site = site([
            "a.md": "#common #rare", "b.md": "#common", "c.md": "#common", "d.md": "#common", "z.md": "#rare",
        ])
        #expect(Self.related("a.md", in: site) == ["z.md", "b.md", "c.md", "d.md"])
    }

    @Test("links count, in both directions")
    func links() {
        let site = site(["a.md": "[[c]]", "b.md": "[[a]]", "c.md": "x", "d.md": "x"])
        #expect(Self.related("a.md", in: site) == ["b.md", "c.md"])
        #expect(Self.related("d.md", in: site) == [])
    }

    @Test("of equal notes the earlier ones come first, at most five")
    func limit() {
        let notes = (0..<9).map { note("#t", path: "n\($0).md") }
        let site = Site(linking: notes)
        #expect(Self.related("n4.md", in: site) == ["n0.md", "n1.md", "n2.md", "n3.md", "n5.md"])
        #expect(Self.related("n0.md", in: site) == ["n1.md", "n2.md", "n3.md", "n4.md", "n5.md"])
    }

    @Test("the best five of many are found, whatever their order")
    func bestOfMany() {
        var notes = (0..<40).map { note("#common", path: "n\(10 + $0).md") }
        notes += [
            note("#common #rare", path: "a.md"), note("#rare", path: "z.md"),
            note("#rare #common", path: "n30x.md"),
        ]
        #expect(
            Self.related("a.md", in: Site(linking: notes)) == [
                "n30x.md", "z.md", "n10.md", "n11.md", "n12.md",
            ])
    }
}

@Suite("Folders")
struct FolderTests {
    @Test("list their notes by order, title and path, without their own page")
    func order() throws {
        let site = site([
            "x/index.md": "# X", "x/a.md": "# Zebra", "x/b.md": "# Apple",
            "x/c.md": "---\norder: 2\n---\n# Last",
            "x/d.md": "---\norder: 1\n---\n# More", "x/e.md": "# Apple", "x/y/f.md": "# F", "g.md": "# G",
        ])
        let folder = try #require(site.folders.all.first { $0.path == "x" })
        #expect(
            folder.notes.map { site.notes[Int($0)].path.string } == [
                "x/d.md", "x/c.md", "x/b.md", "x/e.md", "x/a.md",
            ])
        #expect(folder.index.map { site.notes[Int($0)].path.string } == "x/index.md")
        #expect(folder.folders.map { site.folders.all[Int($0)].path } == ["x/y"])
        #expect(site.folders.all.first?.path == "")
        #expect(site.folders.all.first?.parent == nil)
    }

    @Test("there is a folder for each part of a path, parents first")
    func parents() {
        let site = site(["a/b/c/d.md": "x"])
        #expect(site.folders.all.map(\.path) == ["", "a", "a/b", "a/b/c"])
        #expect(site.folders.all.map(\.parent) == [nil, 0, 1, 2])
        #expect(site.routes.ofFolder.map(\.string) == ["/", "/a/", "/a/b/", "/a/b/c/"])
    }
}
