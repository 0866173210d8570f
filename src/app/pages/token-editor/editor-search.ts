import * as v from 'valibot'
import { idParam } from '#app/parts/account-id.ts'
import { ifValid } from '#app/parts/if-valid.ts'

/** Any id of that shape; the page knows which templates there are, the first load need not. */
const templateId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/))
/** The id of a token that was read from a file and waits in this tab. */
const importedId = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/))
const tab = v.fallback(v.picklist(['form', 'json']), 'form')

const policyNumber = v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/))

export type EditorTab = 'form' | 'json'

/** `?from=<tokenId>` starts from a copy of another token, with `as=replacement` to take its place, `?template=dns` from a template, `?brought=<id>` from an imported one, `?group=<id>` from a permission. */
export const newTokenSearch = v.object({
  from: ifValid(idParam),
  as: ifValid(v.literal('replacement')),
  template: ifValid(templateId),
  brought: ifValid(importedId),
  group: ifValid(idParam),
  tab: v.optional(tab, 'form'),
})

/** `?fix=draft` opens a suggested change of this tab in review, `?policy=2` opens at the second policy. */
export const editTokenSearch = v.object({
  tab: v.optional(tab, 'form'),
  fix: ifValid(v.literal('draft')),
  policy: ifValid(policyNumber),
})
