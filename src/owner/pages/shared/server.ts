/** The script as the pages see it: `google.script.run` as promises, typed by the one list of what may be called. */
import type { Answer, ErrorCode, OwnerApi } from '../../wire';

interface Runner {
  withSuccessHandler(handler: (answer: Answer<unknown>) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
  ownerCall(name: string, args: unknown[], pass: string): void;
}

declare const google: {
  script: { run: Runner; host: { close(): void; setHeight(pixels: number): void } };
};

type Server = {
  [Name in keyof OwnerApi]: (
    ...args: Parameters<OwnerApi[Name]>
  ) => Promise<ReturnType<OwnerApi[Name]>>;
};

/** Every function of {@link OwnerApi}; a call that fails rejects with a sentence for the owner, and {@link codeOf} it. */
export const server = new Proxy({} as Server, {
  get:
    (_, name) =>
    (...args: unknown[]) =>
      call(String(name), args),
});

/** Closes the dialog or sidebar. */
export function closePage(): void {
  google.script.host.close();
}

/** @param height of what is in the dialog, in pixels */
export function setHeight(height: number): void {
  google.script.host.setHeight(height);
}

function call(name: string, args: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler((answer) => {
        if (!('error' in answer)) return resolve(answer.value);
        const { code, text } = answer.error;
        reject(new Error(SENTENCES[code] ?? text, { cause: { code } }));
      })
      .withFailureHandler((error) => reject(new Error(explained(String(error?.message ?? error)))))
      .ownerCall(name, args, pass());
  });
}

/** What the script put into this page when it opened it. It is no meta tag: Google leaves those out. */
function pass(): string {
  return document.getElementById('page')?.dataset.pass ?? '';
}

/** By which code the script has marked an error of {@link server}; undefined when it is none that a page knows. */
export function codeOf(error: unknown): ErrorCode | undefined {
  return (error as { cause?: { code?: ErrorCode } } | null)?.cause?.code;
}

/** What is said instead of the script's own sentence, which is for its log. */
const SENTENCES: Partial<Record<ErrorCode, string>> = {
  busy: 'Messages are being handled just now. Try again in a moment.',
};

/** What Google's own errors mean: they have no code, only words. The script's are sentences already. */
const MEANINGS: [RegExp, string][] = [
  [
    /PERMISSION_DENIED/i,
    'You are signed in with several Google accounts, and Google has mixed them up. Open this sheet in a private window, or sign out of the other accounts, and try again.',
  ],
  [
    /authori[sz]ation|do not have permission|You do not have permission/i,
    'The script has not been allowed to do this yet. Close this, choose any item of the menu Referrals, and allow what Google asks.',
  ],
  [/too many LockService/i, 'Messages are being handled just now. Try again in a moment.'],
  [
    /maximum execution time/i,
    'Google stopped this after six minutes. What was done stays done; start it again for the rest.',
  ],
  [
    /too many times for one day|quota/i,
    'Google’s quota for today is used up. It comes back within 24 hours.',
  ],
  [
    /NetworkError|HTTP 0|connection failure|Failed to fetch/i,
    'Google could not be reached. Check the connection, and try again.',
  ],
];

function explained(message: string): string {
  const plain = message.replace(/^(?:Uncaught )?(?:\w*Error|Exception): /, '');
  return MEANINGS.find(([pattern]) => pattern.test(plain))?.[1] ?? plain;
}
