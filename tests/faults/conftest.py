"""Fault tests use the vault tests' builders."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "workbench" / "vault"))
sys.path.insert(0, str(Path(__file__).parent))
