"""The one initial migration."""
