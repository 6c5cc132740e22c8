"""Same person, relative, or stranger? Blocking, comparison, weights, score, explanation; pure."""
