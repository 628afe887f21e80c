import type { ChangedEvent, Job, JobList } from '../../../src/app/workbench/contract/job.ts';
import { createStore, useStore } from '../session/store.ts';
import { apiAddress, getJson } from './client.ts';
import { refreshAll, refreshTo } from './queries.ts';

/** What the server's event stream says: whether it is heard, and the jobs that run or have ended since the page opened. */
type Heard = { readonly connected: boolean; readonly jobs: readonly Job[] };

const stream = createStore<Heard>({ connected: true, jobs: [] });

/** Puts a job into the list, or its newer state in place of the older. */
export function noteJob(job: Job): void {
  const heard = stream.get();
  const known = heard.jobs.some(({ id }) => id === job.id);
  const jobs = known
    ? heard.jobs.map((other) => (other.id === job.id ? newer(other, job) : other))
    : [...heard.jobs, job];
  stream.set({ ...heard, jobs });
}

/** The answer of a POST may arrive after the events that it set off. */
function newer(known: Job, reported: Job): Job {
  return known.state !== 'running' && reported.state === 'running' ? known : reported;
}

/** Takes a job that has ended out of the list. */
export function dismissJob(id: string): void {
  const heard = stream.get();
  stream.set({ ...heard, jobs: heard.jobs.filter((job) => job.id !== id) });
}

/** Opens the stream; the browser opens it again by itself when it breaks. Returns what closes it. */
export function listen(): () => void {
  const source = new EventSource(apiAddress('/events'));
  let broken = false;
  source.addEventListener('open', () => {
    stream.set({ ...stream.get(), connected: true });
    // What was said while nobody listened is not said again.
    if (broken) void refreshAll();
    broken = false;
    void noteRunning();
  });
  source.addEventListener('error', () => {
    broken = true;
    stream.set({ ...stream.get(), connected: false });
  });
  source.addEventListener('changed', (event) => void refreshTo((JSON.parse(event.data) as ChangedEvent).version));
  source.addEventListener('job', (event) => noteJob(JSON.parse(event.data) as Job));
  return () => source.close();
}

/** All jobs known to this page, oldest first. */
export function useJobs(): readonly Job[] {
  return useStore(stream, ({ jobs }) => jobs);
}

/** One job as it moves on; undefined until it is known. */
export function useJob(id: string | null): Job | undefined {
  return useStore(stream, ({ jobs }) => jobs.find((job) => job.id === id));
}

export function useConnected(): boolean {
  return useStore(stream, ({ connected }) => connected);
}

/** Jobs that others started before this page was opened. */
async function noteRunning(): Promise<void> {
  const known = await getJson<JobList>('/jobs').catch(() => null);
  for (const job of known?.jobs.filter(({ state }) => state === 'running') ?? []) noteJob(job);
}
