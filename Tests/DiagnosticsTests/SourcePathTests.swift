import Diagnostics
import Testing

@Suite("SourcePath")
struct SourcePathTests {
    @Test(
        "a link resolves against the file's folder",
        arguments: [
            ("eks/irsa.md", "oidc.md", "eks/oidc.md"),
            ("eks/irsa.md", "./oidc.md", "eks/oidc.md"),
            ("eks/irsa.md", "../index.md", "index.md"),
            ("a/b/c.md", "../../d.md", "d.md"),
            ("a/b/c.md", "../x/../y.md", "a/y.md"),
            ("a/b/c.md", "/top.md", "top.md"),
            ("a/b/c.md", "/x/../top.md", "top.md"),
            ("a.md", "b.md", "b.md"),
            ("a/b.md", "..", ""),
            ("a/b.md", ".", "a"),
            ("a/b.md", "c//d.md", "a/c/d.md"),
            ("a/b.md", "c/", "a/c"),
            ("a/b.md", "...", "a/..."),
            ("a/b.md", "", "a"),
        ])
    func resolves(path: String, relative: String, expected: String) {
        #expect(SourcePath(path).resolving(relative)?.string == expected)
    }

    @Test(
        "a path that leads out of the content folder is none",
        arguments: [
            ("a.md", ".."), ("a.md", "../b.md"), ("a/b.md", "../../c.md"), ("a/b.md", "/../c.md"),
            ("a/b.md", "../../a/b.md"), ("a/b.md", "x/../../../y"),
        ])
    func leavesTheRoot(path: String, relative: String) {
        #expect(SourcePath(path).resolving(relative) == nil)
    }

    @Test(
        "folder, file name, stem and extension",
        arguments: [
            ("eks/irsa.md", "eks", "irsa.md", "irsa", "md"),
            ("irsa.MD", "", "irsa.MD", "irsa", "md"),
            ("a/b/c.tar.gz", "a/b", "c.tar.gz", "c.tar", "gz"),
            ("a/noextension", "a", "noextension", "noextension", ""),
            ("a.b/c", "a.b", "c", "c", ""),
            (".hidden", "", ".hidden", ".hidden", ""),
            ("a/.hidden.md", "a", ".hidden.md", ".hidden", "md"),
            ("dot.", "", "dot.", "dot", ""),
        ])
    func parts(path: String, folder: String, fileName: String, stem: String, fileExtension: String) {
        let path = SourcePath(path)
        #expect(path.folder == folder)
        #expect(path.fileName == fileName)
        #expect(path.stem == stem)
        #expect(path.fileExtension == fileExtension)
    }

    @Test("components are the names on the way")
    func components() {
        #expect(SourcePath("a/b/c.md").components == ["a", "b", "c.md"])
    }

    @Test(
        "a name is a title with its words parted and its capitals kept",
        arguments: [
            ("pod-identity", "Pod identity"), ("node_pool", "Node pool"), ("iOS", "iOS"),
            ("eBPF-maps", "eBPF maps"),
            ("größe", "Größe"), ("", ""),
        ])
    func title(name: String, expected: String) { #expect(SourcePath.title(ofName: name) == expected) }

    @Test(
        "notes are told by their names",
        arguments: [
            ("a.md", true), ("x/a.markdown", true), ("a.txt", false), ("md", false), ("a.md.bak", false),
            ("a.mdx", false), ("markdown", false), ("read.me", false), ("a.b.md", true), ("NOTES.MD", true),
            ("a.Markdown", true),
        ])
    func isMarkdown(path: String, expected: Bool) {
        #expect(SourcePath(path).isMarkdown == expected)
    }

    @Test(
        "pictures are told by their names", arguments: [("a.PNG", true), ("a.svg", true), ("a.pdf", false)])
    func isImage(path: String, expected: Bool) {
        #expect((SourcePath(path).media == .image) == expected)
    }

    @Test("paths are in byte order")
    func order() {
        let sorted = ["b.md", "a/z.md", "é.md", "B.md", "a.md", "a-b.md"].map { SourcePath($0) }.sorted()
        #expect(sorted.map(\.string) == ["B.md", "a-b.md", "a.md", "a/z.md", "b.md", "é.md"])
    }
}
