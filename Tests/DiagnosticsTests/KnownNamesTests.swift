import Diagnostics
import Testing

@Suite("Known names")
struct KnownNamesTests {
    private let names = KnownNames(["Kubernetes", "eks", "Pod identity", "Pod identities", "IRSA", "IRSA"])

    @Test(
        "the nearest name is found by a few slips",
        arguments: [
            ("Kubernets", "Kubernetes"), ("kubernetse", "Kubernetes"), ("Kuberntes", "Kubernetes"),
            ("ek", nil), ("esk", "eks"), ("IRAS", "IRSA"), ("irs", "IRSA"), ("OIDC", nil), ("", nil),
            ("Pod identti", "Pod identity"), ("Kubernetes in the cloud", nil),
        ])
    func nearest(name: String, expected: String?) {
        #expect(names.nearest(to: name) == expected)
    }

    @Test("of two names that are equally near none is meant")
    func tie() {
        #expect(KnownNames(["node-a", "node-b"]).nearest(to: "node-c") == nil)
        #expect(KnownNames(["node-a", "node-b", "node-cc"]).nearest(to: "node-c") == nil)
        #expect(KnownNames(["token-aa", "token-abc"]).nearest(to: "token-a") == "token-aa")
    }

    @Test("passing over names that cannot be near passes over none that is")
    func candidates() {
        // Each of a few letters, so that many names are near to each other.
        let all = (0..<243).map { number in
            String(
                [number / 81, number / 27 % 3, number / 9 % 3, number / 3 % 3, number % 3].map { "aBé"[$0] })
        }
        let names = KnownNames(all)
        for name in all {
            let misspelt = name.dropLast() + "x" + name.suffix(1)
            let near = all.filter { other in
                let scalars = [String(misspelt), other].map { Array($0.lowercased().unicodeScalars)[...] }
                return TypingDistance.between(scalars[0], scalars[1], most: 1) <= 1
            }
            #expect(near.contains(name))
            #expect(names.only(near: String(misspelt)) == (near.count == 1 ? name : nil))
        }
    }

    @Test("a hint asks for the name, or says something else")
    func hint() {
        #expect(String(didYouMean: "eks", otherwise: "x") == "did you mean eks?")
        #expect(String(didYouMean: nil, otherwise: "x") == "x")
    }

    @Test("a name is the only one where no other is near, even one that is farther")
    func only() {
        #expect(KnownNames(["lifetime", "renewal"]).only(near: "life-time") == "lifetime")
        #expect(KnownNames(["lifetime", "lifetimes"]).only(near: "life-time") == nil)
        #expect(KnownNames(["lifetime", "lifetime"]).only(near: "lifetme") == "lifetime")
        #expect(KnownNames(["renewal"]).only(near: "lifetime") == nil)
    }

    @Test(
        "names are alike by their words, not by their letters alone",
        arguments: [
            ("life-time", "lifetime", true), ("rotating-key", "rotating-keys", true),
            ("organization-wide", "organisation-wide", true), ("set-up", "setup", true),
            ("step-1", "step-2", false), ("version-1-2", "version-12", false), ("set-up-2", "set-up-2", true),
            ("turn-on-logging", "turn-off-logging", false),
            ("pods-with-identity", "pods-without-identity", false),
            ("enable-irsa-for-pods", "disable-irsa-for-pods", false), ("a", "b", false),
        ])
    func alike(left: String, right: String, expected: Bool) {
        #expect(KnownNames.areAlike(left, right) == expected)
        #expect(KnownNames.areAlike(right, left) == expected)
    }
}

extension String {
    fileprivate subscript(place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
