/** Writes a moving picture (APNG) of pictures of the same size: after the first one only the part that has changed is kept. */
import { PNG } from 'pngjs';
import { crc32 } from './crc32';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** One picture, as PNG, and for how long it is shown. */
interface MovingFrame {
  png: Buffer;
  ms: number;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** @param frames at least one; it begins again after the last */
export function apng(frames: MovingFrame[]): Buffer {
  const pictures = frames.map(({ png }) => PNG.sync.read(png));
  const [first] = pictures;
  if (!first) throw new Error('There is no picture to move.');
  const { width, height } = first;
  const parts = [SIGNATURE, chunkOf(PNG.sync.write(first, RGB), 'IHDR')];
  parts.push(chunk('acTL', uint32(frames.length, 0)));
  let sequence = 0;
  for (const [index, picture] of pictures.entries()) {
    const before = pictures[index - 1];
    const area = before ? changed(before, picture) : { x: 0, y: 0, width, height };
    parts.push(chunk('fcTL', control(sequence++, area, frames[index]?.ms ?? 0)));
    const data = dataOf(PNG.sync.write(cut(picture, area), RGB));
    parts.push(
      index ? chunk('fdAT', Buffer.concat([uint32(sequence++), data])) : chunk('IDAT', data),
    );
  }
  return Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** Screenshots let nothing shine through. */
const RGB = { colorType: 2, inputHasAlpha: true } as const;

/** Where a frame stands and how long; it stays until the next one is drawn over it. */
function control(sequence: number, { x, y, width, height }: Area, ms: number): Buffer {
  const time = Buffer.alloc(6);
  time.writeUInt16BE(ms, 0);
  time.writeUInt16BE(1000, 2);
  return Buffer.concat([uint32(sequence, width, height, x, y), time]);
}

/** The smallest area outside of which both are the same; one point where they are the same altogether. */
function changed(before: PNG, after: PNG): Area {
  let [left, top, right, bottom] = [after.width, after.height, -1, -1];
  for (let y = 0; y < after.height; y++) {
    for (let x = 0; x < after.width; x++) {
      const at = (y * after.width + x) * 4;
      if (before.data.readUInt32BE(at) === after.data.readUInt32BE(at)) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return { x: 0, y: 0, width: 1, height: 1 };
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function cut(picture: PNG, { x, y, width, height }: Area): PNG {
  const part = new PNG({ width, height });
  PNG.bitblt(picture, part, x, y, width, height, 0, 0);
  return part;
}

/** The chunks of a PNG: their names and what is in them. */
function chunksOf(png: Buffer): [name: string, data: Buffer][] {
  const chunks: [string, Buffer][] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push([png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  return chunks;
}

function chunkOf(png: Buffer, wanted: string): Buffer {
  const found = chunksOf(png).find(([name]) => name === wanted);
  return chunk(wanted, found?.[1] ?? Buffer.alloc(0));
}

const dataOf = (png: Buffer) =>
  Buffer.concat(chunksOf(png).flatMap(([name, data]) => (name === 'IDAT' ? [data] : [])));

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))]);
}

function uint32(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * index);
  return bytes;
}
