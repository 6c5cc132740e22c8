"""Every benchmark, one after the other; ``make bench``.  Figures are kept by hand in docs/benchmarks.md."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = (
    "benchmarks.storage.run",
    "benchmarks.matching.run",
    "benchmarks.matching.quality",
    "benchmarks.matching.scale",
    "benchmarks.ui.review",
)


def main() -> int:
    for module in MODULES:
        print(f"\n== {module}", flush=True)
        status = subprocess.run([sys.executable, "-m", module], cwd=ROOT, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
