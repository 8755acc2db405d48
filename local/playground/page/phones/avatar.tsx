/** The round picture of somebody: initials on their colour. */
import { hue, initials } from '../format';

export function Avatar({ of, name }: { of: string; name: string }) {
  return (
    <span class="avatar" aria-hidden="true" style={`--hue: ${hue(of)}`}>
      {initials(name)}
    </span>
  );
}
