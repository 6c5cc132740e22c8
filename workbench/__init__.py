"""Locate Workbench without its window: an import of Qt anywhere below here fails the tests."""
