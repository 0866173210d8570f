/** The secret in a form to paste somewhere. */
export type HandOverForm = { id: 'plain' | 'env' | 'curl'; label: string; text: string }

export function handOverForms({ accountId, secret }: { accountId: string; secret: string }): HandOverForm[] {
  // An account's token answers on the account's own path only (`contract/api-behaviour.md` §2.7).
  const url = `https://api.cloudflare.com/client/v4/accounts/${accountId}/tokens/verify`
  return [
    { id: 'plain', label: 'Plain', text: secret },
    {
      id: 'env',
      label: '.env',
      text: `CLOUDFLARE_ACCOUNT_ID=${accountId}\nCLOUDFLARE_API_TOKEN=${secret}\n`,
    },
    {
      id: 'curl',
      label: 'curl',
      text: `curl ${shellQuote(url)} \\\n  --header ${shellQuote(`Authorization: Bearer ${secret}`)}`,
    },
  ]
}

/** One word for a POSIX shell, whatever it holds: nothing is special inside single quotes but the quote itself. */
export const shellQuote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`
