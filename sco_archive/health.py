"""Health of the process: alive (no database asked) and ready (database reachable, migrations applied)."""

from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer as long as the process runs."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when pages can be served, else 503 with the reason and no version or address."""
    reason = reason_not_ready()
    return HttpResponse(f"{reason or 'ready'}\n", status=503 if reason else 200, content_type="text/plain")


def reason_not_ready() -> str:
    """Say in a few words what is missing; empty when nothing is."""
    try:
        if has_unapplied_migrations():
            return "migrations are not applied"
        with connections["reader"].cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "the database cannot be reached"
    return ""


def has_unapplied_migrations() -> bool:
    """Tell whether the tables are behind the code."""
    executor = MigrationExecutor(connections["default"])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
