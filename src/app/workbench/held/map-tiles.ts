import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../errors.ts';

/** A map of the user's own for the page Ships: a PMTiles file, read by ranges and never as a whole. */
export type MapTiles = {
  /** What the file is called. */
  readonly name: string;
  readonly size: number;
  /** Bytes from a place on; fewer where the file ends. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
};

/** What a file of the third version of PMTiles begins with. */
const MAGIC = Buffer.from('PMTiles\u0003', 'latin1');

/** Opens a map once, so that what is read stays one file. @throws AppError `bad-option` for what is no such file */
export async function openMapTiles(path: string): Promise<MapTiles> {
  const name = basename(path);
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new AppError('bad-option', `--tiles: ${name} cannot be read; check the path`, { cause });
  });
  const read = async (offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
  const head = await read(0, MAGIC.length).catch(() => new Uint8Array());
  if (!MAGIC.equals(head)) {
    await file.close();
    throw new AppError('bad-option', `--tiles: ${name} is no PMTiles file (version 3)`);
  }
  const { size } = await file.stat();
  return { name, size, read, close: () => file.close() };
}
