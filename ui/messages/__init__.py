"""Words, figures and messages as people read them."""
