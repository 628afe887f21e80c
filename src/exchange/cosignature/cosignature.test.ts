import { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleLog } from '../../../tests/exchange/sample-log.ts';
import { generateSigningKey } from '../../record/keys/signing-key.ts';
import { parseCheckpoint } from '../../record/log/checkpoint.ts';
import { KEY_TYPE, verifierKeyOf } from '../../record/log/note.ts';
import { cosign, cosignaturesOn, cosignatureTime, mlDsaMessage } from './cosignature.ts';
import { keptLines, withCosignatures } from './signature-lines.ts';

const log = sampleLog();
const checkpoint = parseCheckpoint(log.note(28));
const witness = generateSigningKey('w.example/w', KEY_TYPE.cosignature);

describe('a cosignature', () => {
  it('says when, and holds for its text, key and time alone', () => {
    const signature = cosign(witness, checkpoint.note.text, 1_764_500_000);
    expect(signature.signature).toHaveLength(72);
    expect(cosignatureTime(checkpoint, witness.key, signature)).toBe(1_764_500_000);
    expect(cosignatureTime(parseCheckpoint(log.note(29)), witness.key, signature)).toBeUndefined();
    expect(
      cosignatureTime(checkpoint, generateSigningKey('w.example/w', KEY_TYPE.cosignature).key, signature),
    ).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(71), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(signature.signature);
        changed[at]! ^= change;
        expect(cosignatureTime(checkpoint, witness.key, { ...signature, signature: changed })).toBeUndefined();
      }),
    );
  });

  it('by a known key that does not verify condemns the note; by a stranger it is passed over', () => {
    const good = cosign(witness, checkpoint.note.text, 7);
    const bad = { ...good, signature: Buffer.alloc(72, 1) };
    const noteWith = (...signatures: (typeof good)[]) => ({ ...checkpoint, note: { ...checkpoint.note, signatures } });
    expect(() => cosignaturesOn(noteWith(good, bad), [witness.key])).toThrowError(
      expect.objectContaining({ code: 'bad-cosignature' }),
    );
    const stranger = generateSigningKey('x.example/w', KEY_TYPE.cosignature);
    expect(
      cosignaturesOn(noteWith(good, { ...bad, name: 'x.example/w', id: stranger.key.id }), [witness.key]),
    ).toHaveLength(1);
  });

  it('of ML-DSA-44 is read', () => {
    const { publicKey, secretKey } = ml_dsa44.keygen(Buffer.alloc(32, 3));
    const key = verifierKeyOf('pq.example/w', publicKey, KEY_TYPE.mlDsaCosignature);
    const signed = ml_dsa44.sign(mlDsaMessage(key.name, checkpoint, 99), secretKey);
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(99n);
    const signature = { name: key.name, id: key.id, signature: Buffer.concat([time, signed]) };
    expect(cosignatureTime(checkpoint, key, signature)).toBe(99);
    expect(cosignatureTime(parseCheckpoint(log.note(27)), key, signature)).toBeUndefined();
    expect(cosignatureTime(checkpoint, { ...key, name: 'other.example/w' }, signature)).toBeUndefined();
  });

  it('is kept as the earliest and the latest of each witness', () => {
    const lines = [5, 3, 9, 4].map((time) => cosign(witness, checkpoint.note.text, time));
    const { added, note } = withCosignatures(checkpoint, lines, [witness.key]);
    expect(added).toHaveLength(4);
    const kept = keptLines({ ...checkpoint, note }, [witness.key]);
    expect(kept.signatures[0]?.name).toBe(log.origin);
    expect(cosignaturesOn({ ...checkpoint, note: kept }, [witness.key]).map(({ time }) => time)).toEqual([3, 9]);
  });
});
