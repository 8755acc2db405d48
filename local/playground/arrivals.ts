/** Posts to the web app that arrive together: they run inside each other, as Google runs them side by side. */
import type { WebAnswer, WebPost } from '../apps-script';
import { describeWebhook } from './describe';
import type { Playground } from './playground';

/** Posts so close behind each other have arrived together. */
const TOGETHER_MS = 10;
/** The next one comes in the first call of the first, the second call of the second, and so on up to this one. */
const LATEST_CALL = 8;

interface Arrival {
  post: WebPost;
  answered: (answer: WebAnswer) => void;
  failed: (error: unknown) => void;
}

export class Arrivals {
  private waiting: Arrival[] = [];

  constructor(private readonly playground: Playground) {}

  /** What the web app answers. */
  arrive(post: WebPost): Promise<WebAnswer> {
    return new Promise((answered, failed) => {
      this.waiting.push({ post, answered, failed });
      if (this.waiting.length === 1) setTimeout(() => this.begin(), TOGETHER_MS);
    });
  }

  private begin(): void {
    const together = this.waiting;
    this.waiting = [];
    const about = describeWebhook(together[0]?.post.body ?? '');
    try {
      const answers = this.playground.act(about, () => this.run(together.map(({ post }) => post)));
      together.forEach(({ answered }, i) => {
        answered(answers[i] as WebAnswer);
      });
    } catch (error) {
      for (const { failed } of together) failed(error);
    }
  }

  /** An answer of an execution that has to wait for a lock is filled in before the outermost one ends. */
  private run(posts: WebPost[]): WebAnswer[] {
    const { script } = this.playground;
    const left = [...posts];
    const answers = new Map<WebPost, WebAnswer>();
    const next = (call: number): void => {
      const post = left.shift();
      if (!post) return;
      const mayNest = left.length > 0 && !script.faults.interruptAt;
      const run = () => next((call % LATEST_CALL) + 1);
      if (mayNest) script.faults.interruptAt = { call, run };
      answers.set(post, script.post(post));
      if (script.faults.interruptAt?.run === run) delete script.faults.interruptAt;
    };
    while (left.length > 0) next(1);
    return posts.map((post) => answers.get(post) as WebAnswer);
  }
}
