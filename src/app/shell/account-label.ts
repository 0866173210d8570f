import { spelledOut } from '#domain/text/hidden.ts'

/** The account's name, or what is known of it. */
export const accountLabel = ({ id, name }: { id: string; name?: string | null }): string =>
  name ? spelledOut(name) : `Account ${id.slice(0, 8)}…`
