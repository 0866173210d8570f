import * as v from 'valibot'
import { newTokenSearch } from './editor-search.ts'

/** What a new token starts from: a template, a permission group, a copy of another token, or an imported one. */
export type Start = {
  from?: string | undefined
  /** Of the token it is copied from. */
  as?: 'replacement' | undefined
  template?: string | undefined
  group?: string | undefined
  brought?: string | undefined
}

/** Of each start its own draft: what was typed into one is not taken for another. */
export function formNameOf({ from, as, template, group, brought }: Start): string {
  if (from) return `${as ?? 'copy'}-of-${from}`
  if (brought) return `imported-${brought}`
  if (template) return `template-${template}`
  return group ? `group-${group}` : 'new'
}

/** The same from the search params of an address. */
export const formNameIn = (search: object): string => formNameOf(v.parse(newTokenSearch, search))
