/** After the last test: what the workers have kept for each other goes. */
import { closeSetUps } from './set-ups';

export default function afterAll(): void {
  closeSetUps();
}
