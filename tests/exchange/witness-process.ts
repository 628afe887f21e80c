import { spawn } from 'node:child_process';
import { PROGRAM } from '../cli/program-arguments.ts';

export type WitnessProcess = {
  readonly address: string;
  readonly vkey: string;
  kill(signal?: NodeJS.Signals): Promise<void>;
};

/** `panel witness serve` in a process of its own, so that it can be killed. */
export async function startWitness(dir: string): Promise<WitnessProcess> {
  const child = spawn(process.execPath, [...PROGRAM, 'witness', 'serve', '--dir', dir, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let output = '';
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('\n')) resolve(output);
    });
    child.once('close', () => reject(new Error(`the witness ended: ${output}`)));
  });
  const { address, vkey } = JSON.parse(line) as { address: string; vkey: string };
  return {
    address,
    vkey,
    async kill(signal = 'SIGKILL') {
      child.kill(signal);
      await ended;
    },
  };
}
