"""Reads exports with the programs that others read them with: `python3 read-back.py FOLDER` prints what they found, as JSON."""
import json
import sys

import stix2
from followthemoney import model
from followthemoney.statement.serialize import read_csv_statements
from followthemoney.statement.statement import Statement

folder = sys.argv[1]
faults = []
entities = {}
for name in ("ftm", "subjects-ftm"):
    for line in open(f"{folder}/{name}", encoding="utf-8"):
        data = json.loads(line)
        proxy = model.get_proxy(data, cleaned=False)
        entities[proxy.id] = proxy
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        for name, values in data["properties"].items():
            # The library takes blanks away from the ends of a text, and nothing else.
            if sorted(map(str.strip, kept.get(name, []))) != sorted(map(str.strip, values)):
                faults.append(f"{proxy.schema.name}.{name} is not kept")
            kind = proxy.schema.get(name).type
            for value in values if kind.name in ("date", "language", "country", "mimetype", "checksum", "url") else []:
                if kind.clean(value) is None:
                    faults.append(f"{proxy.schema.name}.{name} is no {kind.name}: {value}")
for proxy in entities.values():
    for prop in proxy.iterprops():
        for value in proxy.get(prop) if prop.type.name == "entity" else []:
            if value not in entities or not entities[value].schema.is_a(prop.range):
                faults.append(f"{proxy.schema.name}.{prop.name} points at nothing that it may")

with open(f"{folder}/statements", "rb") as rows:
    statements = list(read_csv_statements(rows))
for one in statements:
    if one.id != Statement.make_key(one.dataset, one.entity_id, one.prop, one.value, one.external):
        faults.append(f"the key of {one.entity_id}.{one.prop} is another")
    if one.prop_type != model.get(one.schema).get(one.prop).type.name:
        faults.append(f"the type of {one.prop} is another")

with open(f"{folder}/stix", encoding="utf-8") as text:
    bundle = stix2.parse(json.load(text), allow_custom=False, version="2.1")
named = {one["id"] for one in bundle.objects}
for one in bundle.objects:
    for reference in [*one.get("object_refs", []), *([one["created_by_ref"]] if "created_by_ref" in one else [])]:
        if reference not in named:
            faults.append(f"{one['type']} points at nothing")
with open(f"{folder}/subjects-stix", encoding="utf-8") as text:
    named_subjects = stix2.parse(json.load(text), allow_custom=False, version="2.1").objects
kinds = sorted({one["type"] for one in bundle.objects})
print(json.dumps({"faults": sorted(set(faults)), "entities": len(entities), "statements": len(statements), "stix": kinds, "subjects": len(named_subjects)}))
