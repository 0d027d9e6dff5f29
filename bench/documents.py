#!/usr/bin/env python3
"""How long a note with twenty occupation sheets takes, whole process, and whether it stays the same.

    python3 bench/documents.py target/release/bassin FILES... [--territory be:9601] [--runs 5]

Prints the median of the runs, their range and the peak memory, for Word, PDF and both. Every run
writes into a new folder; two runs that differ by a byte are an error.
"""

import argparse
import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHEETS = 20


def run(command):
    """Seconds and peak MiB of one process."""
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    taken = time.perf_counter() - begun
    if status != 0:
        sys.exit(f"{command[:2]} failed: {error.decode(errors='replace')[-400:]}")
    return taken, usage.ru_maxrss / 1024


def written(folder):
    """The fingerprint of every file of a folder."""
    files = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bassin")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--territory", default="be:9601")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    for formats in ("docx", "pdf", "docx,pdf"):
        times, peaks, first = [], [], None
        for _ in range(asked.runs):
            with tempfile.TemporaryDirectory() as folder:
                taken, peak = run([
                    asked.bassin, "report", *asked.files, "--territory", asked.territory,
                    "--document", "note,occupation", "--top", str(SHEETS), "--format", formats,
                    "--date", "2026-11-30", "--out", folder,
                ])
                found = written(folder)
            papers = [name for name in found if name.endswith(tuple(formats.split(",")))]
            if len(papers) != (SHEETS + 1) * len(formats.split(",")):
                sys.exit(f"{formats}: {len(papers)} documents")
            if first not in (None, found):
                sys.exit(f"{formats}: two runs differ")
            first = found
            times.append(taken)
            peaks.append(peak)
        print(f"{formats:9} {statistics.median(times):6.2f} s "
              f"({min(times):.2f} to {max(times):.2f})  {max(peaks):5.0f} MiB")


if __name__ == "__main__":
    main()
