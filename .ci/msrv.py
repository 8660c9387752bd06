"""Holds every dependency in the lock file against the oldest compiler that the workspace promises.

Usage: msrv.py METADATA.json      (`cargo metadata --locked --format-version 1`)

What the library and the binary need, also while building, must not declare a newer `rust-version` than ours: that is a
fault. What only tests need is listed, no more. Exit status: 0 all good, 1 a fault.
"""

import json
import sys


def version(text):
    """(1, 88, 0) for "1.88"; a crate that declares nothing is taken to build everywhere."""
    numbers = [int(part) for part in (text or "0").split("-")[0].split(".")]
    return tuple(numbers + [0] * (3 - len(numbers)))


def reached(roots, nodes, kinds):
    """The ids of all packages that can be reached from the roots over dependencies of these kinds."""
    seen, todo = set(), list(roots)
    while todo:
        id = todo.pop()
        if id not in seen:
            seen.add(id)
            todo.extend(dependency["pkg"] for dependency in nodes[id]["deps"]
                        if any(kind["kind"] in kinds for kind in dependency["dep_kinds"]))
    return seen


def main(path):
    with open(path, encoding="utf-8") as file:
        metadata = json.load(file)
    packages = {package["id"]: package for package in metadata["packages"]}
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    members = set(metadata["workspace_members"])
    promised = {packages[id]["rust_version"] for id in members}
    if len(promised) != 1 or None in promised:
        print(f"the members of the workspace promise different compilers: {sorted(map(str, promised))}")
        return 1
    ours = promised.pop()
    # A member that only tests or shows the others may itself have ordinary dependencies; it ships with nothing.
    shipped = {id for id in members if any("bin" in target["kind"] for target in packages[id]["targets"])
               or "/crates/" in packages[id]["manifest_path"].replace("\\", "/")}
    needed = reached(shipped, nodes, {None, "build"})
    all_of_it = reached(members, nodes, {None, "build", "dev"})

    def newer(ids):
        return sorted(f"{packages[id]['name']} {packages[id]['version']} wants Rust {packages[id]['rust_version']}"
                      for id in ids - members if version(packages[id]["rust_version"]) > version(ours))

    faults, for_tests = newer(needed), newer(all_of_it - needed)
    print(f"Rust {ours}: {len(needed - members)} dependencies, {len(all_of_it - needed - members)} more for tests only")
    for line in for_tests:
        print(f"  for tests only: {line}")
    for line in faults:
        print(f"  FAULT: {line}, newer than ours")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
