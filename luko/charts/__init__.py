"""Charts: a frame of figures becomes a Vega-Lite specification and the rows it draws."""

from luko.charts.dot_rows import ordered
from luko.charts.dots import dots
from luko.charts.model import Chart
from luko.charts.strip import ranges, strip
from luko.charts.trend import trend
from luko.charts.versus import versus

__all__ = ["Chart", "dots", "ordered", "ranges", "strip", "trend", "versus"]
