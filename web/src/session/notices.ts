import { createStore, useStore } from './store.ts';

export type Notice = { readonly id: number; readonly text: string; readonly tone: 'plain' | 'alert' };

const notices = createStore<readonly Notice[]>([]);
const SHOWN_MS = 6000;
let last = 0;

/** Says something at the foot of the page and to a screen reader. An alert stays until it is dismissed, another act begins or another page opens. */
export function say(text: string, tone: Notice['tone'] = 'plain'): void {
  const notice = { id: ++last, text, tone };
  notices.set([
    ...notices
      .get()
      .filter((other) => other.text !== text)
      .slice(-3),
    notice,
  ]);
  if (tone === 'plain') setTimeout(() => dismissNotice(notice.id), SHOWN_MS);
}

/** Takes alerts away: the reader has gone on to something else. */
export function clearAlerts(): void {
  const left = notices.get().filter(({ tone }) => tone !== 'alert');
  if (left.length < notices.get().length) notices.set(left);
}

export function dismissNotice(id: number): void {
  notices.set(notices.get().filter((notice) => notice.id !== id));
}

export function useNotices(): readonly Notice[] {
  return useStore(notices, (state) => state);
}
