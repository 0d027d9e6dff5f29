#!/usr/bin/env python3
"""How fast Bassin reads, against what an analyst would use instead, in the same run.

    python3 bench/reading.py target/release/bassin FOLDER_OF_BMO_WORKBOOKS [--big] [--runs 5]

Prints seconds (median of the runs, programs in turn), peak memory and ratios. Peers that are not
installed (pandas with openpyxl or calamine, polars with fastexcel) are skipped with a word.
`--big` also makes a workbook and a text of 1,000,000 rows x 30 columns in a temporary folder.
"""

import argparse
import importlib.util
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

PANDAS = "import sys,pandas;[pandas.read_excel(f,sheet_name=None,dtype=str,engine='{}') for f in sys.argv[1:]]"
POLARS = (
    "import sys,polars;[polars.read_excel(f,sheet_id=0,infer_schema_length=0,engine='calamine') "
    "for f in sys.argv[1:]]"
)
POLARS_CSV = "import sys,polars;polars.read_csv(sys.argv[1],separator=';',infer_schema_length=0)"
INFLATE = (
    "import sys,zipfile\n"
    "for f in sys.argv[1:]:\n"
    "  z=zipfile.ZipFile(f)\n"
    "  for m in z.namelist():\n"
    "    if m.startswith('xl/worksheets/') or m=='xl/sharedStrings.xml':\n"
    "      s=z.open(m)\n"
    "      while s.read(1<<20): pass\n"
)


def run(command, environment=None):
    """Seconds and peak MiB of one process."""
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                             env={**os.environ, **(environment or {})})
    error = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    taken = time.perf_counter() - begun
    if status != 0:
        sys.exit(f"{command[:2]} failed: {error.decode(errors='replace')[-400:]}")
    return taken, usage.ru_maxrss / 1024


def has(*modules):
    return all(importlib.util.find_spec(module) for module in modules)


def compare(title, programs, runs):
    """Runs the programs in turn; prints medians and ratios to the first."""
    print(f"\n{title}")
    found = {name: [] for name, _, _ in programs}
    for _ in range(runs):
        for name, command, environment in programs:
            found[name].append(run(command, environment))
    first = statistics.median(taken for taken, _ in found[programs[0][0]])
    for name, _, _ in programs:
        taken = statistics.median(taken for taken, _ in found[name])
        peak = max(memory for _, memory in found[name])
        print(f"  {name:42} {taken:8.3f} s {peak:8.0f} MiB   x {taken / first:.2f}")


def peers(files):
    python = sys.executable
    wanted = [
        ("pandas with openpyxl", ("pandas", "openpyxl"), PANDAS.format("openpyxl")),
        ("pandas with calamine", ("pandas", "python_calamine"), PANDAS.format("calamine")),
        ("polars with fastexcel", ("polars", "fastexcel"), POLARS),
    ]
    for name, modules, code in wanted:
        if has(*modules):
            yield name, [python, "-c", code, *files], None
        else:
            print(f"({name}: not installed, skipped)")


COLUMNS = [
    "id_offre", "source", "intitule", "code_rome", "code_fap", "version_fap", "qualification",
    "code_commune", "code_naf", "date_creation", "date_cloture", "nb_postes", "type_contrat",
    "duree_mois", "temps_complet", "statut",
] + [f"autre_{n}" for n in range(14)]


def offer(number):
    return [
        f"o{number}", "mesure", "Conducteur de travaux", "F1201", "", "", "7", "15014", "4120A",
        "2026-03-01", "", number % 4 + 1, "CDI", "", "oui", "ouverte",
    ] + [random.randrange(100_000) for _ in range(14)]


def make_text(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        out.write(";".join(COLUMNS) + "\n")
        for number in range(rows):
            out.write(";".join(map(str, offer(number))) + "\n")


def make_workbook(path, rows):
    """A workbook written as text, without a library: inline strings and numbers."""
    def cell(value):
        if isinstance(value, int):
            return f"<c><v>{value}</v></c>"
        return f'<c t="inlineStr"><is><t>{value}</t></is></c>' if value else "<c/>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
            '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'))
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        archive.writestr("_rels/.rels", (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>'))
        archive.writestr("xl/workbook.xml", (
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'xmlns:r="{relation}"><sheets><sheet name="offres" sheetId="1" r:id="r1"/></sheets></workbook>'))
        archive.writestr("xl/_rels/workbook.xml.rels", (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'))
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as out:
            out.write(b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
            row = lambda cells: ("<row>" + "".join(map(cell, cells)) + "</row>").encode()
            out.write(row(COLUMNS))
            for number in range(rows):
                out.write(row(offer(number)))
            out.write(b"</sheetData></worksheet>")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bassin")
    parser.add_argument("folder")
    parser.add_argument("--big", action="store_true")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    files = [str(path) for path in sorted(Path(asked.folder).glob("*.xlsx"))]
    if not files:
        sys.exit(f"no workbook in {asked.folder}")
    with tempfile.TemporaryDirectory() as folder:
        cache = {"XDG_CACHE_HOME": folder}
        workbooks = [
            ("bassin check, cold", [asked.bassin, "--no-cache", "check", *files], None),
            ("inflating the sheets, one thread (zlib)", [sys.executable, "-c", INFLATE, *files], None),
            *peers(files),
        ]
        compare(f"{len(files)} workbooks of {asked.folder}", workbooks, asked.runs)
        warm = [asked.bassin, "check", *files]
        run(warm, cache)
        compare("the same files again, unchanged", [
            ("bassin check, from the cache", warm, cache),
            ("bassin check, cold", [asked.bassin, "--no-cache", "check", *files], None),
        ], asked.runs)
        if not asked.big:
            return
        rows = 1_000_000
        text, workbook = Path(folder, "offres.csv"), Path(folder, "offres.xlsx")
        make_text(text, rows)
        make_workbook(workbook, rows)
        csv = [("bassin check, text", [asked.bassin, "--no-cache", "check", str(text)], None)]
        if has("polars"):
            csv.append(("polars read_csv", [sys.executable, "-c", POLARS_CSV, str(text)], None))
        compare(f"a text of {rows:,} rows x {len(COLUMNS)} columns ({text.stat().st_size >> 20} MiB)", csv, 3)
        book = [("bassin check, workbook", [asked.bassin, "--no-cache", "check", str(workbook)], None)]
        compare(f"the same as a workbook ({workbook.stat().st_size >> 20} MiB)", book, 1)


if __name__ == "__main__":
    main()
