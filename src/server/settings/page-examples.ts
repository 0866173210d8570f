type Example = {
  title: string
  text: string
  /** Settings as in a `.env` file. */
  settings: string
  code: string[]
}

const fence = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``

const example = (title: string, text: string, settings: string, ...more: string[]): Example => ({
  title,
  text,
  settings,
  code: [fence('sh', settings), ...more],
})

/** A test starts the server from each of them. */
export const examples: readonly Example[] = [
  example(
    'A live account on your own machine',
    'Only programs on this machine reach the server. `READ_ONLY=1` is a good start with a token that can write.',
    'CLOUDFLARE_API_TOKEN_FILE=/home/ada/.config/token-desk/api-token\nREAD_ONLY=1',
  ),
  example(
    'A team behind nginx, each user with their own token',
    'nginx ends TLS on the same machine ([its configuration](reverse-proxy/nginx.conf)). `openssl rand -base64 32` makes the session secret.',
    [
      'AUTH=sign-in',
      'SESSION_SECRET_FILE=/etc/token-desk/session-secret',
      'CLOUDFLARE_ACCOUNT_ID=023e105f4ecef8ad9ca31a8372d0c353',
      'PUBLIC_URL=https://tokens.example.com',
      'TRUSTED_PROXIES=127.0.0.1',
    ].join('\n'),
  ),
  example(
    'A team behind Cloudflare Access, with one shared token',
    'A tunnel (`cloudflared`) on the same machine brings the requests that Access has let through. Those without its signature are refused.',
    [
      'CLOUDFLARE_API_TOKEN_FILE=/run/secrets/api-token',
      'ACCESS_TEAM_DOMAIN=example.cloudflareaccess.com',
      'ACCESS_AUD=0000000000000000000000000000000000000000000000000000000000000000',
      'PUBLIC_URL=https://tokens.example.com',
      'TRUSTED_PROXIES=127.0.0.1',
    ].join('\n'),
  ),
  example(
    'Cloudflare Workers',
    'Put these into `vars` of `src/server/wrangler.jsonc`, in the place of the Access settings there, and store the session secret with the command below.',
    'AUTH=sign-in\nPUBLIC_URL=https://tokens.example.com',
    fence('sh', 'openssl rand -base64 32 | npx wrangler secret put SESSION_SECRET -c src/server/wrangler.jsonc'),
  ),
  example(
    'The sandbox, with a slow API',
    'For a demonstration, or to work on Token Desk itself. Nothing leaves the machine.',
    'SANDBOX_LATENCY_MS=300\nPORT=8080',
  ),
]
