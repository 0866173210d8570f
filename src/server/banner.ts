import type { Config } from '#server/settings/config.ts'
import { LISTED_ACCOUNTS } from './sandbox/seed.ts'

/** What `npm start` prints once the app can be opened: its address, what it works on, and how to end it. */
export function banner(config: Config, origin: string): string[] {
  const lines: Line[] = [...modeLines(config), ...extraLines(config), ['Stop', 'Ctrl+C']]
  return ['', row('Token Desk', origin), '', ...lines.map(([term, text]) => row(term, text)), '']
}

type Line = [term: string, text: string]

const row = (term: string, text: string) => `  ${term.padEnd(12)}${text}`

function modeLines(config: Config): Line[] {
  if (config.mode === 'sandbox') {
    return [
      ['Mode', 'Sandbox: simulated data, reset on restart; nothing leaves this machine'],
      ['Accounts', LISTED_ACCOUNTS.map(({ name }) => name).join(', ')],
      ['Connect', 'set CLOUDFLARE_API_TOKEN=<your token> in .env and restart (see .env.example)'],
    ]
  }
  if (config.mode === 'sign-in') {
    return [
      ['Mode', 'Live: each user signs in with their own token'],
      ['API', config.upstream],
    ]
  }
  return [
    ['Mode', 'Live: changes take effect in Cloudflare'],
    ['API', config.upstream],
    ['Accounts', config.accountIds.length > 0 ? config.accountIds.join(', ') : 'all that the token can access'],
    ...(config.access ? [] : ([['Answers', 'this machine only; do not put a proxy before it']] satisfies Line[])),
  ]
}

function extraLines({ access, readOnly, publicOrigin, trustedProxies }: Config): Line[] {
  const lines: Line[] = []
  if (access) lines.push(['Access', access.teamDomain])
  if (readOnly) lines.push(['Writes', 'refused (READ_ONLY)'])
  if (trustedProxies) lines.push(['Proxies', trustedProxies.join(', ')])
  else if (publicOrigin?.startsWith('https:'))
    lines.push(['Proxies', 'none in TRUSTED_PROXIES: limits and log treat all clients as one'])
  return lines
}
