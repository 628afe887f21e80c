import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Dialog } from '../parts/dialog.tsx';

/** A key and what it does on this page. `key` is as `KeyboardEvent.key` gives it. */
export type Shortcut = { readonly key: string; readonly words: string; readonly run: () => void };

let shown: readonly Shortcut[] = [];
const groups: (readonly Shortcut[])[] = [];
const listeners = new Set<() => void>();

function changed(): void {
  const seen = new Map(groups.flat().map((shortcut) => [shortcut.key, shortcut]));
  shown = [...seen.values()];
  for (const listener of listeners) listener();
}

/**
 * Gives keys a meaning while the component is on the page. They do nothing while one writes, while a dialog is open, or with
 * Ctrl, Alt or Meta. Those of the innermost component count where two take the same key.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  const keys = shortcuts.map(({ key, words }) => `${key} ${words}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys in words stand for the list, which is new at every render
  useEffect(() => {
    const group = current.current.map(({ key, words }) => ({
      key,
      words,
      run: () => current.current.find((other) => other.key === key)?.run(),
    }));
    groups.push(group);
    changed();
    return () => {
      groups.splice(groups.indexOf(group), 1);
      changed();
    };
  }, [keys]);
}

/** Whether keys belong to what has the focus, not to the page. */
function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type);
}

/** Listens once for the whole page. */
export function useShortcutKeys(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const shortcut = shown.find(({ key }) => key === event.key);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.run();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const NAMES: Readonly<Record<string, string>> = { ' ': 'Space', ArrowUp: '↑', ArrowDown: '↓' };

/** The keys of this page, asked for by `?`. */
export function ShortcutsDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const shortcuts = useSyncExternalStore(subscribe, () => shown);
  return (
    <Dialog open={open} title="Keys on this page" onClose={onClose}>
      <dl className="definitions">
        {shortcuts.map(({ key, words }) => (
          <div key={key}>
            <dt>
              <kbd>{NAMES[key] ?? key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">In a table the arrow keys or j and k go up and down, x selects, Enter opens.</p>
    </Dialog>
  );
}
