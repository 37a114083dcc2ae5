"""What the tests need, read from pyproject.toml: the build backend, the dependencies and the development tools.

An older pip knows no dependency groups, so this prints them in the form that every pip reads.
"""

import tomllib
from pathlib import Path


def main() -> None:
    """Print one requirement a line."""
    told = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    print("\n".join(told["build-system"]["requires"]))
    print("\n".join(told["project"]["dependencies"]))
    print("\n".join(told["dependency-groups"]["dev"]))


if __name__ == "__main__":
    main()
