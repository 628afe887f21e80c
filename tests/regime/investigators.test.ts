import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Activity } from '../../src/regime/activity.ts';
import { assess } from '../../src/regime/assess.ts';
import type { Verdict } from '../../src/regime/assessment.ts';
import { loadRegime } from '../../src/regime/load.ts';

/** A case as an investigator writes it, one a line. The answers were written from the resolutions; where they leave two open, the engine chose. */
type InvestigatorCase = {
  readonly id: string;
  readonly activity: Activity;
  readonly verdict: Verdict;
  /** Paragraphs that must be, and that must not be, among the grounds. */
  readonly grounds?: readonly string[];
  readonly notGrounds?: readonly string[];
  /** Number of the resolution that gave the Panel its mandate on the day; null when there was none. */
  readonly panel?: string | null;
};

const cases = readFileSync(new URL('investigators-cases.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as InvestigatorCase);

test.each(cases.map((one) => [`${one.id} ${one.activity.date} ${goodsOf(one)}`, one] as const))('%s', (_name, one) => {
  const answer = assess(loadRegime('un-1718'), one.activity);
  const named = answer.grounds.map((row) => row.provision);
  expect(answer.verdict).toBe(one.verdict);
  for (const due of one.grounds ?? [])
    expect(
      named.some((id) => id === due || id.startsWith(`${due}(`)),
      `${due} of ${named.join(', ')}`,
    ).toBe(true);
  for (const wrong of one.notGrounds ?? []) expect(named).not.toContain(wrong);
  if (one.panel === null) expect(answer.monitor.panel).toBeNull();
  if (one.panel) expect(answer.monitor.panel).toContain(one.panel);
});

function goodsOf({ activity }: InvestigatorCase): string {
  return activity.goods?.name ?? activity.goods?.hs ?? activity.act;
}
