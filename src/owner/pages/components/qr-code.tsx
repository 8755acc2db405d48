/** A link as a QR code on the screen. */
import { qrModules } from '../shared/qr';

/** @param title what the picture shows, for those who do not see it */
export function QrCode({ link, title }: { link: string; title: string }) {
  const { size, path } = qrModules(link);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={title} class="qr">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
