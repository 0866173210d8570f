import { importedToken } from '#app/parts/imported-token.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { templateById } from '#domain/operations/templates.ts'
import { toApi, type EditorResources } from '#domain/policy/editor-policy.ts'
import { isPolicy, readPolicy } from '#domain/policy/read-policy.ts'
import { templatePolicies } from '#domain/policy/template.ts'

/** The buttons that choose what is compared. */
export const sideButtonId = (side: 'a' | 'b') => `compare-${side}`

/** What the address names: a token by its ID, `template.dns`, or `pasted.` and the ID it waits by in this tab. */
export type SideAddress = { kind: 'token' | 'template' | 'pasted'; id: string }

export function readSide(text: string | undefined): SideAddress | null {
  if (!text) return null
  const [, kind, id = ''] = /^(template|pasted)\.(.+)$/.exec(text) ?? []
  return kind === 'template' || kind === 'pasted' ? { kind, id } : { kind: 'token', id: text }
}

export const templateSide = (id: string): string => `template.${id}`
export const pastedSide = (id: string): string => `pasted.${id}`

/** What is compared with a token: policies that no token of the account has. */
export type Draft = { name: string; policies: unknown[]; note: string | null }

/** A template leaves open which zones or buckets it is for, so it counts for all of them. */
const ALL_OF: Partial<Record<EditorResources['family'], EditorResources>> = {
  zones: { family: 'all-zones' },
  buckets: { family: 'all-buckets' },
}

export function templateDraft(id: string, catalogue: PermissionGroup[], accountId: string): Draft | null {
  const template = templateById(id)
  if (!template) return null
  const isOpen = template.policies.some(({ resources }) => resources.family in ALL_OF)
  const policies = templatePolicies(template, catalogue).map((policy) =>
    toApi({ ...policy, resources: ALL_OF[policy.resources.family] ?? policy.resources }, accountId),
  )
  const note = `The template “${template.title}” leaves its zones or buckets open. It is compared with all of them.`
  return { name: template.title, policies, note: isOpen ? note : null }
}

export function pastedDraft(id: string): Draft | null {
  const body = importedToken(id)
  if (!body) return null
  const { name, policies } = body
  return {
    name: typeof name === 'string' && name.trim() ? name : 'Pasted token',
    policies: Array.isArray(policies) ? policies : [],
    note: null,
  }
}

/** Policies as reach reads them, and whether a part of them cannot be read. */
export const readDraft = ({ policies }: Draft) => ({
  policies: policies.map(readPolicy),
  isCut: policies.some((policy) => !isPolicy(policy)),
})
