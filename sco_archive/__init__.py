"""The site: settings from the environment, database choice, root addresses, health, start."""
