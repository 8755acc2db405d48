/** The story on a phone, scene by scene, with the way to each of its texts. */
import { Phone } from './bubble';
import { nameOf, titleOf } from './drafts';
import type { Scene } from './story';

interface ChatProps {
  scenes: Scene[];
  /** What is shown when `at` is null: a text by itself. */
  alone: Scene;
  at: number | null;
  go: (at: number) => void;
  choose: (name: string) => void;
  /** The rewards in it are made up. */
  example: boolean;
}

export function Chat({ scenes, alone, at, go, choose, example }: ChatProps) {
  const scene = (at === null ? undefined : scenes[at]) ?? alone;
  const next = at === null ? 0 : (at + 1) % scenes.length;
  return (
    <div>
      <h2>{scene.title}</h2>
      <p class="help" role="status">
        {at === null ? 'One text on its own.' : `${at + 1} of ${scenes.length} in the story.`}
        {example && ' You promise nothing yet: the rewards here are examples.'}
      </p>
      <Phone title={`${scene.phone}’s phone`} bubbles={scene.bubbles} />
      <div class="buttons">
        <button type="button" aria-disabled={!at || undefined} onClick={() => at && go(at - 1)}>
          Back
        </button>
        <button type="button" onClick={() => go(next)}>
          {next === 0 ? 'From the beginning' : 'What happens next'}
        </button>
      </div>
      <p class="help">Texts in this picture:</p>
      <ul class="in-picture">
        {scene.keys.map((key) => (
          <li key={key}>
            <button type="button" class="link" onClick={() => choose(nameOf(key))}>
              {titleOf(nameOf(key))}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
