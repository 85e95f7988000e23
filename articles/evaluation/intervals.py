"""How far a measured share can be trusted."""

from math import sqrt

# The 97.5 % point of the normal distribution: two tails of 2.5 % leave 95 %.
NORMAL_975 = 1.959963984540054


def wilson(yes: int, asked: int) -> tuple[float, float] | None:
    """Return the 95 % confidence interval of a share after Wilson (1927), which holds for few cases and near 0 and 1 too."""
    if not asked:
        return None
    share, weight = yes / asked, NORMAL_975**2 / asked
    middle = (share + weight / 2) / (1 + weight)
    reach = NORMAL_975 * sqrt(share * (1 - share) / asked + weight / (4 * asked)) / (1 + weight)
    return max(0.0, middle - reach), min(1.0, middle + reach)
