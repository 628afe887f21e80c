import { describe, expect, it } from 'vitest';
import { openResponseCache, type Tagged } from './response-cache.ts';

const text = ({ bytes }: Tagged): string => new TextDecoder().decode(bytes);

describe('the response cache', () => {
  it('works an answer out once while the record stands, and again after an act', async () => {
    const kept = openResponseCache();
    let worked = 0;
    const ask = async (tag: string, question: string): Promise<string> =>
      text(await kept.answer(tag, question, () => ({ question, worked: ++worked })));
    const first = await ask('1', '/claims');
    expect(await ask('1', '/claims')).toBe(first);
    expect(await ask('1', '/claims?q=x')).toContain('"worked":2');
    expect(await ask('2', '/claims')).toContain('"worked":3');
  });

  it('works an answer out once for all who ask before the first has its answer', async () => {
    const kept = openResponseCache();
    let [worked, finish] = [0, (): void => undefined];
    const begun = new Promise<void>((resolve) => (finish = resolve));
    const ask = (): Promise<Tagged> =>
      kept.answer('1', '/overview', async () => {
        await begun;
        return { worked: ++worked };
      });
    const asked = [ask(), ask(), ask()];
    finish();
    expect((await Promise.all(asked)).map(text)).toEqual(Array(3).fill('{"worked":1}'));
    const failing = (): Promise<Tagged> => kept.answer('1', '/report', () => Promise.reject(new Error('no')));
    await expect(failing()).rejects.toThrow('no');
    await expect(failing()).rejects.toThrow('no');
  });

  it('take no more room than they may: the oldest go first, and a large one is not kept', async () => {
    const kept = openResponseCache({ mostBytes: 1000 });
    const asked: string[] = [];
    const ask = (question: string, size = 180): Promise<unknown> =>
      kept.answer('1', question, () => {
        asked.push(question);
        return { text: 'x'.repeat(size) };
      });
    for (const question of ['a', 'b', 'c', 'd', 'e']) await ask(question);
    await ask('a');
    await ask('f');
    asked.length = 0;
    for (const question of ['f', 'a', 'e', 'd', 'c', 'b']) await ask(question);
    expect(asked).toEqual(['b']);
    await ask('large', 300);
    await ask('large', 300);
    expect(asked).toEqual(['b', 'large', 'large']);
  });

  it('that were begun before an act are given to who asked, and to nobody after it', async () => {
    const kept = openResponseCache();
    let finish = (_: object): void => undefined;
    const slow = kept.answer('1', '/claims', () => new Promise<object>((resolve) => (finish = resolve)));
    expect(text(await kept.answer('2', '/claims', () => ({ acts: 2 })))).toBe('{"acts":2}');
    finish({ acts: 1 });
    expect(text(await slow)).toBe('{"acts":1}');
    expect(text(await kept.answer('2', '/claims', () => ({ acts: 3 })))).toBe('{"acts":2}');
  });

  it('of a moment ago are given to whoever bears with them, while the newer one is worked out', async () => {
    let overtaken: number | null = 200;
    const kept = openResponseCache({ overtakenFor: () => overtaken });
    let finish = (_: object): void => undefined;
    const slowly = () => new Promise<object>((resolve) => (finish = resolve));
    const first = await kept.answer('1', '/claims', () => ({ acts: 1 }), { milliseconds: 1000 });
    expect(await kept.answer('2', '/claims', slowly, { milliseconds: 1000 })).toEqual({ ...first, age: 200 });
    const strict = kept.answer('2', '/claims', slowly);
    finish({ acts: 2 });
    expect(text(await strict)).toBe('{"acts":2}');
    expect(await kept.answer('2', '/claims', slowly, { milliseconds: 1000 })).toMatchObject({ tag: '2' });
    overtaken = null;
    expect(text(await kept.answer('3', '/claims', () => ({ acts: 3 }), { milliseconds: 1000 }))).toBe('{"acts":3}');
  });

  it('of some seconds ago are given only where the newer one is not there in time, and to nobody who bears with less', async () => {
    const kept = openResponseCache({ overtakenFor: () => 4000 });
    const first = await kept.answer('1', '/claims', () => ({ acts: 1 }));
    expect(text(await kept.answer('2', '/claims', () => ({ acts: 2 }), { milliseconds: 30_000 }))).toBe('{"acts":2}');
    const again = await kept.answer('1', '/claims', () => ({ acts: 1 }));
    expect(again).toEqual(first);
    let finish = (_: object): void => undefined;
    const slowly = () => new Promise<object>((resolve) => (finish = resolve));
    expect(await kept.answer('2', '/claims', slowly, { milliseconds: 30_000 })).toEqual({ ...first, age: 4000 });
    const strict = kept.answer('2', '/claims', slowly, { milliseconds: 3000 });
    finish({ acts: 2 });
    expect(text(await strict)).toBe('{"acts":2}');
  });

  it('that are not kept are asked of what is there meanwhile, where that may be given', async () => {
    let overtaken: number | null = 2000;
    const kept = openResponseCache({ overtakenFor: () => overtaken });
    const never = () => new Promise<object>(() => undefined);
    const meanwhile = async () => ({ tag: '1', answer: { acts: 1 } });
    const given = await kept.answer('2', '/claims/a', never, { milliseconds: 30_000, meanwhile });
    expect([text(given), given.tag, given.age]).toEqual(['{"acts":1}', '1', 2000]);
    overtaken = null;
    let finish = (_: object): void => undefined;
    const slowly = () => new Promise<object>((resolve) => (finish = resolve));
    const waiting = kept.answer('2', '/claims/b', slowly, { milliseconds: 30_000, meanwhile });
    finish({ acts: 2 });
    expect(text(await waiting)).toBe('{"acts":2}');
  });
});
