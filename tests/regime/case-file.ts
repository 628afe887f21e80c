import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { assess } from '../../src/regime/evaluation/assess.ts';
import { loadRegime } from '../../src/regime/loading/load.ts';
import type { Activity } from '../../src/regime/model/activity.ts';
import type { Verdict } from '../../src/regime/model/assessment.ts';

/** A case as an investigator or a lawyer writes it, one a line of a file: the answer was written from the resolutions, before the engine was asked. */
export type FileCase = {
  readonly id: string;
  readonly activity: Activity;
  readonly verdict: Verdict;
  /** Paragraphs that must be, and that must not be, among the grounds. */
  readonly grounds?: readonly string[];
  readonly notGrounds?: readonly string[];
  /** What one of the facts asked for must say. */
  readonly missing?: string;
  /** Number of the resolution that gave the Panel its mandate on the day; null when there was none. */
  readonly panel?: string | null;
  readonly outsideUn?: readonly string[];
};

export function readCases(name: string): readonly FileCase[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as FileCase);
}

export function titleOf({ id, activity }: FileCase): string {
  return `${id} ${activity.date} ${activity.goods?.name ?? activity.goods?.hs ?? activity.act}`;
}

export function expectAnswer(one: FileCase): void {
  const answer = assess(loadRegime('un-1718'), one.activity);
  const named = answer.grounds.map((row) => row.provision);
  expect(answer.verdict).toBe(one.verdict);
  for (const due of one.grounds ?? [])
    expect(
      named.some((id) => id === due || id.startsWith(`${due}(`)),
      `${due} of ${named.join(', ')}`,
    ).toBe(true);
  for (const wrong of one.notGrounds ?? []) expect(named).not.toContain(wrong);
  if (one.missing !== undefined) expect(answer.missing?.join('\n')).toMatch(new RegExp(one.missing, 'm'));
  if (one.panel === null) expect(answer.monitor.panel).toBeNull();
  if (one.panel) expect(answer.monitor.panel).toContain(one.panel);
  if (one.outsideUn) expect(answer.monitor.outsideUn).toEqual(one.outsideUn);
}
