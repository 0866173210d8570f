/** Text on standard error, and the exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Not all of the account could be read: the exit code 3. */
export class ReadError extends Error {
  override name = 'ReadError'
}

export const EXIT = { ok: 0, found: 1, usage: 2, unread: 3 } as const

export const USAGE = `Usage: token-desk findings [options]

Says what is wrong with the API tokens of an account. Reads, and changes nothing.

From where
  --account ID         the account; else CLOUDFLARE_ACCOUNT_ID
                       CLOUDFLARE_API_TOKEN or CLOUDFLARE_API_TOKEN_FILE is the token to read with
  --file FILE          a JSON export of Token Desk, or answers of the API, instead of an account; - is standard input
  --catalogue FILE     the permission groups for a file: the answer of /tokens/permission_groups

What
  --rule ID            only this rule, such as D2; can be repeated
  --severity NAME      only act-now, fix-soon, review or tidy; can be repeated
  --suppressions FILE  findings that are accepted: the export of Token Desk
  --settings FILE      JSON such as {"longestLife": 90, "breakGlass": ["emergency *"]}
  --now TIME           judge as of this time (RFC 3339)

How
  --format NAME        table (default), json, markdown or sarif
  --fail-on NAME       exit with 1 when a finding is at least act-now, fix-soon, review or tidy
  --help, --version

Exit codes
  0  done: nothing that --fail-on names
  1  a finding is at least as urgent as --fail-on says
  2  wrong options, or a file that can't be read
  3  the account could not be read, or with --fail-on: only a part of the tokens is known
`
