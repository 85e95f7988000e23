"""Reading facts from a text: pure Python, no Django, no database."""
