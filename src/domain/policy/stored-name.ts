import { spelledOut } from '#domain/text/hidden.ts'

/**
 * The name that is stored with a group of a policy. It comes from outside: it may be no text, or one with invisible
 * characters, which are spelled out because it is only shown and searched.
 */
export const storedName = ({ name }: { name?: unknown }): string | null =>
  typeof name === 'string' && name ? spelledOut(name) : null
