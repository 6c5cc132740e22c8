"""What the computer does that should lock a vault: it sleeps, its screen locks, another person takes it."""
