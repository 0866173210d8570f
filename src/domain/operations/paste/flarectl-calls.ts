const UA = '/zones/{zone_id}/firewall/ua_rules'
const RULES = '/zones/{zone_id}/firewall/access_rules/rules'
const RECORDS = '/zones/{zone_id}/dns_records'
/** Every command that takes the name of a zone looks for its ID first. */
const ZONE = 'GET /zones'

/** The calls that commands of flarectl make, put together by hand. */
export const FLARECTL_CALLS: Readonly<Record<string, readonly string[]>> = {
  ips: ['GET /ips'],
  'user info': ['GET /user'],
  'user update': ['PATCH /user'],
  'zone list': [ZONE],
  'zone create': ['POST /zones'],
  'zone delete': [ZONE, 'DELETE /zones/{zone_id}'],
  'zone check': [ZONE, 'PUT /zones/{zone_id}/activation_check'],
  'zone info': [ZONE],
  'zone plan': [ZONE],
  'zone settings': [ZONE, 'GET /zones/{zone_id}/settings'],
  'zone purge': [ZONE, 'POST /zones/{zone_id}/purge_cache'],
  'zone dns': [ZONE, `GET ${RECORDS}`],
  'zone export': [ZONE, `GET ${RECORDS}/export`],
  'dns list': [ZONE, `GET ${RECORDS}`],
  'dns create': [ZONE, `POST ${RECORDS}`],
  'dns update': [ZONE, `PATCH ${RECORDS}/{dns_record_id}`],
  'dns create-or-update': [ZONE, `GET ${RECORDS}`, `POST ${RECORDS}`, `PATCH ${RECORDS}/{dns_record_id}`],
  'dns delete': [ZONE, `DELETE ${RECORDS}/{dns_record_id}`],
  'user-agents list': [ZONE, `GET ${UA}`],
  'user-agents create': [ZONE, `POST ${UA}`],
  'user-agents update': [ZONE, `PUT ${UA}/{ua_rule_id}`],
  'user-agents delete': [ZONE, `DELETE ${UA}/{ua_rule_id}`],
  'pagerules list': [ZONE, 'GET /zones/{zone_id}/pagerules'],
  'firewall rules list': [ZONE, `GET ${RULES}`],
  'firewall rules create': [ZONE, `POST ${RULES}`],
  'firewall rules update': [ZONE, `PATCH ${RULES}/{rule_id}`],
  'firewall rules create-or-update': [ZONE, `GET ${RULES}`, `POST ${RULES}`, `PATCH ${RULES}/{rule_id}`],
  'firewall rules delete': [ZONE, `DELETE ${RULES}/{rule_id}`],
}

/** Short names of the first word of a command, and of the others. */
export const FLARECTL_GROUPS: Readonly<Record<string, string>> = {
  i: 'ips',
  u: 'user',
  z: 'zone',
  d: 'dns',
  ua: 'user-agents',
  p: 'pagerules',
  f: 'firewall',
}
export const FLARECTL_ACTIONS: Readonly<Record<string, string>> = {
  l: 'list',
  c: 'create',
  u: 'update',
  d: 'delete',
  i: 'info',
  o: 'create-or-update',
  s: 'settings',
}
