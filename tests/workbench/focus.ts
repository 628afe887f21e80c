import type { Page } from 'playwright-core';

/** What can be pressed or written in by keyboard alone, with one of each group of radio buttons, as browsers go through them. */
const MARK = `(() => {
  const groups = new Set();
  for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')) {
    if (element.tabIndex < 0 || element.disabled || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.type === 'radio') {
      if (groups.has(element.name)) continue;
      groups.add(element.name);
      for (const one of document.querySelectorAll('[name="' + element.name + '"]')) one.dataset.stop = 'group-' + element.name;
    } else element.dataset.stop = String(Math.random());
  }
  document.activeElement?.blur();
})()`;

/** The element that has the focus: where it stands among the marked ones, its words, and whether one sees that it has it. */
const READ = `(() => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    stop: element.dataset?.stop ?? null,
    words: (element.getAttribute('aria-label') ?? element.innerText ?? element.name ?? '').trim().slice(0, 60),
    seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 &&
      box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1,
  };
})()`;

type Stop = { readonly stop: string | null; readonly words: string; readonly seen: boolean };

/** Goes through a page by Tab: what came first, which controls were never reached, and which did not show that they have the focus. */
export async function goThrough(
  page: Page,
): Promise<{ readonly first: string; readonly missed: readonly string[]; readonly unseen: readonly string[] }> {
  await page.evaluate(MARK);
  const wanted = await page.evaluate<readonly string[]>(
    "[...new Set([...document.querySelectorAll('[data-stop]')].map((element) => element.dataset.stop))]",
  );
  const reached = new Map<string, Stop>();
  let first: string | null = null;
  for (let press = 0; press < wanted.length + 40 && reached.size < wanted.length; press++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<Stop>(READ);
    first ??= at.words;
    if (at.stop !== null) reached.set(at.stop, at);
  }
  const missed = await page.evaluate<readonly string[]>(
    `${JSON.stringify(wanted.filter((stop) => !reached.has(stop)))}.map((stop) =>
      document.querySelector('[data-stop="' + stop + '"]').outerHTML.slice(0, 120))`,
  );
  return {
    first: first ?? '',
    missed,
    unseen: [...reached.values()].filter(({ seen }) => !seen).map(({ words }) => words),
  };
}

/** Where the focus is after each of so many Tabs: in the dialog, on the page behind it, or with the browser. */
export async function focusPlaces(page: Page, presses: number): Promise<readonly ('dialog' | 'page' | 'browser')[]> {
  const places: ('dialog' | 'page' | 'browser')[] = [];
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press('Tab');
    places.push(
      await page.evaluate(
        "document.activeElement.closest('dialog') ? 'dialog' : document.activeElement === document.body ? 'browser' : 'page'",
      ),
    );
  }
  return places;
}
