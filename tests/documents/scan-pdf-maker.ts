import { deflateSync } from 'node:zlib';
import { READING_LIMITS } from '../../src/documents/limits.ts';
import { pictureHeadOf } from '../../src/documents/recognition/picture.ts';
import { assemble, operators, type PrintedText } from './pdf-maker.ts';

/** A picture on a page; in points of the page, from the lower left corner. */
type Placed = {
  readonly width: number;
  readonly height: number;
  /** Entries of its dictionary (ISO 32000-1, 8.9.5) and its stream. */
  readonly entries: string;
  readonly stream: Buffer;
  readonly at: readonly [x: number, y: number, width: number, height: number];
};

export type ScanPage = {
  readonly pictures: readonly Placed[];
  readonly texts?: readonly PrintedText[];
  /** Whether the texts are set so that nobody sees them, as programs lay them over scans. */
  readonly hidden?: boolean;
  readonly turned?: 0 | 90 | 180 | 270;
};

const [WIDTH, HEIGHT] = [595, 842];

/** A JPEG over the width of a page. */
export function placedJpeg(jpeg: Buffer, at: Placed['at'] = [0, 0, WIDTH, HEIGHT]): Placed {
  const { width, height } = pictureHeadOf(jpeg, 'jpeg', READING_LIMITS);
  return { width, height, at, stream: jpeg, entries: '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode' };
}

/** Points of one bit, as a picture or as a stencil. */
export function placedBits(bits: Buffer, width: number, height: number, isMask: boolean, at: Placed['at']): Placed {
  const form = isMask ? '/ImageMask true /BitsPerComponent 1' : '/ColorSpace /DeviceGray /BitsPerComponent 1';
  return { width, height, at, stream: deflateSync(bits), entries: `${form} /Filter /FlateDecode` };
}

/** A PDF of pages that are pictures: real bytes for the reader, made without a browser. */
export function makeScanPdf(pages: readonly ScanPage[]): Buffer {
  const objects: (string | Buffer)[] = [];
  const add = (object: string | Buffer): number => objects.push(object) - 1;
  add('');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const kids = pages.map(({ pictures, texts = [], hidden = false, turned = 0 }) => {
    const numbers = pictures.map(({ width, height, entries, stream }) =>
      add(streamOf(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${entries}`, stream)),
    );
    const content = [
      ...pictures.map(({ at: [x, y, width, height] }, i) => `q ${width} 0 0 ${height} ${x} ${y} cm /I${i} Do Q`),
      hidden ? 'q 3 Tr' : 'q',
      ...texts.map(operators),
      'Q',
    ].join('\n');
    const names = numbers.map((number, i) => `/I${i} ${number} 0 R`).join(' ');
    const stream = add(streamOf('', Buffer.from(content, 'latin1')));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Rotate ${turned} /Resources << /Font << /F1 3 0 R >> /XObject << ${names} >> >> /Contents ${stream} 0 R >>`,
    );
  });
  objects[2] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  return assemble(objects, '/Root 1 0 R');
}

function streamOf(entries: string, stream: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${stream.length} >>\nstream\n`),
    stream,
    Buffer.from('\nendstream'),
  ]);
}
