"""Every store test may ask for a database."""

from tests.support.stores import bench, lite, make_bench, postgres

__all__ = ["bench", "lite", "make_bench", "postgres"]
