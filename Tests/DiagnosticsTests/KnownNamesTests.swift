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
