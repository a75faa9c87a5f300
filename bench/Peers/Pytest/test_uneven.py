"""The suite of bench/Suites/Uneven for pytest: the same sleeps, read from the same file."""

import pathlib
import time

import pytest

DURATIONS = pathlib.Path(__file__).resolve().parents[2] / "Suites" / "Uneven" / "durations.txt"


@pytest.mark.parametrize("ms", [int(line) for line in DURATIONS.read_text().split()])
def test_sleeps(ms):
    time.sleep(ms / 1000)
