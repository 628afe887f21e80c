"""The encounter core of Global Fishing Watch (pipe-encounters) on a CSV of positions, its steps called one after the other.

Beam only carries records between the steps: where it is not installed, its names stand for nothing, and sorting and grouping are done here.
Prints JSON: processor seconds of the steps, without the reading of the file, and how many encounters they give.
"""

import csv
import datetime
import json
import sys
import time
from collections import defaultdict
from unittest.mock import MagicMock

try:
    import apache_beam
except ImportError:
    beam = MagicMock()
    beam.PTransform = object
    beam.coders.Coder = object
    sys.modules["apache_beam"] = beam

from pipe_encounters.objects.record import Record
from pipe_encounters.transforms.compute_adjacency import ComputeAdjacency
from pipe_encounters.transforms.compute_encounters import ComputeEncounters
from pipe_encounters.transforms.resample import Resample

records = []
with open(sys.argv[1]) as file:
    for row in csv.DictReader(file):
        when = datetime.datetime.fromtimestamp(int(row["timestamp"]), datetime.timezone.utc)
        place = (float(row["lat"]), float(row["lon"]), float(row["sog"]), float(row["cog"]))
        records.append(Record(row["mmsi"], when, *place))

begun = time.process_time()
days = defaultdict(dict)
for record in records:
    days[(record.id, record.timestamp.date())][record.timestamp] = record
resample = Resample(increment_s=600, max_gap_s=3600)
moments = defaultdict(list)
for day in days.values():
    for one in resample.resample_records([day[when] for when in sorted(day)]):
        moments[one.timestamp].append(one)
adjacency = ComputeAdjacency(max_adjacency_distance_km=0.5)
ships = defaultdict(list)
for item in moments.items():
    for one in adjacency.annotate_adjacency(item):
        ships[f"{one.id}_{one.timestamp.date()}"].append(one)
compute = ComputeEncounters(max_km_for_encounter=0.5, min_minutes_for_encounter=120)
found = []
for item in ships.items():
    found.extend(compute.compute_encounters(compute.sort_by_time(item)))
seconds = time.process_time() - begun
slow = [one for one in found if one.median_speed_knots < 2]
print(json.dumps({"seconds": seconds, "found": len(slow)}))
