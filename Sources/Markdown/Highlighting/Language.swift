/// A language that code can be coloured in.
enum Language: UInt8, Sendable, CaseIterable {
    case bash, c, console, cpp, csharp, css, diff, dockerfile, go, graphql, hcl, html, ini, java, javascript,
        json
    case kotlin, make, markdown, nginx, proto, python, rust, sql, swift, toml, typescript, xml, yaml

    var grammar: Grammar {
        switch self {
        case .bash: .bash
        case .c: .c
        case .console: .console
        case .cpp: .cpp
        case .csharp: .csharp
        case .css: .css
        case .diff: .diff
        case .dockerfile: .dockerfile
        case .go: .go
        case .graphql: .graphql
        case .hcl: .hcl
        case .html: .html
        case .ini: .ini
        case .java: .java
        case .javascript: .javascript
        case .json: .json
        case .kotlin: .kotlin
        case .make: .make
        case .markdown: .markdown
        case .nginx: .nginx
        case .proto: .proto
        case .python: .python
        case .rust: .rust
        case .sql: .sql
        case .swift: .swift
        case .toml: .toml
        case .typescript: .typescript
        case .xml: .xml
        case .yaml: .yaml
        }
    }

    /// The language that a name in any letter case stands for.
    init?(named name: some Collection<UInt8>) {
        let name = name.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
        var low = 0
        var high = Self.names.count
        while low < high {
            let middle = (low + high) / 2
            let entry = Self.names[middle]
            if entry.name.utf8.elementsEqual(name) {
                self = entry.language
                return
            }
            if entry.name.utf8.lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
        }
        return nil
    }

    /// Every name, in the order of their bytes.
    static let names: [(name: String, language: Language)] = [
        ("avsc", .json), ("bash", .bash), ("bashrc", .bash), ("bazel", .python), ("bzl", .python),
        ("c", .c), ("c#", .csharp), ("c++", .cpp), ("cc", .cpp), ("cfg", .ini), ("cjs", .javascript),
        ("conf", .ini), ("console", .console), ("containerfile", .dockerfile), ("cpp", .cpp),
        ("cs", .csharp), ("csharp", .csharp), ("css", .css), ("cts", .typescript), ("cxx", .cpp),
        ("diff", .diff), ("docker", .dockerfile), ("dockerfile", .dockerfile), ("dotenv", .ini),
        ("env", .ini), ("geojson", .json), ("gnumakefile", .make), ("go", .go), ("golang", .go),
        ("gql", .graphql), ("graphql", .graphql), ("graphqls", .graphql), ("gyp", .python), ("h", .c),
        ("hcl", .hcl), ("hh", .cpp), ("hpp", .cpp), ("htm", .html), ("html", .html), ("hxx", .cpp),
        ("ini", .ini), ("java", .java), ("javascript", .javascript), ("js", .javascript), ("json", .json),
        ("json5", .json), ("jsonc", .json), ("jsonl", .json), ("jsx", .javascript), ("kotlin", .kotlin),
        ("ksh", .bash), ("kt", .kotlin), ("kts", .kotlin), ("make", .make), ("makefile", .make),
        ("markdown", .markdown), ("md", .markdown), ("mdx", .markdown), ("mjs", .javascript), ("mk", .make),
        ("mkd", .markdown), ("mts", .typescript), ("mysql", .sql), ("ndjson", .json), ("nginx", .nginx),
        ("nginxconf", .nginx), ("node", .javascript), ("opentofu", .hcl), ("packer", .hcl),
        ("patch", .diff), ("pgsql", .sql), ("plist", .xml), ("plpgsql", .sql), ("postgres", .sql),
        ("postgresql", .sql), ("properties", .ini), ("proto", .proto), ("proto2", .proto),
        ("proto3", .proto), ("protobuf", .proto), ("psql", .sql), ("py", .python), ("py3", .python),
        ("pyi", .python), ("python", .python), ("python3", .python), ("rs", .rust), ("rss", .xml),
        ("rust", .rust), ("scss", .css), ("sh", .bash), ("shell", .bash), ("shell-session", .console),
        ("shellscript", .bash), ("shellsession", .console), ("sql", .sql), ("sqlite", .sql),
        ("starlark", .python), ("svg", .xml), ("swift", .swift), ("systemd", .ini), ("terminal", .console),
        ("terraform", .hcl), ("tf", .hcl), ("tfvars", .hcl), ("tofu", .hcl), ("toml", .toml),
        ("ts", .typescript), ("tsx", .typescript), ("typescript", .typescript), ("udiff", .diff),
        ("wsdl", .xml), ("xhtml", .html), ("xml", .xml), ("xsd", .xml), ("xsl", .xml), ("xslt", .xml),
        ("yaml", .yaml), ("yml", .yaml), ("zsh", .bash),
    ]
}
