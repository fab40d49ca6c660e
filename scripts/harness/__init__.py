"""What the suites and scripts share: the binary, the tree, built sites, a server, a browser."""
