"""Charts made on the server: positions are computed here, templates/charts draws them, and the same numbers stand in a table."""
