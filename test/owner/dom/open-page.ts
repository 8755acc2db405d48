/** A sidebar or dialog of the script in a DOM of this process: the HTML that the script gave, with the playground's own `google.script` in it. */
import path from 'node:path';
import { buildSync } from 'esbuild';
import type * as HappyDom from 'happy-dom';
import type { FromFrame, ToFrame } from '../../../local/playground/page/panels/messages';
import { panelPage } from '../../../local/playground/panel-page';
import { IMPATIENT } from '../impatient';
import type { PageFrame } from '../surface';
import { SurfaceInMemory } from './part-in-memory';

declare const importHappyDom: () => Promise<typeof HappyDom>;

const BRIDGE = path.resolve(__dirname, '../../../local/playground/page/panels/google-script.ts');

/** As in Chromium: a field whose text is marked has the focus, and what is marked is copied, of which the page hears. */
const MARKING = `{
  for (const { prototype } of [HTMLInputElement, HTMLTextAreaElement]) {
    const { select } = prototype;
    prototype.select = function () {
      this.focus();
      select.call(this);
    };
  }
  document.execCommand = (command) =>
    command === 'copy' &&
    document.activeElement.dispatchEvent(new Event('copy', { bubbles: true }));
}`;

let bridge = '';

/** What a page says to what is around it, with how to answer. */
type Heard = (said: FromFrame, answer: (outcome: Omit<ToFrame, 'call'>) => void) => void;

export class OpenPage extends SurfaceInMemory implements PageFrame {
  private constructor(
    private readonly window: HappyDom.Window,
    patience?: number,
  ) {
    super(() => window.document, [], patience);
  }

  /**
   * Shows a page. What fails in it fails in the test.
   *
   * @param patience how long things in it may let the test wait, in milliseconds
   */
  static async open(html: string, heard: Heard, patience?: number): Promise<OpenPage> {
    const { BrowserErrorCaptureEnum, Window } = await importHappyDom();
    bridge ||= bundledBridge();
    const window = new Window({
      url: 'http://localhost/',
      width: 600,
      height: 400,
      console: loud(),
      settings: {
        enableJavaScriptEvaluation: true,
        suppressInsecureJavaScriptEnvironmentWarning: true,
        handleDisabledFileLoadingAsSuccess: true,
        errorCapture: BrowserErrorCaptureEnum.disabled,
        device: { prefersReducedMotion: 'reduce' },
      },
    });
    const around = {
      postMessage: ({ appsScript }: { appsScript: FromFrame }) => {
        const said = JSON.parse(JSON.stringify(appsScript)) as FromFrame;
        const { call } = said as { call: number };
        setImmediate(() => heard(said, (outcome) => tell({ ...outcome, call })));
      },
    };
    Object.defineProperty(window, 'parent', { value: around });
    const parse = window.eval('(text) => JSON.parse(text)') as (text: string) => unknown;
    // As over the wire: copied, and made of the page's own objects and lists.
    const tell = (outcome: ToFrame) => {
      if (window.closed) return;
      const data = parse(JSON.stringify({ appsScript: outcome }));
      const from = around as unknown as HappyDom.Window;
      window.dispatchEvent(new window.MessageEvent('message', { data, source: from }));
    };
    window.eval(IMPATIENT);
    window.document.write(panelPage(html, { type: '', body: bridge }));
    window.eval(MARKING);
    return new OpenPage(window, patience);
  }

  async evaluate(code: string): Promise<unknown> {
    const result = JSON.stringify(await this.window.eval(code));
    return result === undefined ? undefined : JSON.parse(result);
  }

  /** Ends the page with all its timers: it asks for nothing any more. */
  close(): Promise<void> {
    return this.window.happyDOM.close();
  }
}

/** What a page complains of fails the test that runs. */
function loud(): Console {
  const fail = (...what: unknown[]) => {
    const [first] = what;
    setImmediate(() => {
      throw first instanceof Error ? first : new Error(`In the page: ${what.join(' ')}`);
    });
  };
  return Object.assign(Object.create(console), { error: fail, warn: fail });
}

function bundledBridge(): string {
  const { outputFiles } = buildSync({
    entryPoints: [BRIDGE],
    bundle: true,
    write: false,
    target: 'es2022',
    format: 'iife',
    charset: 'utf8',
  });
  return outputFiles[0]?.text ?? '';
}
