/** The ways in which a suite is played: over a database once more in a crowd. */
import { isOverDatabase } from './part';

export const WAYS = isOverDatabase ? [false, true] : [false];
