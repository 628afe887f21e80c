"""Asks nomenklatura's logic-v2 for scores. Usage: logic_v2.py ENTITIES QUESTIONS ANSWERS (files of JSON lines).

The package searches nothing by itself without a search server, so each question is scored against the 50 subjects whose
names share the rarest three-letter pieces with it, and always against the right answer: that only favours it.
Every subject has an id of its own, since what was worked out for an id is kept. A question with `pair` is scored against that one name. The last line of ANSWERS holds the CPU seconds of the scoring.
"""

import json
import math
import sys
import time
from collections import Counter, defaultdict

from followthemoney import EntityProxy, model
from nomenklatura.matching import LogicV2
from nomenklatura.matching.types import ScoringConfig
from normality import ascii_text

CANDIDATES = 50
CONFIG = ScoringConfig.defaults()


def proxy(entity_id, schema, properties):
    return EntityProxy.from_dict({"id": entity_id, "schema": schema, "properties": properties})


def pieces(names):
    found = set()
    for name in names:
        for word in (ascii_text(name) or "").lower().split():
            padded = f"^{word}$"
            found.update(padded[i : i + 3] for i in range(len(padded) - 2))
    return found


def main(entity_file, question_file, answer_file):
    entities = {}
    postings = defaultdict(list)
    with open(entity_file, encoding="utf-8") as lines:
        for line in lines:
            data = json.loads(line)
            if not model.get(data["schema"]).is_a("LegalEntity") and data["schema"] not in ("Vessel", "Airplane"):
                continue
            entity = proxy(data["id"], data["schema"], data["properties"])
            entities[entity.id] = entity
            for piece in pieces(entity.names):
                postings[piece].append(entity.id)
    spent = 0.0
    asked = 0
    with open(question_file, encoding="utf-8") as lines, open(answer_file, "w", encoding="utf-8") as out:
        for line in lines:
            question = json.loads(line)
            query = proxy(f"q-{question['key']}", question["schema"], {"name": [question["name"]]})
            if "pair" in question:
                candidates = [proxy(f"pair-{question['key']}", question["schema"], {"name": [question["pair"]]})]
            else:
                weights = Counter()
                for piece in pieces([question["name"]]):
                    having = postings.get(piece, [])
                    for entity_id in having:
                        weights[entity_id] += math.log(1 + len(entities) / len(having))
                ids = [entity_id for entity_id, _ in weights.most_common(CANDIDATES)]
                expected = question.get("expected")
                if expected in entities and expected not in ids:
                    ids.append(expected)
                candidates = [entities[entity_id] for entity_id in ids]
            start = time.process_time()
            hits = [(other.id, LogicV2.compare(query, other, CONFIG).score) for other in candidates]
            spent += time.process_time() - start
            asked += 1
            hits.sort(key=lambda hit: -hit[1])
            answer = {"key": question["key"], "hits": [{"entityId": i, "score": s} for i, s in hits[:5] if s > 0]}
            out.write(json.dumps(answer) + "\n")
        out.write(json.dumps({"cpuSeconds": spent, "asked": asked}) + "\n")


main(*sys.argv[1:4])
