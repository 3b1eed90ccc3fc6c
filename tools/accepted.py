"""Holds the crates that are built here to deny.toml: licences, bans and where they come from.

Asks `cargo metadata --locked` alone, so it works without a network and without cargo-deny.
Advisories need the network; they are left to cargo-deny.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRATES_IO = "registry+https://github.com/rust-lang/crates.io-index"


def told_by(*command):
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def packages():
    host = re.search(r"host: (\S+)", told_by("rustc", "-vV"))[1]
    told = told_by("cargo", "metadata", "--locked", "--format-version", "1",
                   "--filter-platform", host)
    return json.loads(told)["packages"]


def is_accepted(expression, allowed):
    """Whether an SPDX expression can be met by licences that are allowed. AND binds closer."""
    tokens = re.findall(r"[()]|[^\s()]+", expression.replace("/", " OR "))

    def either():
        met = both()
        while tokens[:1] == ["OR"]:
            tokens.pop(0)
            met = both() or met
        return met

    def both():
        met = one()
        while tokens[:1] == ["AND"]:
            tokens.pop(0)
            met = one() and met
        return met

    def one():
        name = tokens.pop(0)
        if name == "(":
            met = either()
            tokens.pop(0)
            return met
        if tokens[:1] == ["WITH"]:
            name = f"{name} WITH {tokens[1]}"
            del tokens[:2]
        return name in allowed

    return either()


def faults(package, rules):
    """Why this crate is not accepted, in sentences."""
    name = f"{package['name']} {package['version']}"
    allowed = set(rules["licenses"]["allow"])
    for exception in rules["licenses"].get("exceptions", []):
        if exception["crate"] == package["name"]:
            allowed |= set(exception["allow"])
    licence = package["license"]
    if not licence:
        yield f"{name} names no licence"
    elif not is_accepted(licence, allowed):
        yield f"{name} is under {licence}, which deny.toml does not allow"
    for ban in rules["bans"]["deny"]:
        if ban["crate"] == package["name"]:
            yield f"{name} is banned: {ban['reason']}"
    if package["source"] not in (None, CRATES_IO):
        yield f"{name} comes from {package['source']}"
    if package["source"] is None:
        for one in package["dependencies"]:
            if one["req"] == "*" and not one.get("path"):
                yield f"{name} takes any version of {one['name']}"


def main():
    rules = tomllib.loads((ROOT / "deny.toml").read_text())
    built = packages()
    found = [fault for package in built for fault in faults(package, rules)]
    names = {package["name"] for package in built}
    for exception in rules["licenses"].get("exceptions", []):
        if exception["crate"] not in names:
            found.append(f"deny.toml excepts {exception['crate']}, which is not built here")
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
