import { beforeAll, describe, expect, it } from 'vitest';
import { editNotes } from '../../src/app/act-builders/edited-bounds.ts';
import { arrangeIncident, editClaim, listClaims, listIncidents, undoAct } from '../../src/app/commands/review.ts';
import type { HeldWorkspace } from '../../src/app/workspace/workspace.ts';
import { holdForTests, runInto, writeDossier } from './workspace.ts';

const BY = { by: 'Ann Orr' };

describe('a claim whose hedge is put right', () => {
  it('gets the bounds of the new hedge, and says so', async () => {
    const dossier = writeDossier({
      harbour: { text: 'The coast guard said that Norway fired about 50 rockets.\n', published: '2024-02-01' },
    });
    const workspace = await holdForTests((await runInto(dossier)).workspace);
    const [claim] = await listClaims({ workspace });
    const [quantity] = claim?.quantities ?? [];
    expect(quantity).toMatchObject({ qualifier: 'about', low: '40', high: '60' });
    const edit = async (more: object) =>
      await editClaim({
        workspace,
        ...BY,
        id: claim?.id ?? '',
        changes: JSON.stringify({ quantities: [{ ...quantity, ...more }] }),
      });
    const act = await edit({ qualifier: 'at-least' });
    expect((await listClaims({ workspace }))[0]?.quantities[0]).toMatchObject({
      qualifier: 'at-least',
      low: '50',
      high: null,
    });
    expect((await listClaims({ workspace }))[0]?.quantities[0]).not.toHaveProperty('convention');
    expect(editNotes(act)).toEqual([expect.stringContaining('at least 50')]);
    // Bounds that a person sets count.
    const own = await edit({ qualifier: 'between', low: '45', high: '55' });
    expect((await listClaims({ workspace }))[0]?.quantities[0]).toMatchObject({ low: '45', high: '55' });
    expect(editNotes(own)).toEqual([]);
  });
});

describe('an incident made by hand', () => {
  let workspace: HeldWorkspace;
  let ids: string[] = [];
  const incidents = async () => (await listIncidents({ workspace })).map(({ claims }) => [...claims].sort());

  beforeAll(async () => {
    const texts = ['Norway', 'Chile', 'Kenya', 'Laos'].map(
      (state) => `The harbour master said that ${state} shipped 40 crates of pumps.\n`,
    );
    const dossier = writeDossier(
      Object.fromEntries(texts.map((text, at) => [`paper${at}`, { text, published: '2024-02-01' }])),
    );
    workspace = await holdForTests((await runInto(dossier)).workspace);
    ids = (await listClaims({ workspace })).map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(4);
  });

  it('holds the claims that were chosen, takes others in, and lets any of them go', async () => {
    const [a = '', b = '', c = '', d = ''] = ids;
    await arrangeIncident({ workspace, ...BY, claims: [a, b, c] });
    expect(await incidents()).toContainEqual([a, b, c].sort());
    const idOf = async () => (await listIncidents({ workspace })).find(({ claims }) => claims.includes(b))?.id ?? '';
    await arrangeIncident({ workspace, ...BY, incident: await idOf(), claims: [d] });
    expect(await incidents()).toContainEqual([a, b, c, d].sort());
    // The first of them goes, and the others stay together.
    const acts = await arrangeIncident({ workspace, ...BY, incident: await idOf(), claims: [a], takeOut: true });
    expect(await incidents()).toContainEqual([b, c, d].sort());
    expect((await incidents()).flat()).not.toContain(a);
    for (const { id } of [...acts].reverse()) await undoAct({ workspace, ...BY, id });
    expect(await incidents()).toContainEqual([a, b, c, d].sort());
    await expect(arrangeIncident({ workspace, ...BY, claims: [a] })).rejects.toThrow('at least two');
    await expect(arrangeIncident({ workspace, ...BY, incident: 'i-none', claims: [a] })).rejects.toThrow(
      'no such incident',
    );
  });
});
