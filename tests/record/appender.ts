import { openRecord } from '../../src/record/record.ts';

/**
 * A process that appends until it is stopped, for the tests that stop it: `appender.ts WORKSPACE [LIMIT]`.
 * Prints `open`, then each acknowledged id, then `done` when the limit is reached; an error as `error CODE MESSAGE`.
 */
const [, , workspace = '', limit = 'Infinity'] = process.argv;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  const record = await openRecord(workspace, {
    command: 'appender',
    onMessage: (text) => say(`message ${text}`),
    waitMs: 500,
  });
  say('open');
  for (let i = 0; i < Number(limit); i++) {
    const batch = i % 7 === 6 ? 150 : 1;
    if (i % 5 === 4) {
      const { id } = await record.putDocument(Buffer.from(`document ${process.pid} ${i} `.repeat(300)));
      await record.append([{ kind: 'acquired', by: { person: 'A' }, body: { document: id } }]);
    }
    const acts = await record.append(
      Array.from({ length: batch }, (_, n) => ({
        kind: 'found' as const,
        by: { person: 'A' },
        body: { i, n, text: 'x'.repeat(i % 300) },
      })),
    );
    say(acts.map(({ id }) => id).join(' '));
  }
  await record.close();
  say('done');
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  say(`error ${code} ${message}`);
  process.exitCode = 1;
}
