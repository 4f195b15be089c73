"""A fresh project for every test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_values import clock

from kualcode.store import Store, create


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "studi.kual"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with create(path, clock=clock()) as made:
        yield made
