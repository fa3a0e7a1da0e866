"""Keeps memory that was fetched from the system."""

import ctypes


def keep_memory() -> None:
    """glibc gives large blocks back after each use, and fetching them again takes as long as the arithmetic."""
    libc = ctypes.CDLL("libc.so.6")
    for option, value in ((-1, 2**31 - 1), (-4, 0), (-2, 2**28)):  # M_TRIM_THRESHOLD, M_MMAP_MAX, M_TOP_PAD
        libc.mallopt(option, value)
