/** The page of a script's sidebar or dialog: its own HTML, with `google.script` put in front. */
import type { Asset } from './assets';

const GOOGLES_STYLE = /https:\/\/ssl\.gstatic\.com\/docs\/script\/css\/add-ons1?\.css/g;

/**
 * @param html what the script gave to `showSidebar` or `showModalDialog`
 * @returns the page for the frame; Google's style sheet for add-ons comes from this machine
 */
export function panelPage(html: string, frameScript: Asset): string {
  const script = `<script>${frameScript.body.replaceAll('</script', '<\\/script')}</script>`;
  const page = html.replace(GOOGLES_STYLE, '/add-ons1.css');
  const start =
    /<head[^>]*>/i.exec(page) ?? /<html[^>]*>/i.exec(page) ?? /<!doctype[^>]*>/i.exec(page);
  const at = start ? start.index + start[0].length : 0;
  const doctype = start ? '' : '<!doctype html>';
  return doctype + page.slice(0, at) + script + page.slice(at);
}
