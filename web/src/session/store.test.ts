import { describe, expect, it } from 'vitest';
import { createStore } from './store.ts';

describe('a store', () => {
  it('tells its listeners of each new state until they stop', () => {
    const store = createStore(0);
    const heard: number[] = [];
    const stop = store.subscribe(() => heard.push(store.get()));
    store.set(1);
    store.set(2);
    stop();
    store.set(3);
    expect(heard).toEqual([1, 2]);
    expect(store.get()).toBe(3);
  });

  it('keeps quiet when nothing changes', () => {
    const state = { words: 'the same' };
    const store = createStore(state);
    let stated = 0;
    store.subscribe(() => stated++);
    store.set(state);
    expect(stated).toBe(0);
  });
});
