/**
 * Positions of two invented ships as CSV: they come together in the East China Sea for five hours, and the second, AMBER's partner
 * PYOL HAE, is not heard for two days afterwards, in which she could sail to Nampo and back. Others sail about and are heard all the while.
 */
export function meetingAtSea({
  day,
  flags: [own, partner],
}: {
  readonly day: string;
  /** The country digits of the two MMSI numbers. */
  readonly flags: readonly [string, string];
}): string {
  const start = Date.parse(`${day}T00:00:00Z`) / 1000 - 86_400;
  const rows: string[] = ['mmsi,timestamp,lat,lon,sog,cog,imo,name,callsign'];
  const report = (mmsi: string, time: number, lat: number, lon: number, sog: number, cog: number, who = ',,'): void => {
    rows.push(
      `${mmsi},${new Date(time * 1000).toISOString().slice(0, 19)}Z,${lat.toFixed(5)},${lon.toFixed(5)},${sog.toFixed(1)},${cog},${who}`,
    );
  };
  const minutes = (from: number, to: number): number[] =>
    Array.from({ length: Math.floor((to - from) / 360) }, (_, at) => from + at * 360);
  const meeting = { from: start + 86_400 + 6 * 3600, to: start + 86_400 + 11 * 3600, lat: 35.2, lon: 123.4 };
  const knots = (speed: number, seconds: number): number => (speed * seconds) / 3600 / 60;
  for (const time of minutes(start, start + 5 * 86_400)) {
    const away = Math.max(0, meeting.from - time, time - meeting.to);
    const isMeeting = away === 0;
    const off = knots(10, Math.min(away, 40_000));
    report(
      `${own}000001`,
      time,
      meeting.lat - off,
      meeting.lon,
      isMeeting ? 0.2 : 10,
      time < meeting.from ? 0 : 180,
      '9000003,AMBER HERON,3EXX1',
    );
    const silent = time > meeting.to + 3600 && time < meeting.to + 3600 + 2 * 86_400;
    if (!silent)
      report(
        `${partner}000002`,
        time,
        meeting.lat + 0.001 + Math.min(off, knots(10, 40_000)),
        meeting.lon,
        isMeeting ? 0.2 : 10,
        time < meeting.from ? 180 : 0,
        '9000015,PYOL HAE,HMXX2',
      );
    for (let other = 0; other < 6; other++) {
      const turn = Math.sin((time - start) / 20_000 + other);
      report(`41200010${other}`, time, 35.3 + 0.3 * turn + other * 0.05, 123.0 + 0.12 * other + 0.1 * turn, 6, 45);
    }
  }
  return `${rows.join('\n')}\n`;
}
