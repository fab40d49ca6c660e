import Testing
import Writers

/// What a writer has written.
private func string(isPretty: Bool = false, _ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(isPretty: isPretty)
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
}

@Suite("JSONWriter")
struct JSONWriterTests {
    @Test("compact output has commas between values and no white space")
    func compact() {
        let text = string { json in
            json.object { json in
                json.field("title", "IRSA")
                json.field("count", 3)
                json.array("tags") { json in
                    json.value("a")
                    json.value("b")
                }
                json.object("empty") { _ in }
                json.array("none") { _ in }
                json.field("last", "x")
            }
        }
        #expect(text == #"{"title":"IRSA","count":3,"tags":["a","b"],"empty":{},"none":[],"last":"x"}"#)
    }

    @Test("pretty output has a line for each value and two spaces a level")
    func pretty() {
        let text = string(isPretty: true) { json in
            json.object { json in
                json.field("a", 1)
                json.array("b") { json in
                    json.object { json in json.field("c", "d") }
                    json.object { _ in }
                }
            }
        }
        #expect(
            text == """
                {
                  "a": 1,
                  "b": [
                    {
                      "c": "d"
                    },
                    {}
                  ]
                }
                """)
    }

    @Test("arrays nest in arrays")
    func nestedArrays() {
        let text = string { json in
            json.array { json in
                json.array { json in json.value("a") }
                json.array { json in json.array { _ in } }
                json.value("b")
            }
        }
        #expect(text == #"[["a"],[[]],"b"]"#)
    }

    @Test(
        "strings are escaped as RFC 8259 asks",
        arguments: [
            ("", #""""#),
            ("a\"b", #""a\"b""#),
            ("a\\b", #""a\\b""#),
            ("a\nb", #""a\nb""#),
            ("a\tb", #""a\tb""#),
            ("a\rb", #""a\rb""#),
            ("\u{0}\u{8}\u{1F}", #""\u0000\u0008\u001F""#),
            ("\u{7F}/", "\"\u{7F}/\""),
            ("é日本😀", #""é日本😀""#),
        ])
    func escapes(value: String, expected: String) {
        #expect(string { $0.value(value) } == expected)
        #expect(string { json in json.object { $0.field(value, "v") } } == "{\(expected):\"v\"}")
    }

    @Test("a missing value is null, a present one is quoted")
    func optionals() {
        let present: String? = "x"
        let missing: String? = nil
        let text = string { json in
            json.object { json in
                json.field("a", present)
                json.field("b", missing)
                json.field("c", "y")
            }
        }
        #expect(text == #"{"a":"x","b":null,"c":"y"}"#)
    }

    @Test("a sequence of strings is an array")
    func sequences() {
        let text = string { json in
            json.object { json in
                json.field("a", ["x", "y"])
                json.field("b", [String]())
            }
        }
        #expect(text == #"{"a":["x","y"],"b":[]}"#)
    }

    @Test("numbers are written in full", arguments: [(0, "0"), (-7, "-7"), (Int.max, "9223372036854775807")])
    func numbers(number: Int, expected: String) {
        #expect(string { json in json.object { $0.field("n", number) } } == "{\"n\":\(expected)}")
    }
}
