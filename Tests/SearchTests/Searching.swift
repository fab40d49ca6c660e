import Diagnostics
import Linking
import Notes
import Search

func note(_ text: String, path: String = "a.md") -> Note {
    Note(compiling: Source(path: SourcePath(path), bytes: Array(text.utf8)))
}

func site(_ files: KeyValuePairs<String, String>, language: String = "en") -> Site {
    var configuration = Configuration()
    configuration.language = language
    return Site(linking: files.map { note($1, path: $0) }, configuration: configuration)
}

func find(_ query: String, in site: Site, limit: Int = 10) -> Findings {
    var finder = Finder(Shards(of: site), of: site)
    return finder.find(query, limit: limit)
}

/// The addresses that a query finds, the best first.
func urls(_ query: String, in site: Site) -> [String] { find(query, in: site).hits.map(\.url) }

/// All files of a site's index by their addresses.
func files(_ site: Site) -> [String: String] {
    let shards = Shards(of: site)
    var files: [String: String] = [:]
    for index in 0..<shards.count {
        files[shards.route(index).string] = String(decoding: shards.bytes(index, of: site), as: UTF8.self)
    }
    return files
}

/// Notes in which each word is rare, and one of them long.
let sample = site([
    "cloud/irsa.md": """
    ---
    title: IRSA
    aliases: [IAM Roles for Service Accounts]
    tags: [eks, iam]
    updated: 2026-03-02
    ---
    A pod gets a web identity token from the cluster.

    ## Trust policy

    The role trusts `AssumeRoleWithWebIdentity`. The session name can be fixed. Fargate works too.
    """,
    "cloud/pod-identity.md": """
    ---
    title: EKS Pod Identity
    tags: [eks, agent/daemon]
    updated: 2025-06-01
    ---
    An agent in `kube-system` listens on 169.254.170.23 and hands out credentials.

    ## Caching

    Credentials are cached for six hours. A name of the session is set by the service.
    """,
    "cloud/choice.md": """
    # Which identity?

    ## IRSA vs EKS Pod Identity

    | Aspect | IRSA | EKS Pod Identity |
    | --- | --- | --- |
    | Fargate | Yes | No |
    | Set-up | Long | Short |
    | Agent | No | Yes |

    ## Which one to use?

    - Use **IRSA** if:
      - you run on Fargate
    - Use **EKS Pod Identity** if:
      - you want less to set up
    """,
    "words/cafe.md": "# Café au lait\n\nBreakfast by the Größe.",
    "words/japanese.md": "# 日本語ノート\n\n工作負載の話。",
])
