import Testing
import Writers

@testable import Markdown

/// Code as the tests look at it.
enum Highlighted {
    /// A block's HTML.
    static func html(_ code: String, _ info: String, _ attributes: Markup = Markup()) -> String {
        String(decoding: html(Array(code.utf8), info, attributes), as: UTF8.self)
    }

    static func html(_ code: [UInt8], _ info: String, _ attributes: Markup = Markup()) -> [UInt8] {
        var html = Markup()
        CodeBlock.append(code[...], info: Array(info.utf8)[...], attributes: attributes, to: &html)
        return html.bytes
    }

    /// Code with its tokens marked: `⟨k let⟩ x`, with the letter of the class.
    static func marked(_ code: String, _ language: Language) -> String {
        let bytes = Array(code.utf8)
        var text = ""
        var start = 0
        var last = TokenKind.plain
        for run in bytes.withUnsafeBufferPointer({ Lexer.runs(of: $0, as: language) }) {
            if run.kind != last {
                if last != .plain { text += "⟩" }
                if run.kind != .plain { text += "⟨\(letter(run.kind)) " }
                last = run.kind
            }
            text += String(decoding: bytes[start..<run.end], as: UTF8.self)
            start = run.end
        }
        return last == .plain ? text : text + "⟩"
    }

    /// The code itself.
    static func unmarked(_ marked: String) -> String {
        var code = ""
        var letters = 0
        for character in marked {
            if character == "⟨" {
                letters = 2
            } else if letters > 0 {
                letters -= 1
            } else if character != "⟩" {
                code.append(character)
            }
        }
        return code
    }

    private static func letter(_ kind: TokenKind) -> Character {
        kind.startTag.description.dropLast(2).last ?? "?"
    }
}

@Suite("Highlighting: tokens")
struct HighlightingTokenTests {
    /// Code of each language, its tokens marked.
    static let examples: [(Language, String)] = [
        (
            .swift,
            ##"⟨m @main⟩ ⟨k struct⟩ ⟨t A⟩ { ⟨k let⟩ x = ⟨s "a ⟩⟨e \(⟩⟨f b⟩(⟨s "c"⟩)⟨e )⟩⟨s  ⟩⟨e \n⟩⟨s "⟩ } ⟨c // d⟩"##
        ),
        (
            .swift,
            ##"⟨k let⟩ r = ⟨s #"a \n ⟩⟨e \#(⟩x⟨e )⟩⟨s "#⟩; ⟨c /* a /* b */ c */⟩ ⟨f foo⟩(⟨n 0x1F⟩)"##
        ),
        (
            .swift,
            ##"⟨k func⟩ ⟨f f⟩<⟨t T⟩>(_ x: ⟨t Int⟩...) -> ⟨t T⟩? { .⟨f init⟩(⟨b self⟩.default) }"##
        ),
        (
            .python,
            ##"""
            ⟨m @app.get⟩(⟨s "/"⟩)
            ⟨k async⟩ ⟨k def⟩ ⟨f f⟩(⟨b self⟩, x: ⟨t int⟩ = ⟨n 1_000⟩) -> ⟨t str⟩: ⟨k return⟩ ⟨s f"⟩⟨e {⟩x!r⟨e }⟩⟨s  ⟩⟨e {{⟩⟨s y⟩⟨e }}⟩⟨s  ⟩⟨e {⟩d[⟨s "k"⟩]⟨e }⟩⟨s "⟩ ⟨c # c⟩
            """##
        ),
        (
            .python,
            ##"""
            x = ⟨s rb"\d\""⟩ + ⟨s """a
            b"""⟩ ⟨k if⟩ ⟨b None⟩ ⟨k else⟩ ⟨b MAX⟩
            """##
        ),
        (
            .rust,
            ##"⟨m #[derive(Debug)]⟩ ⟨k fn⟩ ⟨f f⟩<⟨v 'a⟩>(c: &⟨v 'a⟩ ⟨t str⟩) { ⟨m println⟩!(⟨s "{}"⟩, ⟨s 'x'⟩, ⟨s '\n'⟩, ⟨s r#"a"b"#⟩, ⟨s b"z"⟩, ⟨n 1u8⟩) } ⟨c /* /* */ */⟩"##
        ),
        (
            .go,
            ##"⟨k func⟩ (s *T) ⟨f Run⟩(n ⟨t int⟩) { s.⟨f go⟩(⟨s `a\n`⟩, ⟨s "b⟩⟨e \n⟩⟨s "⟩, ⟨s 'c'⟩, ⟨b nil⟩) } ⟨c // d⟩"##
        ),
        (
            .c,
            ##"""
            ⟨m #include ⟩⟨s <stdio.h>⟩⟨m  ⟩⟨c // c⟩
            ⟨m #define A(x) ⟩⟨e \
            ⟩⟨m   x⟩
            ⟨t int⟩ ⟨f main⟩(⟨t void⟩) { ⟨k return⟩ ⟨b NULL⟩ == ⟨n 0x1Fu⟩; }
            """##
        ),
        (
            .cpp,
            ##"⟨k auto⟩ s = ⟨s R"x(a )" b)x"⟩; ⟨t int⟩ n = ⟨n 1'000⟩; ⟨k class⟩ ⟨t Foo⟩ : ⟨t Bar⟩ {};"##
        ),
        (
            .java,
            ##"""
            ⟨m @Override⟩ ⟨k public⟩ ⟨k final⟩ ⟨k class⟩ ⟨t A⟩ { ⟨t String⟩ s = ⟨s """
             a "b"
             """⟩; ⟨t int⟩ ⟨b MAX_X⟩ = ⟨n 10L⟩; }
            """##
        ),
        (
            .kotlin,
            ##"⟨k fun⟩ ⟨f hi⟩(n: ⟨t Int⟩) = ⟨s "Hi ⟩⟨v $n⟩⟨s  ⟩⟨e ${⟩n + ⟨n 1⟩⟨e }⟩⟨s "⟩ ⟨c /* /* */ */⟩"##
        ),
        (
            .csharp,
            ##"⟨k var⟩ s = ⟨s $"a ⟩⟨e {⟩b⟨e }⟩⟨s  ⟩⟨e {{⟩⟨s c⟩⟨e }}⟩⟨s "⟩; ⟨k class⟩ ⟨t Foo⟩ { ⟨t int⟩ ⟨t N⟩ => ⟨n 1⟩; }"##
        ),
        (
            .javascript,
            ##"⟨k const⟩ r = a / b; r = ⟨e /[/]\d/⟩g; ⟨s `x ⟩⟨e ${⟩⟨f y⟩({⟨a z⟩: ⟨s `⟩⟨e ${⟩⟨n 1⟩⟨e }⟩⟨s `⟩})⟨e }⟩⟨s  ⟩⟨e \n⟩⟨s `⟩; ⟨k return⟩ ⟨e /=/⟩"##
        ),
        (
            .javascript,
            ##"⟨k return⟩ <⟨t A⟩ b=⟨s "c"⟩ />; { ⟨a "k"⟩: ⟨n 1⟩, ⟨a 'l'⟩: ⟨b true⟩ }"##
        ),
        (
            .typescript,
            ##"⟨k interface⟩ ⟨t A⟩ { b?: ⟨t string⟩ } ⟨m @D⟩() ⟨k class⟩ ⟨t B⟩ ⟨k extends⟩ ⟨t C⟩ {}"##
        ),
        (
            .json,
            ##"{⟨a "a⟩⟨e \n⟩⟨a "⟩: ⟨s "b"⟩, ⟨a "c"⟩ : [⟨n 1.5e3⟩, ⟨b true⟩, ⟨b null⟩], ⟨a d⟩: ⟨s 'e'⟩} ⟨c // f⟩"##
        ),
        (
            .yaml,
            ##"""
            ⟨a a⟩: ⟨v &x⟩ ⟨s b⟩ ⟨c # c⟩
            ⟨a "d"⟩: [⟨n 1⟩, ⟨b true⟩, {⟨a e⟩: ⟨s f⟩}]
            - ⟨t !T⟩ ⟨a g⟩: ⟨k |⟩
            ⟨s     h: i

            ⟩  ⟨a j⟩: ⟨s http://k:1/⟩
              ⟨a l⟩: ⟨v *x⟩
            """##
        ),
        (
            .yaml,
            ##"""
            ⟨a image⟩: ⟨s nginx:1.27⟩
            ⟨a v⟩: ⟨v {{ .Values.x }}⟩
            ⟨m ---⟩
            ⟨a n⟩: ⟨n -1.5⟩
            """##
        ),
        (
            .toml,
            ##"""
            ⟨h [a.b]⟩ ⟨c # c⟩
            ⟨a d⟩ = ⟨n 1979-05-27T07:32:00Z⟩
            ⟨a e.f⟩ = { ⟨a g⟩ = ⟨s 'h'⟩, ⟨a i⟩ = ⟨s "j⟩⟨e \n⟩⟨s "⟩ }
            """##
        ),
        (
            .ini,
            ##"""
            ⟨c ; a⟩
            ⟨h [b]⟩
            ⟨a c.d⟩ = ⟨s "e"⟩
            ⟨a PORT⟩=⟨n 80⟩
            """##
        ),
        (
            .hcl,
            ##"""
            ⟨k resource⟩ ⟨s "a"⟩ ⟨s "b"⟩ { ⟨a c⟩ = ⟨s "⟩⟨e ${⟩⟨v var⟩.d⟨e }⟩⟨s -⟩⟨e %{⟩ ⟨k if⟩ e ⟨e }⟩⟨s f"⟩ ⟨c # g⟩
            ⟨a h⟩ = ⟨f upper⟩(⟨e <<-X⟩
            ⟨s   i ⟩⟨e ${⟩j⟨e }⟩⟨s 
            ⟩⟨m   X⟩
            ) }
            """##
        ),
        (
            .dockerfile,
            ##"""
            ⟨c # a⟩
            ⟨k FROM⟩ x:1 ⟨k AS⟩ y
            ⟨k ENV⟩ ⟨a P⟩=⟨s "a:⟩⟨v ${P}⟩⟨s "⟩ ⟨a Q⟩=⟨v $R⟩
            ⟨k CMD⟩ [⟨s "a"⟩, ⟨s "b"⟩]
            """##
        ),
        (
            .bash,
            ##"⟨b export⟩ ⟨v A⟩=b; ⟨v C⟩=⟨v $D⟩ ⟨f ls⟩ ⟨a -l⟩ ⟨a --all⟩ ⟨s "x ⟩⟨e $(⟩⟨b pwd⟩⟨e )⟩⟨s  ⟩⟨v ${E:-f}⟩⟨s "⟩ ⟨s 'g'⟩ | ⟨b sudo⟩ ⟨f rm⟩ ⟨c # h⟩"##
        ),
        (
            .bash,
            ##"""
            ⟨k if⟩ [[ ⟨a -z⟩ ⟨v $1⟩ ]]; ⟨k then⟩ ⟨b echo⟩ ⟨s "a"⟩ >&⟨n 2⟩; ⟨k fi⟩
            ⟨f cat⟩ ⟨e <<'X'⟩ <<<x
            ⟨s $a
            ⟩⟨m X⟩
            """##
        ),
        (
            .console,
            ##"""
            ⟨p $⟩ ⟨f ls⟩ ⟨a -l⟩ ⟨e \
            ⟩  ⟨a -a⟩⟨o 
            out $ put
            ⟩⟨p me@host:~#⟩ ⟨f id⟩
            """##
        ),
        (
            .make,
            ##"""
            ⟨v A⟩ := ⟨v $(B)⟩ ⟨c # c⟩
            ⟨m .PHONY⟩: all
            ⟨f all⟩: x.o
            	@cc ⟨a -o⟩ ⟨v $@⟩ ⟨s "⟩⟨v $<⟩⟨s "⟩
            ⟨k ifdef⟩ A
            """##
        ),
        (
            .sql,
            ##"""
            ⟨k SELECT⟩ ⟨f count⟩(*), ⟨s 'a''b'⟩ ⟨k FROM⟩ ⟨s "t"⟩ ⟨c -- c⟩
            ⟨k where⟩ x = ⟨v $1⟩ ⟨k and⟩ Y ⟨k is⟩ ⟨k NOT⟩ ⟨b NULL⟩
            """##
        ),
        (
            .css,
            ##"⟨c /* a */⟩ ⟨g .b⟩ > ⟨g c⟩⟨k :hover⟩ { ⟨v --d⟩: ⟨n #fff⟩; ⟨a e⟩: ⟨n 1.5rem⟩ ⟨s url(data:x;y)⟩ ⟨k !important⟩ } ⟨k @media⟩ (⟨a f⟩: ⟨n 1px⟩) { ⟨g g⟩ { ⟨a h⟩: ⟨s "}"⟩ } }"##
        ),
        (
            .html,
            ##"⟨c <!-- a -->⟩⟨g <p⟩ ⟨a class⟩=⟨s "b"⟩ ⟨a c⟩⟨g >⟩d ⟨e &amp;⟩ e⟨g </p><script>⟩⟨k let⟩ x = ⟨s "</p>"⟩⟨g </script><STYLE>a⟩{⟨a b⟩:⟨n 1px⟩}⟨g </STYLE>⟩"##
        ),
        (
            .xml,
            ##"⟨m <?⟩⟨a xml⟩ ⟨a version⟩=⟨s "1.0"⟩⟨m ?>⟩⟨g <a:b⟩ ⟨a c⟩=⟨s 'd'⟩⟨g >⟩⟨s <![CDATA[<e>]]>⟩⟨g </a:b>⟩"##
        ),
        (
            .diff,
            ##"""
            ⟨h --- a⟩
            ⟨h +++ b⟩
            ⟨m @@ -1 +1 @@⟩
            ⟨d -c⟩
            ⟨i +d⟩
             e
            """##
        ),
        (
            .markdown,
            ##"""
            ⟨m ---⟩
            ⟨a a⟩: ⟨n 1⟩
            ⟨m ---⟩
            ⟨h # b⟩
            ⟨s `c`⟩ [d⟨s ](e)⟩ ⟨v [[f]]⟩ ⟨a #g⟩
            ⟨m ```json⟩
            {⟨a "h"⟩: ⟨n 1⟩}
            ⟨m ```⟩
            ⟨k - ⟩i
            """##
        ),
        (
            .proto,
            ##"⟨k message⟩ ⟨t A⟩ { ⟨k repeated⟩ ⟨t B⟩ c = ⟨n 1⟩; } ⟨c // d⟩"##
        ),
        (
            .graphql,
            ##"⟨k query⟩ ⟨f A⟩(⟨v $b⟩: ⟨t ID⟩!) { ⟨f c⟩(⟨a d⟩: ⟨v $b⟩) ⟨m @e⟩ }"##
        ),
        (
            .nginx,
            ##"""
            ⟨k server⟩ { ⟨k listen⟩ ⟨n 80⟩; ⟨k location⟩ ⟨e ~ \.php$ ⟩{ ⟨k root⟩ ⟨v $a⟩/b; } } ⟨c # c⟩

            """##
        ),
    ]

    @Test("code falls into tokens", arguments: examples)
    func tokens(language: Language, expected: String) {
        #expect(Highlighted.marked(Highlighted.unmarked(expected), language) == expected)
    }

    @Test("every language has an example", arguments: Language.allCases)
    func coverage(language: Language) {
        #expect(Self.examples.contains { $0.0 == language })
    }
}
