import Testing

@testable import Markdown

@Suite("CodeFence")
struct CodeFenceTests {
    @Test(
        "the first word names the language",
        arguments: [
            ("", "", nil), ("swift", "swift", .swift), ("Swift linenos", "Swift", .swift),
            ("PY", "PY", .python),
            ("c++", "c++", .cpp), ("c#", "c#", .csharp), ("{.python .wide}", "python", .python),
            (".yml", "yml", .yaml), ("js{1,3}", "js", .javascript), ("brainfuck", "brainfuck", nil),
            ("title=x", "", nil), ("{1-2}", "", nil), ("shell-session", "shell-session", .console),
            ("é", "é", nil), ("diff", "diff", .diff), ("  go", "go", .go),
        ] as [(String, String, Language?)])
    func language(info: String, name: String, language: Language?) {
        let fence = CodeFence(Array(info.utf8)[...])
        #expect(text(fence.name) == name)
        #expect(fence.language == language)
    }

    @Test(
        "a title stands in quotes or is one word",
        arguments: [
            ("go title=\"a b\"", "a b"), ("go title='a b' x", "a b"), ("go title=main.go", "main.go"),
            ("go file=\"x\"", "x"), ("go filename=cmd/x.go {1}", "cmd/x.go"), ("title=\"only\"", "only"),
            ("go title=\"open", "open"), ("go title", ""), ("go title=", ""), ("go titles=x", ""),
            ("go title=\"{1}\"", "{1}"),
        ])
    func title(info: String, title: String) {
        #expect(text(CodeFence(Array(info.utf8)[...]).title) == title)
    }

    @Test(
        "marks are in order and without overlap",
        arguments: [
            ("go {1}", [1...1]), ("go {3-5,1}", [1...1, 3...5]), ("go {1, 2, 4-3, 0, x, 7-}", [1...2]),
            ("go {1-3,2-6,7}", [1...7]), ("{2}", [2...2]), ("go{2} {9}", [2...2, 9...9]), ("go {", []),
            ("go {}", []), ("go {1-999999999}", [1...999_999_999]),
            ("go {5-99999999999999999999999999}", [5...999_999_999]), ("go {1,2", [1...2]), ("go {a}", []),
        ])
    func marks(info: String, marks: [ClosedRange<Int>]) {
        #expect(CodeFence(Array(info.utf8)[...]).marks == marks)
    }

    @Test(
        "changes can be shown in any language",
        arguments: [
            ("swift diff", .swift, true), ("diff swift", .swift, true), ("diff", .diff, false),
            ("diff unknown", .diff, false), ("unknown diff", nil, true), ("diff diff", .diff, true),
            ("diff js {1} go", .javascript, true), ("swift", .swift, false), ("swift diff=1", .swift, false),
        ] as [(String, Language?, Bool)])
    func changes(info: String, language: Language?, isDiff: Bool) {
        let fence = CodeFence(Array(info.utf8)[...])
        #expect(fence.language == language)
        #expect(fence.isDiff == isDiff)
    }

    @Test(
        "lines are numbered on demand",
        arguments: [
            ("go", nil), ("go linenos", 1), ("go linenos=40", 40), ("go showLineNumbers", 1),
            ("go showLineNumbers{7}", 7), ("go line-numbers=\"3\" {1}", 3), ("go LINENOS={5}", 5),
            ("go linenos=99999999999999999999", 999_999_999), ("{.go .numberLines}", 1),
        ] as [(String, Int?)])
    func numbers(info: String, first: Int?) {
        #expect(CodeFence(Array(info.utf8)[...]).firstNumber == first)
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
