import { search } from '../../src/app/commands/search.ts';
import { silentProgress } from '../../src/app/progress.ts';
import { claimPage } from '../../src/app/workbench/claims/claims.ts';
import type { HeldWorkspace } from '../../src/app/workspace/workspace.ts';
import type { Store } from '../../src/store/store.ts';

/** A frequent word, several, a phrase, and words and names of other scripts. */
const QUESTIONS = ['said', 'munitions russia', '"artillery shells" nampo', '컨테이너', '集装箱', 'Вонсан', '남포'];
const ROUNDS = 5;

/** How long whoever asks the tables waits, on the clock: the median and the longest of some rounds. */
export async function measureReading(held: HeldWorkspace): Promise<void> {
  const lists = async () => null;
  const ask = <T>(work: (store: Store) => Promise<T>) => held.projections.read(silentProgress, work);
  for (const question of QUESTIONS) {
    const page = { skip: 0, limit: 50 };
    const { total } = await ask((store) => search({ store, lists }, { question }, page));
    const times = await timesOf(() => ask((store) => search({ store, lists }, { question }, page)));
    console.log(`search ${question}: ${times}, ${total} hits`);
  }
  console.log(`claims page: ${await timesOf(() => ask((store) => claimPage(store, {})))}`);
  console.log(`claims page, a word sought: ${await timesOf(() => ask((store) => claimPage(store, { q: 'tanker' })))}`);
}

async function timesOf(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return `${times[ROUNDS >> 1]?.toFixed(0)} ms, at most ${times.at(-1)?.toFixed(0)} ms`;
}
