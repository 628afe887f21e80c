"""Silences of six hours or more by MovingPandas' splitter at gaps of observation, on a CSV of positions.

Prints JSON: processor seconds without the reading of the file, and how many silences there are.
"""

import datetime
import json
import sys
import time

import geopandas
import movingpandas
import pandas

table = pandas.read_csv(sys.argv[1])
table["time"] = pandas.to_datetime(table["timestamp"], unit="s")
places = geopandas.points_from_xy(table["lon"], table["lat"])
frame = geopandas.GeoDataFrame(table[["mmsi", "time"]], geometry=places, crs=4326).set_index("time")

begun = time.process_time()
ships = movingpandas.TrajectoryCollection(frame, "mmsi")
parts = movingpandas.ObservationGapSplitter(ships).split(gap=datetime.timedelta(hours=6))
seconds = time.process_time() - begun
print(json.dumps({"seconds": seconds, "found": len(parts) - len(ships)}))
