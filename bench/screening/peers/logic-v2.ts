import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toFtm } from '../../../src/entities/entity.ts';
import type { Peer, PeerHit } from './peer.ts';

type Answer = { readonly key: string; readonly hits: readonly PeerHit[] };
type Spent = { readonly cpuSeconds: number; readonly asked: number };

/** nomenklatura's logic-v2, through a Python in which the package is installed. */
export function logicV2(python: string): Peer {
  return {
    name: 'nomenklatura logic-v2',
    scoresPairs: true,
    isHelped: true,
    ask: async (list, questions) => {
      const folder = mkdtempSync(join(tmpdir(), 'panel-peer-'));
      try {
        const write = (name: string, lines: readonly unknown[]): string => {
          writeFileSync(join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
          return join(folder, name);
        };
        const answers = join(folder, 'answers.jsonl');
        await promisify(execFile)(python, [
          join(import.meta.dirname, 'logic_v2.py'),
          write('entities.jsonl', list.entities.flatMap(toFtm)),
          write('questions.jsonl', questions),
          answers,
        ]);
        const lines = readFileSync(answers, 'utf8').trimEnd().split('\n');
        const { cpuSeconds, asked } = JSON.parse(lines.pop() ?? '') as Spent;
        const read = lines.map((line) => JSON.parse(line) as Answer);
        return {
          hits: new Map(read.map(({ key, hits }) => [key, hits])),
          cpuMs: (cpuSeconds * 1000) / Math.max(1, asked),
        };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
