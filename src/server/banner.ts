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
      ['Connect', 'put CLOUDFLARE_API_TOKEN=<your token> into .env and start again (.env.example says more)'],
    ]
  }
  if (config.mode === 'sign-in') {
    return [
      ['Mode', 'Live: each user signs in with a token of their own'],
      ['API', config.upstream],
    ]
  }
  return [
    ['Mode', 'Live: changes take effect in Cloudflare'],
    ['API', config.upstream],
    ['Accounts', config.accountIds.length > 0 ? config.accountIds.join(', ') : 'those the token reaches'],
    ...(config.access ? [] : ([['Answers', 'this machine alone; put no proxy before it']] satisfies Line[])),
  ]
}

function extraLines({ access, readOnly, publicOrigin, trustedProxies }: Config): Line[] {
  const lines: Line[] = []
  if (access) lines.push(['Access', access.teamDomain])
  if (readOnly) lines.push(['Writes', 'refused (READ_ONLY)'])
  if (trustedProxies) lines.push(['Proxies', trustedProxies.join(', ')])
  else if (publicOrigin?.startsWith('https:'))
    lines.push(['Proxies', 'none is named in TRUSTED_PROXIES: to limits and log, all clients are one'])
  return lines
}
