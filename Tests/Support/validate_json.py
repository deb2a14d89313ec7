"""Validates a session's files against the JSON Schemas (2020-12) with python3-jsonschema.

usage: validate_json.py SCHEMA_FOLDER SESSION_FOLDER
Exit 0: all valid; 1: not, and why; 77: python3-jsonschema is not installed.
"""
import json, pathlib, sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit(77)

schemas, session = map(pathlib.Path, sys.argv[1:])

def validator(name):
    schema = json.loads((schemas / name).read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)

lines = validator("journal-line.schema.json")
count = 0
for path in sorted((session / "journal").glob("*.jsonl")):
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")[:-1], 1):
        for error in lines.iter_errors(json.loads(line)):
            sys.exit(f"{path.name}, line {number}: {error}")
        count += 1
for error in validator("session.schema.json").iter_errors(json.loads((session / "session.json").read_text())):
    sys.exit(f"session.json: {error}")
print(count)
