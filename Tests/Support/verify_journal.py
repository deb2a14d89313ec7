"""Checks the journals of a session by docs/session-format.md alone.

usage: verify_journal.py SESSION_FOLDER
Prints one line per journal; exits 1 and says file and line where something is wrong.
"""
import hashlib, json, pathlib, sys

def sha(data):
    return hashlib.sha256(data).hexdigest()

def fail(path, number, reason):
    sys.exit(f"{path.name}, line {number}: {reason}")

redacted, missing = set(), []
for path in sorted(pathlib.Path(sys.argv[1], "journal").glob("*.jsonl")):
    data = path.read_bytes()
    if not data.endswith(b"\n"):
        fail(path, data.count(b"\n") + 1, "incomplete")
    last = None
    more = 0
    for number, line in enumerate(data[:-1].split(b"\n"), 1):
        event = json.loads(line)
        cut = line.rfind(b',"sum":"')
        if sha(line[:cut]) != event["sum"]:
            fail(path, number, "sum")
        rest = line[cut:]
        if "text" in event:
            start = rest.index(b',"text":') + len(b',"text":')
            if sha(rest[start:-1]) != event["seal"]:
                fail(path, number, "seal")
        elif rest != b',"sum":"' + event["sum"].encode() + b'"}':
            fail(path, number, "end of line")
        if number == 1:
            if event["device"] != path.stem:
                fail(path, number, "device")
        else:
            if event["prev"] != last or event["seq"] != number - 1:
                fail(path, number, "chain")
            if more and event.get("more", 0) != more - 1:
                fail(path, number, "act")
            more = event.get("more", 0)
            if event["kind"] == "contribution.redacted":
                redacted.add(event["data"]["contribution"])
            if event["kind"] == "opportunity.redacted":
                for edition in range(event["data"].get("edition", 0) + 1):
                    redacted.add((event["data"]["opportunity"], edition))
            if "seal" in event and "text" not in event:
                data = event["data"]
                is_card = event["kind"].startswith("opportunity.")
                owner = (data["opportunity"], data.get("edition", 0)) if is_card else data["contribution"]
                missing.append((path, number, owner))
        last = event["sum"]
    if more:
        fail(path, number, "act")
    print(path.name, number)
for path, number, owner in missing:
    if owner not in redacted:
        fail(path, number, "words missing")
