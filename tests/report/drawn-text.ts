import { measureText } from '../../src/figures/drawing/text-metrics.ts';

/** One line of text of a figure, with the box it fills. */
export type DrawnText = { text: string; left: number; right: number; top: number; bottom: number };

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
}

export function drawnTexts(svg: string): DrawnText[] {
  return [...svg.matchAll(/(<text[^>]*>)(?:<title>.*?<\/title>)?([^<]*)<\/text>/gs)].map((match) => {
    const tag = match[1] ?? '';
    const text = (match[2] ?? '').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
    const size = Number(attribute(tag, 'font-size') ?? 12);
    const width = measureText(text, { size, bold: attribute(tag, 'font-weight') === '700' });
    const x = Number(attribute(tag, 'x'));
    const y = Number(attribute(tag, 'y'));
    const anchor = attribute(tag, 'text-anchor') ?? 'start';
    const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
    return { text, left, right: left + width, top: y - size * 0.72, bottom: y + size * 0.2 };
  });
}

export function viewBoxOf(svg: string): { width: number; height: number } {
  const [, , width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(' ').map(Number);
  return { width, height };
}

/** What is wrong with a drawing: numbers that are none, text outside the frame, text on text. Empty when all is well. */
export function faultsOf(svg: string): string[] {
  const faults: string[] = [];
  if (/NaN|Infinity|undefined|null/.test(svg.replace(/>[^<]*</g, '><'))) faults.push('a coordinate is not a number');
  const { width, height } = viewBoxOf(svg);
  const texts = drawnTexts(svg);
  for (const [i, a] of texts.entries()) {
    if (a.left < -0.6 || a.right > width + 0.6 || a.top < -0.6 || a.bottom > height + 0.6)
      faults.push(`outside the frame: ${a.text}`);
    for (const b of texts.slice(i + 1)) {
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        faults.push(`"${a.text}" lies on "${b.text}"`);
    }
  }
  return faults;
}
