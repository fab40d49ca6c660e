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

    @Test("a hint asks for the name, or says something else")
    func hint() {
        #expect(String(didYouMean: "eks", otherwise: "x") == "did you mean eks?")
        #expect(String(didYouMean: nil, otherwise: "x") == "x")
    }
}
