import { readFileSync } from 'node:fs'

/** The host name of the proxies and their certificate. */
export const HOST = 'desk.test'
export type ProxyName = 'nginx' | 'caddy' | 'haproxy'

/**
 * The files and ports of a running proxy: the folder with the certificate, its two ports, and the port of the server
 * behind it.
 */
export type Instance = { folder: string; http: number; https: number; upstream: number }
type Substitution = [from: string, to: string]

export type Proxy = {
  command: string
  debianPackage: string
  args: (configFile: string) => string[]
  /** A file in docs/reverse-proxy. */
  example: string
  /** Replacements of the example's own values, besides the common ones. */
  values: (instance: Instance) => Substitution[]
  /** The whole configuration, when the example is only a part. */
  around?: (example: string, folder: string) => string
  /** X-Forwarded-For in its usual form: what the client sent, then the client's address. */
  appending: Substitution
  /** A minimal configuration that forwards the http port with the server's own Host. */
  bare: (instance: Instance) => string
}

/** The examples' IPv6 listener uses another loopback address, because not every machine has IPv6. */
const SECOND = '127.0.0.9'

// The test's folder belongs to root, but nginx's workers do not run as root and cannot write there.
const nginxConfig = (http: string, folder: string) => `
daemon off;
pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  gzip on;
  gzip_types application/json;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  ${http}
}`

const haproxyConfig = (rest: string) => `
global
  log stdout format raw local0
defaults
  log global
  mode http
  timeout connect 5s
  timeout client 50s
  timeout server 50s
${rest}`

export const PROXIES: Record<ProxyName, Proxy> = {
  nginx: {
    command: 'nginx',
    debianPackage: 'nginx-light',
    args: (file) => ['-e', 'stderr', '-c', file],
    example: 'nginx.conf',
    values: ({ http, https }) => [
      ['listen 80;', `listen 127.0.0.1:${http};`],
      ['listen [::]:80;', `listen ${SECOND}:${http};`],
      ['listen 443 ', `listen 127.0.0.1:${https} `],
      ['listen [::]:443 ', `listen ${SECOND}:${https} `],
      ['/var/log/nginx/token-desk.log', '/dev/stdout'],
    ],
    around: nginxConfig,
    appending: ['X-Forwarded-For $remote_addr', 'X-Forwarded-For $proxy_add_x_forwarded_for'],
    bare: ({ folder, http, upstream }) =>
      nginxConfig(
        `server { listen 127.0.0.1:${http}; location / { proxy_pass http://127.0.0.1:${upstream}; } }`,
        folder,
      ),
  },
  caddy: {
    command: 'caddy',
    debianPackage: 'caddy',
    args: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
    example: 'Caddyfile',
    values: ({ http, https }) => [
      ['admin off', `admin off\n\tdefault_bind 127.0.0.1\n\thttp_port ${http}\n\thttps_port ${https}`],
    ],
    appending: ['header_up -Forwarded', 'header_up -Forwarded\n\t\ttrusted_proxies private_ranges'],
    bare: ({ http, upstream }) => `{
	admin off
	default_bind 127.0.0.1
}
http://:${http} {
	reverse_proxy 127.0.0.1:${upstream} {
		header_up Host {upstream_hostport}
	}
}
`,
  },
  haproxy: {
    command: 'haproxy',
    debianPackage: 'haproxy',
    args: (file) => ['-db', '-f', file],
    example: 'haproxy.cfg',
    values: ({ http, https }) => [
      ['bind :80\n', `bind 127.0.0.1:${http}\n`],
      ['bind :::80 v6only', `bind ${SECOND}:${http}`],
      ['bind :443 ', `bind 127.0.0.1:${https} `],
      ['bind :::443 v6only ', `bind ${SECOND}:${https} `],
    ],
    around: haproxyConfig,
    appending: ['http-request set-header X-Forwarded-For %[src]', 'option forwardfor'],
    bare: ({ http, upstream }) =>
      haproxyConfig(`
listen bare
  bind 127.0.0.1:${http}
  option forwardfor
  http-request set-header Host 127.0.0.1:${upstream}
  server desk 127.0.0.1:${upstream}
`),
  },
}

/** A proxy's example from docs/reverse-proxy, with the values of this run. */
export function exampleConfig(proxy: Proxy, instance: Instance, more: Substitution[] = []): string {
  const text = readFileSync(new URL(`../../docs/reverse-proxy/${proxy.example}`, import.meta.url), 'utf8')
  const shared: Substitution[] = [
    ['https://desk.example.com', `https://${HOST}:${instance.https}`],
    ['desk.example.com', HOST],
    ['/etc/ssl/token-desk', instance.folder],
    ['127.0.0.1:5173', `127.0.0.1:${instance.upstream}`],
  ]
  const example = [...more, ...proxy.values(instance), ...shared].reduce((before, [from, to]) => {
    if (!before.includes(from))
      throw new Error(`${proxy.example} has no "${from}" to put this test's value in place of.`)
    return before.replaceAll(from, to)
  }, text)
  return proxy.around?.(example, instance.folder) ?? example
}
