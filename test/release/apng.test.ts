/** The moving picture of the README: frames in their order, and of the later ones only what has changed. */
import { PNG } from 'pngjs';
import { apng } from '../../local/apng';

function picture(...red: [x: number, y: number][]): Buffer {
  const png = new PNG({ width: 8, height: 6 });
  png.data.fill(255);
  for (const [x, y] of red) png.data.set([255, 0, 0, 255], (y * 8 + x) * 4);
  return PNG.sync.write(png);
}

/** Width, height, left and top of each frame, and its time. */
function frames(file: Buffer): number[][] {
  const found: number[][] = [];
  for (let at = file.indexOf('fcTL'); at >= 0; at = file.indexOf('fcTL', at + 4)) {
    const numbers = [8, 12, 16, 20].map((offset) => file.readUInt32BE(at + offset));
    found.push([...numbers, file.readUInt16BE(at + 24)]);
  }
  return found;
}

test('keeps the first frame whole, and of the others what has changed', () => {
  const file = apng([
    { png: picture(), ms: 500 },
    { png: picture([2, 1], [5, 3]), ms: 700 },
    { png: picture([2, 1], [5, 3]), ms: 900 },
  ]);
  expect(frames(file)).toEqual([
    [8, 6, 0, 0, 500],
    [4, 3, 2, 1, 700],
    [1, 1, 0, 0, 900],
  ]);
  expect(PNG.sync.read(file)).toMatchObject({ width: 8, height: 6 });
});
