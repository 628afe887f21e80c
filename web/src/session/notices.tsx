import { useSyncExternalStore } from 'react';
import './notices.css';

type Notice = { readonly id: number; readonly text: string; readonly tone: 'plain' | 'alert' };

let notices: readonly Notice[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

/** Says something at the foot of the page and to a screen reader. An alert stays until it is dismissed, another act begins or another page opens. */
export function say(text: string, tone: Notice['tone'] = 'plain'): void {
  const notice = { id: ++last, text, tone };
  set([...notices.filter((other) => other.text !== text).slice(-3), notice]);
  if (tone === 'plain') setTimeout(() => dismiss(notice.id), 6000);
}

/** Takes alerts away: the reader has gone on to something else. */
export function clearAlerts(): void {
  if (notices.some(({ tone }) => tone === 'alert')) set(notices.filter(({ tone }) => tone !== 'alert'));
}

function dismiss(id: number): void {
  set(notices.filter((notice) => notice.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The live regions; they stand on the page from the start, since one that comes with its text is not read out. */
export function Notices() {
  const shown = useSyncExternalStore(subscribe, () => notices);
  const line = (notice: Notice) => (
    <p key={notice.id} className={`notice ${notice.tone}`}>
      <span>{notice.text}</span>
      <button type="button" className="quiet" onClick={() => dismiss(notice.id)} aria-label="Dismiss this notice">
        Close
      </button>
    </p>
  );
  return (
    <div className="notices">
      <div role="status">{shown.filter(({ tone }) => tone === 'plain').map(line)}</div>
      <div role="alert">{shown.filter(({ tone }) => tone === 'alert').map(line)}</div>
    </div>
  );
}
