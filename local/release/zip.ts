/** Writes a ZIP file. Nothing is compressed and no time is noted, so that the same files give the same bytes everywhere. */
import { crc32 } from '../crc32';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Of the format that is needed to read it, and of the file names: UTF-8. */
const VERSION = 20;
const UTF8 = 0x0800;

/** 1 January 1980, the first day that the format knows. */
const FIRST_DAY = 0x21;

/** @param files their contents by their paths, in the order in which they are to be listed */
export function zip(files: Record<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const listed: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const path = Buffer.from(name, 'utf8');
    const fields = commonFields(path, content);
    const local = Buffer.concat([numbers([LOCAL, 4]), fields, path, content]);
    listed.push(
      Buffer.concat([
        numbers([CENTRAL, 4], [VERSION, 2]),
        fields,
        // No comment, the first disk, nothing about the system it was made on.
        numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        path,
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(listed);
  const count = listed.length;
  const end = numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [list.length, 4]);
  return Buffer.concat([...parts, list, end, numbers([offset, 4], [0, 2])]);
}

/** What the entry and the list both say of a file. */
function commonFields(path: Buffer, content: Buffer): Buffer {
  const { length } = content;
  return numbers(
    [VERSION, 2],
    [UTF8, 2],
    [0, 2],
    [0, 2],
    [FIRST_DAY, 2],
    [crc32(content), 4],
    [length, 4],
    [length, 4],
    [path.length, 2],
    [0, 2],
  );
}

/** Numbers one after the other, each in so many bytes, the lowest first. */
function numbers(...all: [value: number, bytes: 2 | 4][]): Buffer {
  return Buffer.concat(
    all.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}
