import { expect } from 'vitest';
import { type ActBuilder, buildUndo } from '../../src/app/act-builders/act-builder.ts';
import { buildReviews } from '../../src/app/act-builders/claim-acts.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { holdWorkspace } from '../../src/app/workspace/workspace.ts';
import type { JsonObject } from '../../src/core/json/json.ts';
import { runInto, writeDossier } from '../dossier/workspace.ts';
import { fullCountTest } from '../full-count.ts';
import { followedAndAnew } from './derived-anew.ts';

const STATES = 'Angola Benin Chad Egypt Gabon Ghana Kenya Libya Malta Nepal Niger Oman Peru Qatar Spain Togo'.split(
  ' ',
);
const [PAPERS, SENTENCES] = [3, 200];
/** As many as the API promises for a page. */
const MOST_SHOWN = 500;

/** Ministries that each count missiles of one kind, month and sender. */
function dossier(): string {
  const text = (paper: number): string =>
    Array.from({ length: SENTENCES }, (_, at) => {
      const number = 20 + ((at * 7 + paper) % 90);
      const day = 1 + Math.floor(at / STATES.length);
      return `The foreign ministry of ${STATES[at % STATES.length]} said on ${day} May 2024 that North Korea had fired ${number} missiles at Japan in March 2024.`;
    }).join('\n\n');
  return writeDossier(
    Object.fromEntries(
      Array.from({ length: PAPERS }, (_, paper) => [`paper-${paper}`, { text: text(paper), published: '2024-06-01' }]),
    ),
  );
}

const rowsIn = (comparison: JsonObject | undefined) =>
  (comparison?.rows ?? []) as readonly { readonly id: string; readonly claim: string }[];

fullCountTest('hundreds of figures on one matter follow acts on any of them', { timeout: 600_000 }, async () => {
  const { workspace } = await runInto(dossier());
  const held = await holdWorkspace({ workspace, command: 'test', progress: silentProgress, create: false });
  const great = async () =>
    await held.projections.read(silentProgress, async (store) => {
      const all = [...(await store.comparisons())].sort((a, b) => rowsIn(b).length - rowsIn(a).length)[0];
      return { all: rowsIn(all), shown: rowsIn(await store.comparison(String(all?.id))) };
    });
  const act = async (builder: ActBuilder) => {
    await held.act(builder, silentProgress);
    const { followed, anew } = await followedAndAnew(held);
    expect(followed).toBe(anew);
  };
  const { all, shown } = await great();
  expect(all.length).toBeGreaterThan(MOST_SHOWN);
  expect(shown).toHaveLength(MOST_SHOWN);
  const signature = { by: 'Ada', reason: 'the passage says so' };
  const said = (at: number): string => all[at]?.claim ?? '';
  await act(buildReviews(signature, [said(40), said(all.length - 1)], 'accepted'));
  // The first gives the comparison its id, and the next moves what there is room for.
  for (const at of [300, 2, 0]) await act(buildReviews(signature, [said(at)], 'rejected'));
  const rejected = [said(300), said(2), said(0)];
  expect((await great()).all.map(({ claim }) => claim)).toEqual(
    all.flatMap(({ claim }) => (rejected.includes(claim) ? [] : [claim])),
  );
  const { acts } = await held.derivation.snapshot(silentProgress);
  await act(buildUndo(signature, acts.at(-1)?.id ?? ''));
  expect((await great()).all[0]?.claim).toBe(said(0));
  // Several at once, of those that are compared and of those that there is no room for; and back again.
  await act(buildReviews(signature, [said(1), said(20), said(all.length - 2)], 'rejected'));
  await act(buildReviews(signature, [said(20), said(all.length - 2), said(300)], 'accepted'));
  await act(buildReviews(signature, [said(2), said(1)], 'accepted'));
  expect(await great()).toEqual({ all, shown });
  await held.close();
});
