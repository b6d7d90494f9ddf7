"""What all tests share."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# The suite runs on busy machines: how long an example takes to draw says nothing about the product.
settings.register_profile(
    "recall", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("recall")
