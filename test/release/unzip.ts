/** Reads a ZIP as others do: from the list at its end, and with every checksum. It knows what stores without compressing. */
import { crc32 } from '../../local/crc32';

/** The files' contents by their paths. @throws Error when a file is not what its checksum says */
export function unzipped(zip: Buffer): Record<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files: Record<string, Buffer> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const length = zip.readUInt32LE(at + 24);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(from, from + length);
    if (zip.readUInt16LE(at + 10) !== 0 || crc32(content) !== zip.readUInt32LE(at + 16)) {
      throw new Error(`${name} is not what the list says.`);
    }
    files[name] = content;
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
