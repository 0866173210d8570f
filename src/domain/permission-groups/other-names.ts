const OF_WAF = ['rate limiting', 'custom rules', 'managed rules', 'leaked credentials']

/**
 * Other names of a product: keys of the documentation and of OAuth scopes, such as `#dns_records:edit` and
 * `worker:edit`; former names; and features that the map of operations has its permissions for.
 */
export const OTHER_NAMES = new Map<string, string[]>([
  ['dns', ['dns records', 'dns record', 'dnssec']],
  ['zone', ['zones']],
  ['workers scripts', ['worker', 'workers script', 'workflows', 'cron triggers']],
  ['workers ci', ['workers builds']],
  ['workers kv storage', ['kv', 'kv namespaces', 'key value']],
  ['workers routes', ['worker route', 'workers route']],
  ['d1', ['databases', 'd1 databases']],
  ['load balancers', ['lb', 'load balancer', 'load balancing']],
  ['turnstile sites', ['captcha']],
  [
    'ssl and certificates',
    [
      'ssl',
      'ssl certificates',
      'certificates',
      'certs',
      'tls',
      'custom hostnames',
      'ssl for saas',
      'client certificates',
    ],
  ],
  ['cloudflare tunnel', ['tunnel', 'argo tunnel']],
  ['zero trust', ['teams', 'dlp', 'data loss prevention', 'device posture']],
  ['pages', ['page']],
  ['account settings', ['organization', 'members', 'roles', 'audit logs', 'web analytics', 'rum']],
  ['zone settings', ['spectrum', 'speed', 'observatory', 'smart routing', 'tiered caching']],
  ['zone waf', OF_WAF],
  ['account waf', OF_WAF],
  ['firewall services', ['rate limiting', 'firewall rules', 'user agent blocking']],
  ['bot management', ['bots', 'super bot fight mode']],
  ['notifications', ['alerts', 'alerting', 'webhooks']],
  ['ip prefixes', ['byoip', 'bring your own ip']],
  ['account rule lists', ['ip lists']],
  ['billing', ['invoices', 'payments', 'subscriptions']],
  ['stream', ['videos']],
  ['cache', ['cache purge', 'clear cache', 'flush cache', 'invalidate cache']],
  // The dashboard's presets of R2 (`docs/api-behaviour.md` §7): "Object Read & Write", "Admin Read only".
  ['workers r2 storage bucket item', ['r2 object', 'object', 'r2 objects', 's3']],
  ['workers r2 storage', ['r2 admin']],
])
