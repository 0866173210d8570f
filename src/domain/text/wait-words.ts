import { count } from './plural.ts'

/** "40 seconds", "4 minutes". */
export const waitWords = (seconds: number): string =>
  seconds < 100 ? count(seconds, 'second') : count(Math.ceil(seconds / 60), 'minute')
