import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Action } from './action.ts';
import { createStore, useStore } from './store.ts';

/** What a key does on this page, as the list of keys tells it. */
export type Shortcut = { readonly key: string; readonly words: string };

type Pressable = Shortcut & { readonly press: () => void };

/** The keys that each component on the page has given a meaning, the innermost last. */
const groups = createStore<readonly (readonly Pressable[])[]>([]);
let listed: { readonly of: unknown; readonly keys: readonly Pressable[] } = { of: null, keys: [] };

/** The keys in force: of two for one key that of the innermost component. */
function inForce(all: readonly (readonly Pressable[])[]): readonly Pressable[] {
  if (listed.of !== all)
    listed = { of: all, keys: [...new Map(all.flat().map((shortcut) => [shortcut.key, shortcut])).values()] };
  return listed.keys;
}

/**
 * Gives the keys of actions their meaning while the component is on the page. They do nothing while one writes, while a dialog
 * is open, or with Ctrl, Alt or Meta, nor while the action cannot be done.
 */
export function useShortcuts(actions: readonly Action[]): void {
  const current = useRef(actions);
  current.current = actions;
  const keys = actions.map(({ key, label, words }) => `${key} ${words ?? label}`).join('\n');
  // Before the page is seen: whoever presses a key at the first sight of it must not press it in vain.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys in words stand for the list, which is new at every render
  useLayoutEffect(() => {
    const group = current.current.flatMap(({ key, label, words }) => {
      if (key === undefined) return [];
      const press = () => {
        const action = current.current.find((other) => other.key === key);
        if (action?.when === true) action.run();
      };
      return [{ key, words: words ?? label, press }];
    });
    groups.set([...groups.get(), group]);
    return () => groups.set(groups.get().filter((other) => other !== group));
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
      const shortcut = inForce(groups.get()).find(({ key }) => key === event.key);
      if (!shortcut) return;
      event.preventDefault();
      shortcut.press();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

/** The keys of this page. */
export function useShortcutList(): readonly Shortcut[] {
  return useStore(groups, inForce);
}
