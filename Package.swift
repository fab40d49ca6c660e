// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 mode, upcoming features on, and a warning is an error.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "waymark",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "waymark", targets: ["waymark"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CBrotli", pkgConfig: "libbrotlienc",
            providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
        .target(name: "CMarkArena", dependencies: ["CMark"]),
        .target(name: "Writers", swiftSettings: settings),
        .target(name: "Localisation", dependencies: ["Writers"], swiftSettings: settings),
        // `Rules` is a link to the rules' pages in the guide: what `explain` prints is what the site shows.
        .target(
            name: "Diagnostics", dependencies: ["Writers"], resources: [.embedInCode("Rules")],
            swiftSettings: settings),
        .target(
            name: "Markdown",
            dependencies: ["CMark", "CMarkArena", "Localisation", "Diagnostics", "Writers"],
            swiftSettings: settings),
        .target(
            name: "Notes", dependencies: ["Markdown", "Localisation", "Diagnostics", "Writers", "Yams"],
            swiftSettings: settings),
        .target(
            name: "Linking", dependencies: ["Notes", "Markdown", "Localisation", "Diagnostics", "Writers"],
            swiftSettings: settings),
        .target(
            name: "Search",
            dependencies: ["Linking", "Notes", "Markdown", "Localisation", "Diagnostics", "Writers"],
            swiftSettings: settings),
        .target(
            name: "Pages",
            dependencies: [
                "Search", "Linking", "Notes", "Markdown", "Localisation", "Diagnostics", "Writers",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Theme/Assets")], swiftSettings: settings),
        .target(
            name: "Building",
            dependencies: [
                "Pages", "Search", "Linking", "Notes", "Markdown", "Localisation", "Diagnostics", "Writers",
                "Yams",
            ],
            swiftSettings: settings),
        .target(
            name: "Delivery", dependencies: ["CBrotli", "CZlib", "Building", "Linking", "Writers"],
            swiftSettings: settings),
        // Of FlyingFox only its sockets: why, says `Preview/Serving/Server.swift`.
        .target(
            name: "Preview",
            dependencies: [
                "Building", "Pages", "Search", "Linking", "Notes", "Markdown", "Localisation", "Diagnostics",
                "Writers",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            resources: [.embedInCode("Assets")], swiftSettings: settings),
        .executableTarget(
            name: "waymark",
            dependencies: [
                "Preview", "Delivery", "Building", "Pages", "Search", "Linking", "Notes", "Markdown",
                "Diagnostics", "Writers",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),
        .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: settings),
        .testTarget(
            name: "WritersTests", dependencies: ["Writers", "SeededRandom"], swiftSettings: settings),
        .testTarget(
            name: "LocalisationTests", dependencies: ["Localisation", "Writers"], swiftSettings: settings),
        .testTarget(
            name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: settings),
        .testTarget(
            name: "MarkdownTests", dependencies: ["Markdown", "Localisation", "Diagnostics", "SeededRandom"],
            swiftSettings: settings),
        .testTarget(
            name: "NotesTests", dependencies: ["Notes", "Markdown", "Diagnostics"],
            swiftSettings: settings),
        .testTarget(
            name: "LinkingTests", dependencies: ["Linking", "Notes", "Diagnostics"],
            swiftSettings: settings),
        .testTarget(
            name: "SearchTests", dependencies: ["Search", "Linking", "Notes", "Diagnostics"],
            exclude: ["vectors.json"], swiftSettings: settings),
        .testTarget(
            name: "PagesTests",
            dependencies: [
                "Pages", "Search", "Linking", "Notes", "Localisation", "Diagnostics", "Writers",
                "SeededRandom",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "BuildingTests",
            dependencies: ["Building", "Pages", "Search", "Linking", "Notes", "Localisation", "Diagnostics"],
            swiftSettings: settings),
        .testTarget(
            name: "DeliveryTests",
            dependencies: ["Delivery", "Building", "Linking", "Diagnostics", "SeededRandom"],
            swiftSettings: settings),
        .testTarget(
            name: "PreviewTests",
            dependencies: [
                "Preview", "Building", "Pages", "Linking", "Notes", "Diagnostics", "SeededRandom",
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
