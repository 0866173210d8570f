/**
 * Features that a product's permissions are for, by what the documentation calls them and the map of operations
 * (`#domain/operations`) has these permissions for. A search finds one by all of its words: "cache" is no "cache reserve".
 */
export const FEATURES = new Map<string, string[]>([
  ['dns', ['txt record', 'mx record', 'cname', 'spf', 'acme', 'ddns', 'dynamic dns', 'secondary dns', 'zone transfer']],
  ['zone', ['domain']],
  ['workers scripts', ['durable objects', 'workers for platforms', 'worker secrets', 'custom domains']],
  ['workers tail', ['tail logs']],
  ['hyperdrive', ['postgres']],
  ['queues', ['message queues']],
  ['workers ai', ['llm']],
  ['calls', ['turn']],
  ['browser rendering', ['crawl']],
  ['ssl and certificates', ['origin ca', 'keyless']],
  ['cloudflare tunnel', ['tunnel token']],
  ['zero trust', ['gateway', 'gateway rules', 'split tunnels']],
  [
    'zone settings',
    ['hsts', 'minimum tls version', 'always online', 'development mode', 'under attack mode', 'argo', 'cache reserve'],
  ],
  ['account settings', ['invite users']],
  ['firewall services', ['zone lockdown']],
  ['account firewall access rules', ['ip access rules', 'block country']],
  ['account custom pages', ['error pages']],
  ['custom pages', ['error pages']],
  ['custom errors', ['error pages']],
  ['account analytics', ['graphql']],
  ['analytics', ['graphql']],
  ['workers r2 storage', ['sippy']],
])
