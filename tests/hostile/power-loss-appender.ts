import { writeSync } from 'node:fs';
import { openRecord } from '../../src/record/record.ts';

/** Logs acts and documents until it is killed, and tells of each when it was acknowledged. */
const [workspace = ''] = process.argv.slice(2);
const record = await openRecord(workspace, { command: 'test' });
const tell = (text: string): void => void writeSync(1, `${text}\n`);
tell('begun');
for (let round = 0; ; round++) {
  const text = `Document ${round} of ${process.pid}, ${'x'.repeat(round % 500)}`;
  const { id } = await record.putDocument(Buffer.from(text));
  const size = round % 7 === 3 ? 1500 : 1 + (round % 5);
  const acts = await record.append([
    { kind: 'acquired', by: { person: 'Ada' }, body: { document: id } },
    ...Array.from({ length: size }, (_, at) => ({
      kind: 'described' as const,
      by: { person: 'Ada' },
      body: { round, at },
    })),
  ]);
  tell(`${acts.at(-1)?.id} ${id}`);
  if (round % 11 === 5) await record.checkpoint();
}
