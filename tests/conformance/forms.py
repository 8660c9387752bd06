"""What `briefing` writes as JSON is what its JSON Schemas say, by the jsonschema package.

forms.py SCHEMA.json FILE.json …

Each file must be valid, and must no longer be once its version, its format or one of its keys is another: a schema that
refuses nothing says nothing.
"""

import copy
import json
import sys

from jsonschema import Draft202012Validator


def breakages(value):
    yield "another format", {**value, "format": "another"}
    yield "a version of words", {**value, "version": "1"}
    yield "without its version", {key: inner for key, inner in value.items() if key != "version"}
    for key, inner in value.items():
        changed = copy.deepcopy(value)
        changed[key] = 1.5 if not isinstance(inner, (int, float)) else [inner]
        yield f"another {key}", changed


def main():
    schema_path, *paths = sys.argv[1:]
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    failed = False
    for path in paths:
        with open(path, encoding="utf-8") as file:
            value = json.load(file)
        faults = [f"{error.json_path}: {error.message}"[:200] for error in validator.iter_errors(value)]
        faults += [f"the schema accepts {what}" for what, broken in breakages(value) if validator.is_valid(broken)]
        print(f"{'FAIL' if faults else 'pass'}  {path}  JSON Schema")
        for fault in faults[:5]:
            print(f"      {fault}")
        failed = failed or bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
