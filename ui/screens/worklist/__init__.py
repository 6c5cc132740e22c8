"""The worklist: what is to be done, filtered, sorted, and worked off."""
