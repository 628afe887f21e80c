import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { panel } from '../cli/command.ts';
import { growRecord } from './sample-record.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'panel-four-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (...names: string[]) => join(folder, ...names);

describe('four organisations on one machine', () => {
  it('one rolled back, one forked, one silent, one restored from a copy: what each of the others says is right', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const keys = new Map<string, string>();
    for (const name of names) keys.set(name, await growRecord(at(name), 6));
    const publish = (name: string) => panel('record', 'publish', at('site', name), '--workspace', at(name));
    const look = async (viewer: string, other: string) =>
      JSON.parse(
        (
          await panel(
            'record',
            'follow',
            at('site', other),
            '--name',
            other,
            '--key',
            keys.get(other) ?? '',
            '--workspace',
            at(viewer),
            '--json',
          )
        ).out,
      );
    const said = new Map<string, string>();
    const statesOf = async (viewer: string) => {
      const states: Record<string, string> = {};
      for (const other of names.filter((name) => name !== viewer)) {
        const { state, messages } = await look(viewer, other);
        states[other] = state;
        said.set(`${viewer} of ${other}`, messages[0]);
      }
      return states;
    };
    for (const name of names) await publish(name);
    expect(await statesOf('a')).toEqual({ b: 'good', c: 'good', d: 'good' });
    // d keeps a copy; a and b are copied as a thief or a careless backup would.
    expect((await panel('record', 'mirror', at('mirror'), '--workspace', at('d'))).code).toBe(0);
    cpSync(at('a'), at('a-backup'), { recursive: true });
    cpSync(at('b'), at('b-fork'), { recursive: true });
    for (const name of ['a', 'b', 'd']) {
      await growRecord(at(name), 4);
      await publish(name);
    }
    for (const name of names) expect(new Set(Object.values(await statesOf(name))), name).toEqual(new Set(['good']));
    expect((await panel('record', 'mirror', at('mirror'), '--workspace', at('d'))).out).toMatch(/^Whole: \d+ acts/);
    // a is rolled back, b forks, c falls silent.
    for (const name of ['a', 'b', 'c']) rmSync(at('site', name), { recursive: true });
    await panel('record', 'publish', at('site', 'a'), '--workspace', at('a-backup'));
    await growRecord(at('b-fork'), 40);
    await panel('record', 'publish', at('site', 'b'), '--workspace', at('b-fork'));
    // d loses its machine and restores the record from its copy alone, with the key that lay elsewhere.
    cpSync(at('d', 'keys'), at('d-keys'), { recursive: true });
    rmSync(at('d'), { recursive: true });
    const restored = await panel('record', 'mirror', at('mirror'), '--restore', '--workspace', at('d'));
    expect(restored).toMatchObject({ code: 0, err: '' });
    cpSync(at('d-keys'), at('d', 'keys'), { recursive: true });
    await growRecord(at('d'), 3);
    expect((await publish('d')).code).toBe(0);
    // What each of the others says: each sees all that is wrong, but not with itself.
    const wrong = { a: 'rollback', b: 'split-view', c: 'unreachable', d: 'good' };
    const words: Readonly<Record<string, RegExp>> = {
      a: /^ROLLBACK: 10 acts here, 14 seen on/,
      b: /^SPLIT VIEW: the 47 acts here do not continue the 11 seen on/,
      c: /^NO ANSWER: .*; last seen/,
      d: /^d: \d+ acts, \d+ more than on/,
    };
    for (const viewer of names) {
      const { [viewer as keyof typeof wrong]: _own, ...others } = wrong;
      expect(await statesOf(viewer), viewer).toEqual(others);
      for (const other of Object.keys(others)) expect(said.get(`${viewer} of ${other}`)).toMatch(words[other] ?? /$^/);
    }
    for (const name of names) expect((await panel('record', 'verify', '--workspace', at(name))).code).toBe(0);
  });

  it('a copy is checked byte for byte, follows a redaction, and is not written over by another history', async () => {
    writeFileSync(at('t.txt'), 'A note.\n');
    await panel('add', at('t.txt'), '--source', 'Diary', '--workspace', at('a'));
    const mirror = (...more: string[]) => panel('record', 'mirror', at('m'), '--workspace', at('a'), ...more);
    expect((await mirror()).out).toMatch(/1 document\b/);
    cpSync(at('a'), at('old'), { recursive: true });
    const acts = readFileSync(at('a', 'record/acts/000000.jsonl'), 'utf8');
    const document = /"document":"(sha256:[0-9a-f]{64})"/.exec(acts)?.[1] ?? '';
    await panel('record', 'redact', document, '--by', 'A', '--reason', 'A source.', '--workspace', at('a'));
    expect((await mirror()).out).toMatch(/^Whole: .* 0 documents/);
    expect((await panel('record', 'mirror', at('m'), '--workspace', at('old'))).err).toContain('rolled back');
    await growRecord(at('old'), 9);
    expect((await panel('record', 'mirror', at('m'), '--workspace', at('old'))).err).toContain('other acts');
    expect((await mirror('--restore')).code).toBe(1);
    const segment = at('m', 'record/acts/000000.jsonl');
    writeFileSync(segment, readFileSync(segment, 'utf8').replace('Diary', 'Dairy'));
    const checked = await mirror('--verify');
    expect(checked.code).toBe(1);
    expect(checked.err).toContain('bad-line');
    expect((await panel('record', 'mirror', at('m'), '--restore', '--workspace', at('new'))).err).toContain('damaged');
  });
});
