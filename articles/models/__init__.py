"""What was written, and where it says so: articles and evidence."""

from articles.models.article import Article, Basis, Language, article_public_id
from articles.models.article_parts import ArticleAddress, ArticleTopic, ArticleVersion, Caption
from articles.models.capture import Capture
from articles.models.correction import Correction, CorrectionKind
from articles.models.import_run import ImportIssue, ImportRun, IssueSeverity, RunChange, RunStatus
from articles.models.mention import (
    Evidence,
    Lane,
    MeetingMention,
    MembershipStatement,
    OperationMention,
    ReviewState,
    Statement,
    StateMention,
    StatementOfMembership,
    StatisticMention,
    Verdict,
)
from articles.models.outlet import Access, Outlet, OutletKind
from articles.models.search import ArchiveVersion, SearchChange, SearchTerms
from articles.models.sketch import ShingleHolder, TextSketch

__all__ = [
    "ArchiveVersion",
    "SearchChange",
    "SearchTerms",
    "Access",
    "Article",
    "ArticleAddress",
    "ArticleTopic",
    "ArticleVersion",
    "Basis",
    "Caption",
    "Capture",
    "Correction",
    "CorrectionKind",
    "Evidence",
    "ImportIssue",
    "ImportRun",
    "IssueSeverity",
    "Lane",
    "Language",
    "MeetingMention",
    "MembershipStatement",
    "OperationMention",
    "Outlet",
    "OutletKind",
    "ReviewState",
    "RunChange",
    "RunStatus",
    "ShingleHolder",
    "StateMention",
    "Statement",
    "StatementOfMembership",
    "StatisticMention",
    "TextSketch",
    "Verdict",
    "article_public_id",
]
