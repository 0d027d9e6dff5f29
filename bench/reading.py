#!/usr/bin/env python3
"""How fast Bassin reads, against what an analyst would use instead, in the same run.

    python3 bench/reading.py target/release/bassin FOLDER_OF_BMO_WORKBOOKS [--big] [--runs 5]

Of two workbooks it makes a third, of the year before the first. Prints seconds (median of the runs, programs in turn), peak memory and ratios. Peers that are not
installed (pandas with openpyxl or calamine, polars with fastexcel) are skipped with a word.
`--big` also makes a workbook and a text of 1,000,000 rows x 30 columns in a temporary folder.
"""

import argparse
import importlib.util
import os
import random
import re
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
# What Bassin gives: days as days, numbers with a decimal comma as numbers, words as they are.
POLARS_TYPED = (
    "import sys,polars;polars.read_csv(sys.argv[1],separator=';',infer_schema_length=10_000,"
    "try_parse_dates=True,decimal_comma=True,ignore_errors=True)"
)
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
    medians = {name: statistics.median(taken for taken, _ in found[name]) for name, _, _ in programs}
    first = medians[programs[0][0]]
    for name, _, _ in programs:
        taken, peak = medians[name], max(memory for _, memory in found[name])
        print(f"  {name:42} {taken:8.3f} s {peak:8.0f} MiB   x {taken / first:.2f}")
    return list(medians.values())


def with_a_third(files, folder):
    """The workbooks, and one vintage more made from the first where they are two: the same rows of
    the year before, so that nothing is a copy."""
    if len(files) != 2:
        return files
    written = Path(files[0])
    years = sorted(set(re.findall(r"BE(\d\d)", shared_texts(written))))
    if len(years) != 1:
        return files
    year = int(years[0])
    one, other = f"20{year:02}".encode(), f"20{year - 1:02}".encode()
    made = Path(folder) / f"{written.stem} {other.decode()}.xlsx"
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for member in source.namelist():
            content = source.read(member)
            if member.startswith("xl/worksheets/"):
                content = content.replace(b"<v>" + one + b"</v>", b"<v>" + other + b"</v>")
            elif member in ("xl/sharedStrings.xml", "xl/workbook.xml"):
                content = content.replace(one, other).replace(f"BE{year}".encode(), f"BE{year - 1}".encode())
            out.writestr(member, content)
    return [*files, str(made)]


def shared_texts(workbook):
    with zipfile.ZipFile(workbook) as archive:
        if "xl/sharedStrings.xml" not in archive.namelist():
            return ""
        return archive.read("xl/sharedStrings.xml").decode()


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
    "entreprise", "siret", "adresse", "description", "competences", "salaire", "contact_reference",
    "mis_a_jour", "latitude", "longitude", "experience", "permis", "langues", "remarque",
]

# Titles with their card and qualification, as offers are written: seldom twice the same way.
JOBS = [
    ("Aide-soignant", "J1501", "4"), ("Infirmier en soins généraux", "J1506", "7"),
    ("Conducteur de travaux", "F1201", "7"), ("Maçon", "F1703", "6"), ("Cuisinier", "G1602", "6"),
    ("Serveur en restauration", "G1803", "2"), ("Chaudronnier", "H2902", "6"),
    ("Soudeur", "H2913", "6"), ("Technicien de maintenance industrielle", "I1304", "7"),
    ("Mécanicien automobile", "I1604", "6"), ("Conducteur routier", "N4101", "6"),
    ("Préparateur de commandes", "N1103", "2"), ("Cariste", "N1101", "2"),
    ("Agent d'entretien", "K2204", "1"), ("Assistant de vie", "K1302", "2"),
    ("Comptable", "M1203", "7"), ("Assistant commercial", "D1401", "7"), ("Vendeur", "D1214", "2"),
    ("Boucher", "D1101", "6"), ("Ouvrier agricole", "A1416", "1"), ("Développeur", "M1805", "8"),
]
PARTICULARS = ["H/F", "F/H", "(h/f)", "expérimenté", "débutant accepté", "de nuit", "en alternance",
               "temps plein", "itinérant", "polyvalent", "confirmé", "junior", "senior", "urgent"]
WORDS = (
    "vous serez chargé de la réalisation du suivi et du contrôle dans le respect des consignes de "
    "sécurité au sein d'une équipe dynamique sous la responsabilité du chef de service poste à "
    "pourvoir dès que possible expérience souhaitée permis exigé travail en horaires décalés prime "
    "de panier mutuelle entreprise familiale implantée depuis trente ans autonomie rigueur "
    "ponctualité goût du contact formation assurée en interne contrat évolutif possibilité de "
    "logement saison été hiver clientèle locale chantier atelier hôpital collège résidence"
).split()
STREETS = ["rue", "avenue", "place", "chemin", "impasse", "boulevard", "route"]


def words(least, most):
    return " ".join(random.choices(WORDS, k=random.randint(least, most)))


def offer(number):
    title, rome, qualification = random.choice(JOBS)
    day = f"2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
    permanent = random.random() < 0.5
    return [
        f"o{number}", random.choice(("France Travail", "APEC", "site", "presse locale")),
        f"{title} {random.choice(PARTICULARS)} {words(0, 3)}".strip(), rome, "", "", qualification,
        f"15{random.randint(1, 267):03}", f"{random.randint(10, 96)}{random.randint(1, 99):02}Z",
        day, "" if random.random() < 0.6 else f"2026-12-{random.randint(1, 31):02}",
        random.choice((1, 1, 1, 2, 3, 5, 12)), "CDI" if permanent else random.choice(("CDD", "MIS", "SAI")),
        "" if permanent else random.randint(1, 18), random.choice(("oui", "oui", "oui", "non")),
        random.choice(("ouverte", "pourvue", "annulée")),
        f"{words(1, 3)} {random.randint(1, 9_999)}", f"{random.randrange(10**14):014}",
        f"{random.randint(1, 300)} {random.choice(STREETS)} {words(1, 2)}", words(4, 12),
        words(1, 4), f"{random.randint(1_400, 4_500)} euros", f"ref-{random.randrange(10**8):08x}",
        f"2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
        f"{random.uniform(44, 45.5):.6f}".replace(".", ","), f"{random.uniform(2, 3.4):.6f}".replace(".", ","),
        random.choice(("", "1 an", "2 ans", "5 ans", "débutant")), random.choice(("", "B", "B", "C", "CE")),
        random.choice(("", "", "", "anglais", "espagnol")), words(0, 4),
    ]


def make_text(path, rows):
    random.seed(1)
    with open(path, "w", encoding="utf-8") as out:
        out.write(";".join(COLUMNS) + "\n")
        for number in range(rows):
            out.write(";".join(map(str, offer(number))) + "\n")


def make_workbook(path, rows):
    """A workbook written as text, without a library: inline strings and numbers."""
    random.seed(1)
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
        files = with_a_third(files, folder)
        cache = {"XDG_CACHE_HOME": folder}
        workbooks = [
            ("bassin check, cold", [asked.bassin, "--no-cache", "check", *files], None),
            ("inflating the sheets, one thread (zlib)", [sys.executable, "-c", INFLATE, *files], None),
            *peers(files),
        ]
        compare(f"{len(files)} workbooks of {asked.folder}", workbooks, asked.runs)
        warm = [asked.bassin, "check", *files]
        run(warm, cache)
        kept, cold, start = compare("the same files again, unchanged", [
            ("bassin check, from the cache", warm, cache),
            ("bassin check, cold", [asked.bassin, "--no-cache", "check", *files], None),
            ("the program begun, without a file", [asked.bassin, "--version"], None),
        ], asked.runs)
        print(f"  cold over kept, the beginning of the program apart: x {(cold - start) / (kept - start):.1f}")
        if not asked.big:
            return
        rows = 1_000_000
        text, workbook = Path(folder, "offres.csv"), Path(folder, "offres.xlsx")
        make_text(text, rows)
        make_workbook(workbook, rows)
        csv = [("bassin check, text", [asked.bassin, "--no-cache", "check", str(text)], None)]
        if has("polars"):
            csv.append(("polars read_csv, all as words", [sys.executable, "-c", POLARS_CSV, str(text)], None))
            csv.append(("polars read_csv, days and numbers", [sys.executable, "-c", POLARS_TYPED, str(text)], None))
        compare(f"a text of {rows:,} rows x {len(COLUMNS)} columns ({text.stat().st_size >> 20} MiB)", csv, 3)
        book = [("bassin check, workbook", [asked.bassin, "--no-cache", "check", str(workbook)], None)]
        compare(f"the same as a workbook ({workbook.stat().st_size >> 20} MiB)", book, 1)


if __name__ == "__main__":
    main()
