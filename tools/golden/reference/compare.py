"""Lists the cells of the product's table that differ from the reference's by over three SE.

Run from the project's root: python3 tools/golden/reference/compare.py [the product's table]
"""
import json
import math
import sys
from pathlib import Path

HERE = Path(__file__).resolve()
PRODUCT = HERE.parents[3] / "instruments/teto-egen/v1/careless.json"
LIMIT = 3.0
FLAT = {"beforeTeto": ("before", "teto"), "beforeEgen": ("before", "egen"), "beforeSure": ("before", "sure"),
        "refused": ("refused",), "cautious": ("cautious",), "items": ("items",),
        "afterTeto": ("after", "teto"), "afterEgen": ("after", "egen"), "afterSure": ("after", "sure")}


def cell(row, path):
    for key in path:
        row = row[key]
    return row


def standard_errors(name, ours, theirs, value):
    """Difference in standard errors; a share's from the pooled share, the items' from our SD."""
    per_person = 1 / ours["people"] + 1 / theirs["people"]
    pooled = (ours[name] * ours["people"] + value * theirs["people"]) / (ours["people"] + theirs["people"])
    variance = max(ours["itemsSd"], 0.05) ** 2 if name == "items" else pooled * (1 - pooled)
    if variance * per_person < 1e-12:
        return 0.0 if abs(value - ours[name]) < 1e-4 else math.inf
    return (value - ours[name]) / math.sqrt(variance * per_person)


def main():
    reference = json.loads((HERE.parent / "careless-table.json").read_text())
    product = json.loads(Path(sys.argv[1] if len(sys.argv) > 1 else PRODUCT).read_text())
    theirs = {(language["language"], mode["mode"], row["kind"]): row
              for language in product["languages"] for mode in language["modes"] for row in mode["rows"]}
    for language in product["languages"]:
        if language["rule"] != reference["rule"][language["language"]]:
            print(f"{language['language']}: the limits differ; product {language['rule']}")
    cells = differing = 0
    for table in reference["tables"]:
        for values in table["rows"]:
            ours = dict(zip(reference["columns"], values))
            row = theirs.get((table["language"], table["mode"], ours["kind"]))
            for name, path in FLAT.items() if row else ():
                value, cells = cell(row, path), cells + 1
                distance = standard_errors(name, ours, row, value)
                if abs(distance) > LIMIT:
                    differing += 1
                    print(f"{table['language']} {table['mode']:8} {ours['kind']:17} {name:11} "
                          f"product {value:8.4f}  reference {ours[name]:8.4f}  {distance:+.1f} SE")
    print(f"{differing} of {cells} cells differ by more than {LIMIT:g} standard errors")


if __name__ == "__main__":
    main()
