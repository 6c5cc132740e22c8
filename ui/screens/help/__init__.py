"""Help pages that ship with the program, shown without loading anything."""
