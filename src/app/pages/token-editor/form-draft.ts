import type { CreateAttempt } from '#app/queries/token-writes.ts'
import { DRAFT, keep, noteUnkept, readKept } from '#app/parts/kept-in-tab.ts'
import { isEditorResources } from '#domain/policy/editor-resources.ts'
import { readToken } from '#domain/token/read-token.ts'
import type { Token } from '#domain/token/token.ts'
import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'
import { isObject } from '#domain/text/is-object.ts'
import type { FormValues } from './form-values.ts'

/**
 * What was typed, and the token it was typed on: were it compared with a newer one, a
 * restored draft would take back what was saved elsewhere since. `attempt` is a create
 * that was sent and whose outcome is not known: it must not be forgotten with the page.
 */
export type FormDraft = { values: FormValues; base: Token | null; attempt: CreateAttempt | null }

/**
 * What was typed survives a reload, in this tab alone. A draft holds policies and
 * names, never a secret: the secret exists only after the form is done.
 */
const keyOf = (accountId: string, formName: string) => `${DRAFT}${accountId}.${formName}`

export function readDraft(accountId: string, formName: string): FormDraft | null {
  try {
    const text = readKept(keyOf(accountId, formName))
    const draft: unknown = text && JSON.parse(text)
    return isStoredDraft(draft) ? { ...draft, base: readToken(draft.base) } : null
  } catch {
    // Text of an older version: the form starts from what is stored.
    return null
  }
}

/**
 * A text that cannot be read may hold anything and is not kept; the draft before it stays. Returns whether these values
 * are kept: the browser's storage may be closed or full.
 */
export function writeDraft(accountId: string, formName: string, draft: FormDraft): boolean {
  const isKept = tryToKeep(keyOf(accountId, formName), draft)
  noteUnkept(!isKept)
  return isKept
}

function tryToKeep(key: string, { base, ...draft }: FormDraft): boolean {
  if (draft.values.json?.body === null) return false
  if (holdsSecret(draft.values)) {
    keep(key, null)
    return false
  }
  // Of the token what came from the API is enough: it is read again as it was the first time.
  return keep(key, JSON.stringify({ ...draft, base: base?.wire ?? null }))
}

/** Whether `writeDraft` may keep these values. */
export const isKeepable = (values: FormValues): boolean => values.json?.body !== null && !holdsSecret(values)

/**
 * A secret that was typed into a field by mistake. The rest is picked from lists. A word in the form of an S3 secret may
 * be a hash, so it stays in a text, but such a draft is not kept.
 */
function holdsSecret({ name, allowedText, exceptionsText, carried, json, policies }: FormValues): boolean {
  const rows = policies.flatMap(({ typed, policy }) =>
    policy.kind === 'advanced' ? [typed, policy.json, policy.source] : [typed],
  )
  const tab = json?.text.slice(0, CHECKED_LENGTH) ?? null
  const texts = [name, allowedText, exceptionsText, tab, ...Object.values(carried), ...rows]
  return texts.some((text) => text !== null && looksLikeSecret(text))
}

/** The JSON tab has looked through its whole text already; at every key this is enough. */
const CHECKED_LENGTH = 100_000

export function dropDraft(accountId: string, formName: string): void {
  noteUnkept(false)
  keep(keyOf(accountId, formName), null)
}

type StoredDraft = Omit<FormDraft, 'base'> & { base: unknown }

/** The tab wrote it itself; this only keeps an older version's draft from breaking the form. */
function isStoredDraft(draft: unknown): draft is StoredDraft {
  if (!isObject(draft) || !('base' in draft) || !('attempt' in draft) || !isObject(draft['values'])) return false
  const { values } = draft
  const { carried, policies } = values
  return (
    ['name', 'ends', 'condition', 'json'].every((key) => key in values) &&
    isObject(carried) &&
    'conditionJson' in carried &&
    Array.isArray(policies) &&
    policies.every(isPolicyRow)
  )
}

/** Resources that an older version wrote otherwise would be read as all of their kind. */
function isPolicyRow(row: { policy?: { kind?: unknown; resources?: unknown } } | null): boolean {
  const policy = row?.policy
  return policy?.kind === 'advanced' || (policy?.kind === 'visual' && isEditorResources(policy.resources))
}
