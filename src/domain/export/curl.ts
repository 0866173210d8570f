import { createBody, draftOf } from '#domain/token/request-body.ts'
import { commentQuote, commentText, shellQuote } from '#domain/text/quote.ts'
import { hasPolicyList } from '#domain/token/policy-list.ts'
import type { Token } from '#domain/token/token.ts'
import type { ExportContext } from './export-context.ts'
import { inactiveState, type LeftOut } from './token-state.ts'
import { isTooDeep, TOO_DEEP } from './too-deep.ts'

/**
 * A shell script that creates tokens like these, one `curl` each. Every answer contains a new secret. Inactive tokens
 * are left out, because a new token would be active. A refusal does not stop the script. A second run creates only what
 * is missing: the ids of created tokens are kept in a file beside it.
 */
export function exportCurl(tokens: Token[], context: ExportContext): string {
  const leftOut = leftOutOfCurl(tokens, context)
  const gone = new Set(leftOut.map(({ token }) => token))
  const commands = tokens.filter((token) => !gone.has(token)).map((token) => command(token, context))
  const notes = leftOut.map(
    ({ token, reason }) =>
      `# Left out: ${nameOf(token)}. It is ${reason}${whyUnwritable(token) ? '' : '; a new token would work'}.`,
  )
  return [
    head(context.accountId),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
    ...commands,
    `# Ends with an error if something was not created.\n[ "$failed" -eq 0 ]\n`,
  ].join('\n\n')
}

/** The tokens that the script does not create. */
export const leftOutOfCurl = (tokens: Token[], { now = Date.now() }: ExportContext): LeftOut[] =>
  tokens.flatMap((token) => {
    const reason = whyUnwritable(token) ?? inactiveState(token, now)
    return reason ? [{ token, reason }] : []
  })

/** Without its policies, a new token would have none. */
const whyUnwritable = (token: Token): string | null =>
  isTooDeep(token) ? TOO_DEEP : hasPolicyList(token) ? null : 'without a list of policies'

const nameOf = ({ name, id }: Token) => `${commentQuote(name)} (${commentText(id)})`

function command(token: Token, { accountId }: ExportContext): string {
  const url = `https://api.cloudflare.com/client/v4/accounts/${accountId}/tokens`
  const id = shellQuote(encodeURIComponent(token.id))
  const name = shellQuote(commentQuote(token.name))
  return [
    // Quoted like JSON, a name with line breaks stays on one line.
    `# Creates a token like ${nameOf(token)}. The response contains its secret.`,
    `if is_new ${id} ${name}; then`,
    `curl --silent --show-error --fail-with-body --dump-header "$headers" --request POST ${shellQuote(url)} \\`,
    '  --header "Authorization: Bearer $CLOUDFLARE_API_TOKEN" \\',
    `  --header 'Content-Type: application/json' \\`,
    `  --data ${shellQuote(JSON.stringify(bodyOf(token)))}`,
    `report $? ${id} ${name}`,
    'fi',
  ].join('\n')
}

/** The API checks policies that the app cannot read. Unknown fields are not sent. */
const bodyOf = (token: Token) => createBody({ ...draftOf(token), extra: {} })

const head = (accountId: string) => `#!/bin/sh
# Each response contains the secret of a new token. What was created is noted in the file below: a second run leaves it out.
set -u
: "\${CLOUDFLARE_API_TOKEN:?Set it to a token that can create tokens.}"
created=${shellQuote(`cloudflare-tokens-created-${encodeURIComponent(accountId)}.txt`)}
touch "$created" || exit 1
headers=$(mktemp) || exit 1
trap 'rm -f "$headers"' EXIT
failed=0

# Whether a token was not created by an earlier run.
is_new() {
  if grep -qxF -e "$1" "$created"; then
    printf 'Created before: %s\\n' "$2" >&2
  elif grep -qxF -e "$1 ?" "$created"; then
    failed=$((failed + 1))
    printf 'It is unknown whether %s was created. Check, then delete its line in %s to try again.\\n' "$2" "$created" >&2
  else
    return 0
  fi
  return 1
}

# What became of one: curl ends with 5, 6 or 7 before anything was sent, and with 22 for a refusal (4xx) or an error of the
# server, which may have created it all the same.
report() {
  case $1-$(sed -n 's/^HTTP[^ ]* \\([0-9]\\).*/\\1/p' "$headers" | tail -n 1) in
    0-*)
      printf '%s\\n' "$2" >>"$created"
      printf '\\nCreated: %s\\n' "$3" >&2
      ;;
    [567]-* | 22-4)
      failed=$((failed + 1))
      printf '\\nNot created: %s\\n' "$3" >&2
      ;;
    *)
      failed=$((failed + 1))
      printf '%s ?\\n' "$2" >>"$created"
      printf '\\nNo clear response, so it may have been created: %s\\n' "$3" >&2
      ;;
  esac
}`
