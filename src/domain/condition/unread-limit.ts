import type { Condition } from './condition.ts'

/** Whether it may refuse an address: what cannot be read may be a limit. */
export const mayRefuse = ({ allowed, exceptions, isOdd }: Condition): boolean =>
  allowed.length + exceptions.length > 0 || isOdd === true

/** For a table: the allowed ranges, or all of a condition that cannot be read, as it came. */
export const allowedText = ({ allowed, isOdd }: Condition, wire: unknown): string =>
  isOdd ? (JSON.stringify(wire) ?? '') : allowed.join(' ')
