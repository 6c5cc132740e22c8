"""Everything Qt, over services, model and base only."""
