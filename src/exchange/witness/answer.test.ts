import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleLog } from '../../../tests/exchange/sample-log.ts';
import type { SigningKey } from '../../record/keys/signing-key.ts';
import { parseCheckpoint } from '../../record/log/checkpoint.ts';
import { parseVerifierKey } from '../../record/log/note.ts';
import { cosignaturesOn } from '../cosignature/cosignature.ts';
import { withLogKey } from './add-log.ts';
import { answerAddCheckpoint } from './answer.ts';
import { WitnessFolder } from './witness-folder.ts';

const log = sampleLog();
let place: string;
let folder: WitnessFolder;
let key: SigningKey;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'panel-answer-'));
  folder = new WitnessFolder(place);
  key = folder.makeKey('w.example/w');
  folder.save(withLogKey(undefined, parseVerifierKey(log.vkey)));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** When the witness says that it has cosigned, as its clock stands at `now`. */
function signedAt(old: number, size: number, now: string): string {
  const { status, body } = answerAddCheckpoint(folder, key, Buffer.from(log.request(old, size)), new Date(now));
  expect(status).toBe(200);
  const [word] = cosignaturesOn(parseCheckpoint(log.note(size) + body), [key.key]);
  return new Date((word?.time ?? 0) * 1000).toISOString();
}

describe('the clock of a witness', () => {
  it('makes no later tree look older when it is set right by a little', () => {
    expect(signedAt(0, 5, '2026-03-01T12:00:00Z')).toBe('2026-03-01T12:00:00.000Z');
    expect(signedAt(5, 6, '2026-03-01T11:58:00Z')).toBe('2026-03-01T12:00:00.000Z');
  });

  it('is believed again once a wrong one was mended', () => {
    expect(signedAt(0, 5, '2036-03-01T12:00:00Z')).toBe('2036-03-01T12:00:00.000Z');
    expect(signedAt(5, 6, '2026-03-01T12:00:00Z')).toBe('2026-03-01T12:00:00.000Z');
    expect(signedAt(6, 7, '2026-03-02T12:00:00Z')).toBe('2026-03-02T12:00:00.000Z');
  });
});
