#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The schema that editors use, held against every recipe that comes with Vigie and against typing errors.

usage: schema_test.py path/to/resources/recipes"""

import copy
import glob
import json
import os
import sys

try:
    import jsonschema
except ImportError:
    print("SKIPPED: python3-jsonschema is not installed (scripts/packages names it)")
    sys.exit(77)


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(folder):
    schema = load(os.path.join(folder, "recipe.schema.json"))
    jsonschema.Draft7Validator.check_schema(schema)
    judge = jsonschema.Draft7Validator(schema)
    failures, recipes = [], {}
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        if path.endswith("recipe.schema.json"):
            continue
        recipes[os.path.basename(path)] = load(path)
        for error in judge.iter_errors(recipes[os.path.basename(path)]):
            failures.append(f"{os.path.basename(path)}: /{'/'.join(map(str, error.path))}: {error.message[:200]}")
    good = recipes["hackernews.json"]
    wrong = {
        "a key that is none": lambda one: one.update(operatoins={}),
        "an operation that is none": lambda one: one["operations"].update(listn={}),
        "a map with a typing error": lambda one: one["maps"]["entry"].update(publishd="/x"),
        "an error that is none": lambda one: one["errors"].append({"as": "rate_limit"}),
        "an address without https": lambda one: one.update(base="http://a.example"),
        "no fixtures": lambda one: one.pop("fixtures"),
    }
    for what, spoil in wrong.items():
        spoilt = copy.deepcopy(good)
        spoil(spoilt)
        if judge.is_valid(spoilt):
            failures.append(f"the schema takes {what}")
    print("\n".join(failures) if failures else f"{len(recipes)} recipes and {len(wrong)} typing errors judged rightly")
    return 1 if failures or not recipes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
