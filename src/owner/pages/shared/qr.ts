/** A link as a QR code: what is drawn of it, and files to print. */
import { encode } from 'uqr';

/** The quiet zone that scanners need, in modules. */
const BORDER = 4;

/** The code as an SVG file. */
export function qrSvgFile(link: string): Blob {
  const { size, path } = qrModules(link);
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 10}" height="${size * 10}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
  return new Blob([text], { type: 'image/svg+xml' });
}

/** The code as a PNG file of about 1,000 pixels. */
export function qrPngFile(link: string): Promise<Blob> {
  const { data, size } = encode(link, { ecc: 'M', border: BORDER });
  const scale = Math.max(Math.round(1000 / size), 4);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * scale;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) context.fillRect(x * scale, y * scale, scale, scale);
    });
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture was made.'))));
  });
}

/** The dark parts of the code as a path, in modules, and how many modules wide it is with its quiet zone. */
export function qrModules(link: string): { size: number; path: string } {
  const { data, size } = encode(link, { ecc: 'M', border: BORDER });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { size, path };
}
