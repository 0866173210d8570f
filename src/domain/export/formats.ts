import Papa from 'papaparse'
import { describePolicy, sentenceText } from '#domain/policy/sentence.ts'
import { createBody, draftOf } from '#domain/policy/request-body.ts'
import { shellQuote } from '#domain/text/quote.ts'
import type { Token } from '#domain/token/token.ts'

export type ExportContext = { accountId: string; zoneNames?: Map<string, string> }

/**
 * Tokens as the API answered them, unknown fields and all, for `readExport` or other
 * tools. An answer never holds a secret; should one ever come in `value`, it stays out.
 */
export function exportJson(tokens: Token[], { accountId }: ExportContext): string {
  const withoutSecret = ({ wire }: Token) => {
    const { value: _, ...rest } = wire as Record<string, unknown>
    return rest
  }
  return `${JSON.stringify({ account_id: accountId, tokens: tokens.map(withoutSecret) }, null, 2)}\n`
}

/** What a spreadsheet would run: `=`, `+`, `-`, `@`, also behind blanks, and their full-width twins. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\t\r＝＋－＠]/u

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
  ['policies', ({ policies }, context) => policies.map((one) => sentenceText(describePolicy(one, context))).join('; ')],
  [
    'permission_group_ids',
    ({ policies }) =>
      [...new Set(policies.flatMap((policy) => policy.permission_groups.map(({ id }) => id)))].toSorted().join(' '),
  ],
  ['ip_allowed', ({ condition }) => condition.allowed.join(' ')],
  ['ip_exceptions', ({ condition }) => condition.exceptions.join(' ')],
]

/** A line a token (RFC 4180). What a spreadsheet would take for a formula has a `'` before it. */
export const exportCsv = (tokens: Token[], context: ExportContext): string =>
  toCsv(
    COLUMNS.map(([name]) => name),
    tokens.map((token) => COLUMNS.map(([, read]) => read(token, context))),
  )

/** Fields and rows as CSV, safe to open in a spreadsheet. */
export const toCsv = (fields: string[], rows: string[][]): string =>
  `${Papa.unparse({ fields, data: rows }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`

/** A shell script that creates tokens like these, one `curl` each; every answer has a new secret in it. */
export function exportCurl(tokens: Token[], { accountId }: ExportContext): string {
  const url = `https://api.cloudflare.com/client/v4/accounts/${accountId}/tokens`
  const commands = tokens.map((token) =>
    [
      // Quoted like JSON, a name of several lines stays on one.
      `# Creates a token like ${JSON.stringify(token.name)} (${token.id}). The answer holds its secret.`,
      `curl --fail-with-body --request POST ${shellQuote(url)} \\`,
      '  --header "Authorization: Bearer $CLOUDFLARE_API_TOKEN" \\',
      `  --header 'Content-Type: application/json' \\`,
      `  --data ${shellQuote(JSON.stringify(createBody(draftOf(token))))}`,
    ].join('\n'),
  )
  return `#!/bin/sh\nset -eu\n\n${commands.join('\n\n')}\n`
}
