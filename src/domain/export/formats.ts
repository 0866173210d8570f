import Papa from 'papaparse'
import { allowedText } from '#domain/condition/unread-limit.ts'
import { readPolicy } from '#domain/policy/read-policy.ts'
import { describePolicy, sentenceText } from '#domain/policy/sentence.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import type { Token } from '#domain/token/token.ts'
import { storedPolicies } from '#domain/token/request-body.ts'
import type { ExportContext } from './export-context.ts'
import { areKnownResources, readStored } from './stored-policy.ts'
import { withoutTooDeep } from './too-deep.ts'

/**
 * Tokens as the API answered them, including unknown fields, for `readExport` and other tools. An answer never contains
 * a secret; if one ever came in `value`, it is removed. Leaves out those of `leftOutTooDeep`.
 */
export function exportJson(tokens: Token[], { accountId }: ExportContext): string {
  const withoutSecret = ({ wire }: Token) => {
    const { value: _, ...rest } = wire as Record<string, unknown>
    return rest
  }
  return `${JSON.stringify({ account_id: accountId, tokens: withoutTooDeep(tokens).map(withoutSecret) }, null, 2)}\n`
}

/**
 * Texts that a spreadsheet would run as formulas: `=`, `+`, `-`, `@`, also after blanks, and their full-width forms.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\t\r＝＋－＠]/u
/** The same behind a separator of other countries, or of lines: there a spreadsheet may begin a cell in the middle of one. */
const FORMULA_INSIDE = /(?<=[;\t\r\n])(?=(?:(?![\t\r\n])[\s\p{Cc}\p{Cf}])*[=+\-@|%＝＋－＠])/gu

const COLUMNS: [string, (token: Token, context: ExportContext) => string][] = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['status', ({ status }) => status],
  ['issued_on', ({ issuedOn }) => issuedOn ?? ''],
  ['modified_on', ({ modifiedOn }) => modifiedOn ?? ''],
  ['last_used_on', ({ lastUsedOn }) => lastUsedOn ?? ''],
  ['not_before', ({ notBefore }) => notBefore ?? ''],
  ['expires_on', ({ expiresOn }) => expiresOn ?? ''],
  ['creator', ({ creatorEmail, provisionerType }) => creatorEmail ?? provisionerType ?? ''],
  [
    'policies',
    (token, context) =>
      Array.isArray(token.wire.policies)
        ? token.wire.policies.map((policy: unknown) => inWords(policy, context)).join('; ')
        : asItCame(token.wire.policies),
  ],
  ['permission_group_ids', (token) => groupIds(token, () => true)],
  ['ip_allowed', ({ condition, wire }) => allowedText(condition, wire.condition)],
  ['ip_exceptions', ({ condition }) => condition.exceptions.join(' ')],
  // The groups that a token denies are listed as well.
  ['allowed_permission_group_ids', (token) => groupIds(token, (effect) => effect === 'allow')],
  ['denied_permission_group_ids', (token) => groupIds(token, (effect) => effect === 'deny')],
]

/**
 * One line per token (RFC 4180), but none for those of `leftOutTooDeep`. A text that a spreadsheet would take for a
 * formula starts with `'`.
 */
export const exportCsv = (tokens: Token[], context: ExportContext): string =>
  toCsv(
    COLUMNS.map(([name]) => name),
    withoutTooDeep(tokens).map((token) => COLUMNS.map(([, read]) => read(token, context))),
  )

/** Fields and rows as CSV, safe to open in a spreadsheet. */
export const toCsv = (fields: string[], rows: string[][]): string =>
  `${Papa.unparse({ fields, data: rows.map((row) => row.map((text) => text.replaceAll(FORMULA_INSIDE, "'"))) }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`

/** A policy as a sentence, or as it came when it has no readable parts. */
function inWords(stored: unknown, context: ExportContext): string {
  const policy = readStored(stored)
  if ('problem' in policy || !areKnownResources(policy.resources)) return asItCame(stored)
  const named: WirePolicy = {
    effect: policy.effect,
    permission_groups: policy.groups.map(({ id, name }) => ({ id, ...(name !== null && { name }) })),
    resources: policy.resources,
  }
  return sentenceText(describePolicy(named, context))
}

/** Of policies that cannot be read as a whole, the groups that can. */
function groupIds(token: Token, isWanted: (effect: string) => boolean): string {
  const policies = storedPolicies(token).map(readPolicy)
  const ids = policies.flatMap(({ effect, permission_groups }) =>
    isWanted(effect) ? permission_groups.map(({ id }) => id) : [],
  )
  return [...new Set(ids)].toSorted().join(' ')
}

const asItCame = (value: unknown): string => JSON.stringify(value) ?? ''
