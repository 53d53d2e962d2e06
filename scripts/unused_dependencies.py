#!/usr/bin/env python3
"""Every declared dependency must be used: Rust crates in their crate's sources, web packages in the web app.

A Rust dependency counts as used when its library name occurs as a word in the crate's Rust files; one
that only development targets use must be declared under dev-dependencies. A web package counts as used
when a source, a configuration file or a script of package.json names it.
"""

import json
import re
import sys
import tomllib
from pathlib import Path

# Needed although no source names them, each with its reason.
USED_WITHOUT_A_NAME = {
    "@types/node": "types of the configuration files",
    "@types/react": "types of the interface code",
    "@types/react-dom": "types of the interface code",
}


def text_of(folders: list[Path], pattern: str) -> str:
    return "\n".join(
        file.read_text("utf-8")
        for folder in folders
        if folder.exists()
        for file in sorted(folder.rglob(pattern))
        if "node_modules" not in file.parts
    )


def names(text: str, dependency: str) -> bool:
    return re.search(rf"\b{re.escape(dependency.replace('-', '_'))}\b", text) is not None


def unused_in_crate(crate: Path) -> list[str]:
    manifest = tomllib.loads((crate / "Cargo.toml").read_text("utf-8"))
    shipped = text_of([crate / "src"], "*.rs")
    every_target = shipped + text_of([crate / "tests", crate / "benches", crate / "examples"], "*.rs")
    unused = [name for name in manifest.get("dependencies", {}) if not names(shipped, name)]
    unused += [name for name in manifest.get("dev-dependencies", {}) if not names(every_target, name)]
    return [f"{crate}/Cargo.toml: {name}" for name in unused]


def unused_in_workspace() -> list[str]:
    declared = tomllib.loads(Path("Cargo.toml").read_text("utf-8"))["workspace"]["dependencies"]
    wanted = set()
    for manifest in Path("crates").glob("*/Cargo.toml"):
        crate = tomllib.loads(manifest.read_text("utf-8"))
        wanted |= crate.get("dependencies", {}).keys() | crate.get("dev-dependencies", {}).keys()
    return [f"Cargo.toml: {name}" for name in sorted(declared.keys() - wanted)]


def unused_in_web(web: Path) -> list[str]:
    manifest = json.loads((web / "package.json").read_text("utf-8"))
    folders = [folder for folder in sorted(web.iterdir()) if folder.is_dir() and folder.name not in {"node_modules", "dist"}]
    sources = "\n".join(text_of(folders, pattern) for pattern in ("*.ts", "*.tsx", "*.css", "*.mjs"))
    sources += "\n".join(file.read_text("utf-8") for file in [*web.glob("*.ts"), web / "tsconfig.json"])
    sources += "\n".join(manifest.get("scripts", {}).values())
    commands = {  # a package may be used by the name of its command only
        name: json.loads((web / "node_modules" / name / "package.json").read_text("utf-8")).get("bin", {})
        for name in {**manifest.get("dependencies", {}), **manifest.get("devDependencies", {})}
        if (web / "node_modules" / name / "package.json").exists()
    }

    def used(name: str) -> bool:
        own_commands = commands.get(name, {})
        spoken = [name, *(own_commands if isinstance(own_commands, dict) else [])]
        return name in USED_WITHOUT_A_NAME or any(
            re.search(rf"(^|[\s\"'/]){re.escape(word)}($|[\s\"'/])", sources, re.MULTILINE) for word in spoken
        )

    declared = sorted(manifest.get("dependencies", {}).keys() | manifest.get("devDependencies", {}).keys())
    return [f"{web}/package.json: {name}" for name in declared if not used(name)]


def main() -> int:
    crates = sorted(manifest.parent for manifest in Path("crates").glob("*/Cargo.toml"))
    unused = unused_in_workspace() + [line for crate in crates for line in unused_in_crate(crate)]
    if Path("web/package.json").exists():
        unused += unused_in_web(Path("web"))
    if unused:
        print("Declared but not used; remove them or move them to the development dependencies:")
        print(*(f"  {line}" for line in unused), sep="\n")
        return 1
    print("every declared dependency is used")
    return 0


if __name__ == "__main__":
    sys.exit(main())
