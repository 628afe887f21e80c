import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatherEvidence } from '../../src/app/acts/evidence.ts';
import { ownHistory } from '../../src/app/acts/own-history.ts';
import { heldIdentity } from '../../src/app/exchange/age-identity.ts';
import { planShare } from '../../src/app/exchange/share.ts';
import type { JsonObject } from '../../src/core/json/json.ts';
import { decryptWith, encryptFor } from '../../src/exchange/package/encryption.ts';
import { openPackage } from '../../src/exchange/package/package-file.ts';
import { lineObjectOf } from '../../src/exchange/package/received-act.ts';
import { readActLines, readRecord } from '../../src/record/read-record.ts';
import { layoutOf } from '../../src/record/storage/layout.ts';
import { jsonLines, panel } from '../cli/command.ts';
import { fullCountTest, isFullCount } from '../full-count.ts';
import { withRecord } from './sample-record.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-share-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const TEXT = `Officials in Seoul said on 3 May 2023 that North Korea had fired two missiles toward the sea.

The ministry said that around 40 containers had been shipped to Russia since August 2023.
`;
const OTHER = 'Analysts in Tokyo said on 9 June 2023 that North Korea had fired three missiles toward the sea.\n';

async function begin(workspace: string, text = TEXT, source = 'Gazette'): Promise<void> {
  writeFileSync(at(`${source}.txt`), text);
  expect((await panel('add', at(`${source}.txt`), '--source', source, '--workspace', at(workspace))).code).toBe(0);
}
const claimsOf = async (workspace: string) =>
  jsonLines((await panel('claims', '--json', '--workspace', at(workspace))).out);
const recipientOf = async (workspace: string) =>
  (await panel('share', '--my-recipient', '--workspace', at(workspace))).out.trim();
const keyOf = async (workspace: string) => readFileSync(join(at(workspace), 'record/log/keys'), 'utf8').trim();
const evidenceOf = async (workspace: string) => {
  const acts = [];
  for await (const act of readRecord(at(workspace)).acts()) acts.push(act);
  return gatherEvidence(ownHistory(acts));
};
const share = (workspace: string, to: string, out: string, ...more: string[]) =>
  panel('share', '--to', to, '--out', at(out), '--by', 'A. Analyst', '--workspace', at(workspace), ...more);
const receive = (workspace: string, file: string, ...more: string[]) =>
  panel('receive', at(file), '--workspace', at(workspace), ...more);

describe('handing over', () => {
  it('takes along no act of a protected source, nor one that names it, unless somebody says so', async () => {
    await begin('ours');
    writeFileSync(at('tip.txt'), OTHER);
    const added = ['--source', 'Deck Hand Lee', '--protection', 'protected', '--workspace', at('ours')];
    expect((await panel('add', at('tip.txt'), ...added)).code).toBe(0);
    const to = await recipientOf('ours');
    const refused = await share('ours', to, 'all.age', '--acts', 'all', '--documents');
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--with-protected');
    expect(refused.err).not.toContain('Lee');
    expect(existsSync(at('all.age'))).toBe(false);
    const open = (await claimsOf('ours')).filter(({ document }) => document !== undefined).map(({ id }) => String(id));
    await panel('claims', 'accept', open[0] ?? '', '--by', 'A. Analyst', '--workspace', at('ours'));
    const acts = [];
    for await (const act of readRecord(at('ours')).acts()) acts.push(act);
    const review = acts.findLast(({ kind }) => kind === 'reviewed')?.id ?? '';
    expect((await share('ours', to, 'one.age', '--acts', review, '--documents')).code).toBe(0);
    expect((await share('ours', to, 'told.age', '--acts', 'all', '--with-protected')).code).toBe(0);
  });

  it('takes along no word on what follows from a protected source', async () => {
    await begin('ours');
    writeFileSync(at('tip.txt'), OTHER);
    const added = ['--source', 'Deck Hand', '--protection', 'restricted', '--workspace', at('ours')];
    expect((await panel('add', at('tip.txt'), ...added)).code).toBe(0);
    const claims = await claimsOf('ours');
    const ofTip = claims.find(({ quote }) => String(quote).includes('three missiles'));
    const ofPress = claims.find(({ quote }) => String(quote).includes('two missiles'));
    const by = { person: 'A. Analyst' };
    const named = (claim: typeof ofTip) => ({
      id: 's-0',
      kind: 'place',
      name: 'Tokyo',
      document: claim?.document,
      identifiers: [],
    });
    const said = [
      {
        kind: 'subject-judged',
        body: { a: 's-1', b: 's-2', judgement: 'same', why: null, named: [named(ofTip), named(ofPress)] },
      },
      {
        kind: 'judged',
        body: { documents: [ofTip?.document, ofPress?.document], judgement: 'independent', reason: 'R.' },
      },
      { kind: 'reviewed', body: { target: 'comparison', id: 't-0', status: 'accepted', seen: [ofTip?.id] } },
      { kind: 'reviewed', body: { target: 'comparison', id: 't-1', status: 'accepted', seen: [ofPress?.id] } },
    ] as const;
    const logged = await withRecord(at('ours'), (record) =>
      record.append(said.map(({ kind, body }) => ({ kind, by, body: body as unknown as JsonObject }))),
    );
    const ids = logged.map(({ id }) => id);
    const plan = await planShare({ workspace: at('ours'), acts: ['all'] });
    expect(ids.filter((id) => plan.protected.includes(id))).toEqual(ids.slice(0, 3));
    const to = await recipientOf('ours');
    for (const id of ids.slice(0, 3))
      expect((await share('ours', to, `${id}.age`, '--acts', id)).err).toContain('of a protected source');
    expect((await share('ours', to, 'open.age', '--acts', 'all', '--documents', '--without-protected')).code).toBe(0);
    const bytes = await decryptWith(heldIdentity(at('ours')) ?? '', readFileSync(at('open.age')));
    const text = Buffer.from(bytes).toString('utf8');
    for (const kept of [ofTip?.document, ofTip?.id, 'Deck Hand', 'three missiles', 'tip.txt'])
      expect(text.includes(String(kept)), String(kept)).toBe(false);
    expect(text).toContain(String(ofPress?.id));
  });

  it('is refused where the sender tells two histories, and nothing of it is logged', async () => {
    await begin('ours');
    await begin('theirs', 'A note.\n', 'Diary');
    const [first, second] = (await claimsOf('ours')).map(({ id }) => String(id));
    cpSync(at('ours'), at('fork'), { recursive: true });
    await panel('claims', 'accept', first ?? '', '--by', 'A. Analyst', '--workspace', at('ours'));
    await share('ours', await recipientOf('theirs'), 'one.age', '--acts', 'all');
    expect((await receive('theirs', 'one.age', '--name', 'Ours', '--key', await keyOf('ours'))).code).toBe(0);
    const size = readRecord(at('theirs')).checkpoint()?.size;
    for (const claim of [second, first])
      await panel('claims', 'reject', claim ?? '', '--by', 'A. Analyst', '--reason', 'R.', '--workspace', at('fork'));
    await share('fork', await recipientOf('theirs'), 'two.age', '--acts', 'all');
    const { code, err } = await receive('theirs', 'two.age');
    expect(code).toBe(1);
    expect(err).toMatch(
      /SPLIT VIEW: a-\d+ of this log is another act in the package than the one that you hold in a-\d+, signed by the same key/,
    );
    expect(readRecord(at('theirs')).checkpoint()?.size).toBe(size);
  });

  fullCountTest('goes to a colleague and comes back, each word under its own name, and no act is lost', async () => {
    await begin('ours');
    const [first, second] = (await claimsOf('ours')).map(({ id }) => String(id));
    await panel('claims', 'accept', first ?? '', '--by', 'A. Analyst', '--workspace', at('ours'));
    await begin('theirs', 'A note of their own.\n', 'Diary');
    expect(
      (await share('ours', await recipientOf('theirs'), 'to.age', '--acts', 'all', '--documents', '--marking', 'amber'))
        .code,
    ).toBe(0);
    // A stranger is shown and not believed.
    const unknown = await receive('theirs', 'to.age');
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain('UNKNOWN SENDER');
    expect(unknown.err).toContain(await keyOf('ours'));
    const received = await receive('theirs', 'to.age', '--name', 'Ours', '--key', await keyOf('ours'));
    expect(received.code).toBe(0);
    expect(received.out).toContain('A. Analyst, as recorded by Ours: Claim accepted');
    // The document is read there; the review is not theirs.
    const there = await claimsOf('theirs');
    expect(there.find(({ id }) => id === first)?.status).toBe('proposed');
    expect(there.map(({ id }) => id)).toContain(second);
    // It goes on to a third by the id of the document, with the hands through which it came.
    await begin('third', 'Another note.\n', 'Diary');
    const document = String((await claimsOf('ours'))[0]?.document);
    const plan = await planShare({ workspace: at('theirs'), acts: [document] });
    expect(plan).toMatchObject({ documents: [document], protected: [], markings: [{ marking: 'amber' }] });
    await share('theirs', await recipientOf('third'), 'on.age', '--acts', document, '--documents');
    const on = await receive('third', 'on.age', '--name', 'Theirs', '--key', await keyOf('theirs'));
    expect(on.out).toContain('A. Analyst, as recorded by Ours, as recorded by Theirs: Claim accepted');
    expect((await claimsOf('third')).find(({ id }) => id === first)).toMatchObject({ document, status: 'proposed' });
    const third = await evidenceOf('third');
    expect([...third.sources.values()].map(({ name }) => name)).toContain('Gazette');
    const custody = third.documents.find((one) => one.document === document)?.custody;
    expect(custody?.events.length).toBeGreaterThan(0);
    for (const { by } of custody?.events ?? []) expect(by).toMatch(/, as recorded by Ours, as recorded by Theirs$/);
    // Whoever reads the report is told that the document was handed over for fewer eyes.
    expect(custody?.handling.marking).toBe('amber, as recorded by Ours, as recorded by Theirs');
    mkdirSync(at('dossier'));
    writeFileSync(at('dossier/dossier.yaml'), 'title: What came\nsources: []\ndocuments: []\n');
    const report = await panel('run', at('dossier'), '--format', 'json', '--workspace', at('third'));
    expect(report.code, report.err).toBe(0);
    const { summary, documents } = JSON.parse(readFileSync(join(at('third'), 'report/report.json'), 'utf8'));
    expect(documents.map(({ marking }: { marking?: string }) => marking)).toContain(custody?.handling.marking);
    expect(JSON.stringify(summary)).toContain('One document came marked by whoever handed it over');
    expect(third.othersReviews).toMatchObject([
      { by: 'A. Analyst, as recorded by Ours, as recorded by Theirs', marking: 'amber' },
    ]);
    // They accept one, reject the other, add a document, and send it back.
    await panel(
      'claims',
      'reject',
      first ?? '',
      '--by',
      'B. Colleague',
      '--reason',
      'Two is wrong.',
      '--workspace',
      at('theirs'),
    );
    await panel('claims', 'accept', second ?? '', '--by', 'B. Colleague', '--workspace', at('theirs'));
    await begin('theirs', OTHER, 'Herald');
    expect(
      (await share('theirs', await recipientOf('ours'), 'back.age', '--acts', 'all', '--documents', '--name', 'Theirs'))
        .code,
    ).toBe(0);
    const back = await receive('ours', 'back.age', '--name', 'Theirs', '--key', await keyOf('theirs'));
    expect(back.code).toBe(0);
    expect(back.out).toContain('B. Colleague, as recorded by Theirs: Claim rejected');
    // Disagreement stands side by side: our review counts here, theirs is listed.
    const here = await claimsOf('ours');
    expect(here.find(({ id }) => id === first)?.status).toBe('accepted');
    const listed = await panel('receive', '--list', '--workspace', at('ours'));
    expect(listed.out).toContain('as recorded by Theirs: Claim rejected');
    expect(here.some(({ quote }) => String(quote).includes('three missiles'))).toBe(true);
    // A second time nothing is logged twice.
    expect((await receive('ours', 'back.age')).out).toMatch(
      /^0 acts of Theirs received, 0 documents; \d+ were here already$/m,
    );
    // What they think of our claims is told next to them. What we said ourselves, and they handed back, is not.
    const { othersReviews } = await evidenceOf('ours');
    expect(othersReviews.map(({ claim, status, reason, by }) => ({ claim: claim.id, status, reason, by }))).toEqual(
      expect.arrayContaining([
        { claim: first, status: 'rejected', reason: 'Two is wrong.', by: 'B. Colleague, as recorded by Theirs' },
        { claim: second, status: 'accepted', reason: null, by: 'B. Colleague, as recorded by Theirs' },
      ]),
    );
    expect(othersReviews).toHaveLength(2);
    // A document that is withheld here does not come back by their package.
    await panel('record', 'redact', document, '--by', 'A', '--reason', 'A source.', '--workspace', at('ours'));
    expect((await receive('ours', 'back.age')).out).toMatch(/^0 acts of Theirs received, 0 documents;/m);
    // Nor where the log is gone on for in a new one.
    await panel('record', 'continue', at('ours'), '--workspace', at('new'), '--by', 'B', '--reason', 'Moved.');
    await share('theirs', await recipientOf('new'), 'again.age', '--acts', 'all', '--documents');
    const again = await receive('new', 'again.age', '--name', 'Theirs', '--key', await keyOf('theirs'));
    expect(again.out).toMatch(/acts of Theirs received, 0 documents;/);
    expect(readRecord(at('new')).hasDocument(document)).toBe(false);
    for (const workspace of ['ours', 'theirs']) {
      const { code, out } = await panel('record', 'verify', '--workspace', at(workspace));
      expect(code).toBe(0);
      expect(out).not.toContain('no act speaks of');
    }
    const acts = [];
    for await (const act of readRecord(at('ours')).acts()) acts.push(act);
    expect(acts.find(({ kind }) => kind === 'shared')?.body).toMatchObject({
      marking: 'amber',
      to: [await recipientOf('theirs')],
    });
    expect(statSync(join(at('ours'), 'keys/age.key')).mode & 0o777).toBe(0o600);
  });

  fullCountTest(
    'tells what a log that goes on for another has from it beside the word that came straight, never instead',
    async () => {
      await begin('ours');
      const [first, second] = (await claimsOf('ours')).map(({ id }) => String(id));
      const decide = (workspace: string, decision: string, claim: string | undefined, ...more: string[]) =>
        panel('claims', decision, claim ?? '', '--by', 'A. Analyst', '--workspace', at(workspace), ...more);
      await decide('ours', 'accept', first);
      await begin('third', 'A note.\n', 'Diary');
      await share('ours', await recipientOf('third'), 'to.age', '--acts', 'all', '--documents');
      await receive('third', 'to.age', '--name', 'Ours', '--key', await keyOf('ours'));
      // What comes after in the old log is known to whoever goes on for it alone.
      await decide('ours', 'reject', first, '--reason', 'Two is wrong.');
      await decide('ours', 'accept', second);
      await panel(
        ...['record', 'continue', at('ours'), '--workspace', at('heir')],
        ...['--by', 'B. Heir', '--reason', 'The key is lost.'],
      );
      const acts = [];
      for await (const act of readRecord(at('heir')).acts()) acts.push(act);
      // One act is enough: that which says whose log it is comes along.
      const one = acts.at(-1)?.id ?? '';
      expect((await share('heir', await recipientOf('third'), 'one.age', '--acts', one)).code).toBe(0);
      const heir = ['--name', 'Heir', '--key', await keyOf('heir')];
      expect(await receive('third', 'one.age', ...heir)).toMatchObject({ code: 0, err: '' });
      expect((await share('heir', await recipientOf('third'), 'all.age', '--acts', 'all')).code).toBe(0);
      expect((await receive('third', 'all.age', ...heir)).code).toBe(0);
      const { othersReviews } = await evidenceOf('third');
      const origin = readRecord(at('ours')).checkpoint()?.origin;
      const told = `A. Analyst, as recorded by ${origin}, as recorded by Heir`;
      expect(othersReviews.map(({ claim, status, by }) => [claim.id, status, by])).toEqual([
        [first, 'accepted', 'A. Analyst, as recorded by Ours'],
        [first, 'rejected', told],
        [second, 'accepted', told],
      ]);
      // And on to another, who has to believe as much.
      await begin('fourth', 'Another note.\n', 'Diary');
      const last = [];
      for await (const act of readRecord(at('third')).acts()) last.push(act);
      await share('third', await recipientOf('fourth'), 'on.age', '--acts', last.at(-1)?.id ?? '');
      expect(await receive('fourth', 'on.age', '--name', 'Third', '--key', await keyOf('third'))).toMatchObject({
        code: 0,
        err: '',
      });
    },
  );

  fullCountTest('leaves withheld what was withheld', async () => {
    await begin('ours');
    const [first] = (await claimsOf('ours')).map(({ id }) => String(id));
    await panel('claims', 'accept', first ?? '', '--by', 'Secret Source', '--workspace', at('ours'));
    const acts = [];
    for await (const act of readRecord(at('ours')).acts()) acts.push(act);
    const id = acts.find(({ kind }) => kind === 'reviewed')?.id ?? '';
    await panel('record', 'redact', id, '--by', 'A', '--reason', 'A name.', '--workspace', at('ours'));
    await begin('theirs', 'A note.\n', 'Diary');
    await share('ours', await recipientOf('theirs'), 'to.age', '--acts', id);
    const { out } = await receive('theirs', 'to.age', '--name', 'Ours', '--key', await keyOf('ours'), '--json');
    expect(JSON.parse(out)).toMatchObject({ withheld: 1, statements: [{ text: 'Withheld by Ours.', their: id }] });
    expect(out).not.toContain('Secret');
  });

  it('is refused with anything changed, for anybody else, or by another than it says', async () => {
    await begin('ours');
    await begin('theirs', 'A note.\n', 'Diary');
    await begin('third', 'Another note.\n', 'Diary');
    await share('ours', await recipientOf('theirs'), 'to.age', '--acts', 'all', '--documents');
    await recipientOf('third');
    expect((await receive('third', 'to.age')).err).toContain('not encrypted for this workspace');
    expect((await receive('theirs', 'to.age', '--name', 'X', '--key', await keyOf('third'))).code).toBe(1);
    expect(
      (await panel('share', '--to', 'age1wrong', '--acts', 'all', '--out', at('x.age'), '--workspace', at('ours')))
        .code,
    ).toBe(1);
    expect((await share('ours', await recipientOf('theirs'), 'x.age', '--acts', 'a-900')).code).toBe(1);
    expect((await share('ours', await recipientOf('theirs'), 'to.age', '--acts', 'all')).code).toBe(1);
    const identity = heldIdentity(at('theirs')) ?? '';
    const sealed = readFileSync(at('to.age'));
    const open = Buffer.from(await decryptWith(identity, sealed));
    expect(openPackage(open).acts.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(fc.nat(open.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const changed = Buffer.from(open);
        changed[place]! ^= change;
        expect(() => openPackage(changed)).toThrowError(expect.objectContaining({ code: 'bad-package' }));
      }),
      { numRuns: isFullCount ? 10_000 : 400 },
    );
    for (const place of [0, 40, 200, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[place]! ^= 1;
      await expect(decryptWith(identity, changed)).rejects.toMatchObject({ code: 'bad-package' });
    }
    // Nobody passes on as ours what our log does not have: here a line of a third, under our name.
    const lines = [];
    for await (const { lineText } of readActLines(layoutOf(at('third')), 1)) lines.push(lineObjectOf(lineText));
    const from = { origin: readRecord(at('ours')).checkpoint()?.origin, key: await keyOf('ours'), name: 'Ours' };
    const note = readFileSync(join(at('ours'), 'record/log/checkpoint'), 'utf8');
    const forged = { from, line: lines[0] ?? {}, proof: { note, path: [] }, marking: null, way: 'package' };
    const [act] = await withRecord(at('theirs'), (record) =>
      record.append([{ kind: 'received', by: { person: 'Forger' }, body: forged as unknown as JsonObject }]),
    );
    await share('theirs', await recipientOf('third'), 'forged.age', '--acts', act?.id ?? '');
    const refused = await receive('third', 'forged.age', '--name', 'Theirs', '--key', await keyOf('theirs'));
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('is not proven') });
    // Nor without a proof, nor as proven by a log of another name.
    const otherKey = await keyOf('third');
    for (const more of [{ proof: null }, { key: otherKey, proof: null }, { key: otherKey }]) {
      const { proof, key } = { key: from.key, proof: forged.proof, ...more };
      const body = { ...forged, from: { ...from, key }, proof } as unknown as JsonObject;
      const [told] = await withRecord(at('theirs'), (record) =>
        record.append([{ kind: 'received', by: { person: 'Forger' }, body }]),
      );
      const out = `${told?.id}.age`;
      expect((await share('theirs', await recipientOf('third'), out, '--acts', told?.id ?? '')).code).toBe(0);
      expect(await receive('third', out, '--name', 'Theirs', '--key', await keyOf('theirs'))).toMatchObject({
        code: 1,
        err: expect.stringContaining('is not proven'),
      });
    }
    await expect(encryptFor([await recipientOf('theirs'), `age1pq1${'q'.repeat(50)}`], open)).rejects.toMatchObject({
      code: 'bad-package',
    });
  });
});
