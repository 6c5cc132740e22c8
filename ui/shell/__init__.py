"""The frame around the screens: window, rail, actions, navigation."""
