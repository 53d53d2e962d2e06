#!/usr/bin/env python3
"""Every library we build from or ship must carry a permissive licence.

Reads `cargo metadata` for the Rust crates and web/package-lock.json for the web app. A library whose
licence is missing or not on the list below fails the check and is named.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

PERMISSIVE = {
    "0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC-BY-4.0",
    "CC0-1.0", "CDLA-Permissive-2.0", "ISC", "MIT", "MIT-0", "OFL-1.1", "Python-2.0", "Unicode-3.0",
    "Unicode-DFS-2016", "Unlicense", "Zlib",
}  # fmt: skip
# Weak copyleft is fine for tools that only run here and are not shipped.
DEVELOPMENT_ONLY = PERMISSIVE | {"MPL-2.0"}


def allowed(expression: str, accepted: set[str]) -> bool:
    """Whether an SPDX expression can be met with accepted licences: OR needs one side, AND needs both."""
    words = re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))

    def alternatives() -> bool:
        met = together()
        while words and words[0] == "OR":
            words.pop(0)
            met = together() or met
        return met

    def together() -> bool:
        met = single()
        while words and words[0] == "AND":
            words.pop(0)
            met = single() and met
        return met

    def single() -> bool:
        word = words.pop(0)
        if word == "(":
            met = alternatives()
            words.pop(0)
            return met
        if words and words[0] == "WITH":  # an exception only grants more
            del words[:2]
        return word in accepted

    return alternatives()


def rust_crates():
    command = ["cargo", "metadata", "--locked", "--format-version", "1"]
    metadata = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    for package in metadata["packages"]:
        yield f"{package['name']} {package['version']}", package["license"], PERMISSIVE


def web_packages(lock: Path):
    for path, package in json.loads(lock.read_text("utf-8"))["packages"].items():
        if path and not package.get("link"):
            accepted = DEVELOPMENT_ONLY if package.get("dev") else PERMISSIVE
            yield f"{path} {package.get('version')}", package.get("license"), accepted


def main() -> int:
    libraries = list(rust_crates())
    lock = Path("web/package-lock.json")
    if lock.exists():
        libraries += web_packages(lock)
    refused = [
        f"  {name}: {licence or 'no licence given'}"
        for name, licence, accepted in libraries
        if not licence or not allowed(licence, accepted)
    ]
    if refused:
        print("Not on the list of permissive licences (scripts/licences.py):", *refused, sep="\n")
        return 1
    print(f"{len(libraries)} libraries, all under permissive licences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
