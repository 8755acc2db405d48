/** The poster itself: on the screen as large as there is room, on paper as large as the page. */
import type { PosterLook } from '../../wire';
import { QrCode } from '../components/qr-code';

interface SheetProps extends PosterLook {
  link: string;
}

export function Sheet({ link, headline, line, colour }: SheetProps) {
  return (
    <section class="sheet" aria-label="The poster" style={{ '--colour': colour }}>
      <h2 dir="auto">{headline}</h2>
      <QrCode link={link} title="QR code of the poster" />
      <p dir="auto">{line}</p>
    </section>
  );
}
