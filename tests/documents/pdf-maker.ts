import { deflateSync } from 'node:zlib';

export type PrintedText = { readonly x: number; readonly y: number; readonly size?: number; readonly text: string };

/** A bar or a filled area, in points. */
export type PrintedBar = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A small PDF (ISO 32000-1) with text set in Helvetica on A4 pages: real bytes for the reader, made without a browser. */
export function makePdf(
  pages: readonly (readonly (PrintedText | PrintedBar)[])[],
  options: { readonly info?: string; readonly encrypt?: string; readonly stream?: Buffer } = {},
): Buffer {
  const objects: (string | Buffer)[] = [];
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  objects[1] = '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>';
  objects[2] = `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`;
  objects[3] = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
  for (const [index, texts] of pages.entries()) {
    const stream = options.stream ?? deflateSync(Buffer.from(texts.map(operators).join('\n'), 'latin1'));
    objects[4 + index * 2] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`;
    objects[5 + index * 2] = Buffer.concat([
      Buffer.from(`<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`),
      stream,
      Buffer.from('\nendstream'),
    ]);
  }
  const infoNumber = objects.length;
  objects[infoNumber] = `<< ${options.info ?? ''} >>`;
  return assemble(objects, `/Root 1 0 R /Info ${infoNumber} 0 R ${options.encrypt ?? ''}`);
}

/** How a text is set in the face F1, or a bar is painted. */
export function operators(printed: PrintedText | PrintedBar): string {
  if ('width' in printed) return `${printed.x} ${printed.y} ${printed.width} ${printed.height} re f`;
  const { x, y, size = 11, text } = printed;
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replaceAll('•', '\x95').replace(/[\\()]/g, '\\$&')}) Tj ET`;
}

/** Objects by their number, put together with their table. */
export function assemble(objects: readonly (string | Buffer)[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  let length = parts[0]!.length;
  const offsets: number[] = [];
  for (let number = 1; number < objects.length; number++) {
    offsets[number] = length;
    const body = objects[number]!;
    const part = Buffer.concat([
      Buffer.from(`${number} 0 obj\n`),
      Buffer.from(body as string, 'latin1'),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    length += part.length;
  }
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const xref = `xref\n0 ${objects.length}\n0000000000 65535 f \n${rows.join('')}`;
  parts.push(Buffer.from(`${xref}trailer\n<< /Size ${objects.length} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** Lines of a paragraph one under the other, 14 points apart, beginning at `y`. */
export function setLines(lines: readonly string[], y: number, x = 72, size = 11): PrintedText[] {
  return lines.map((text, index) => ({ x, y: y - index * size * 1.27, size, text }));
}
