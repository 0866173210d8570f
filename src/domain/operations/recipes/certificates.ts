import type { Recipe } from './recipe.ts'
import { CREATE_RECORD, DELETE_RECORD, FIND_ZONE, LIST_RECORDS, onZones } from './parts.ts'

/** What a DNS-01 challenge needs: all of these tools find the zone, write a TXT record and take it away again. */
const CHALLENGE = {
  topic: 'certificates',
  policies: [onZones('DNS Write', 'Zone Read')],
  calls: [FIND_ZONE, LIST_RECORDS, CREATE_RECORD, DELETE_RECORD],
  date: '2026-11-27',
} as const

export const CERTIFICATE_RECIPES: readonly Recipe[] = [
  {
    ...CHALLENGE,
    id: 'cert-manager',
    title: 'cert-manager',
    hint: 'DNS-01 in Kubernetes',
    exampleName: 'cert-manager production',
    note: 'Its documentation recommends all zones.',
    source: {
      name: 'cert-manager’s documentation',
      url: 'https://cert-manager.io/docs/configuration/acme/dns01/cloudflare/',
    },
  },
  {
    ...CHALLENGE,
    calls: [FIND_ZONE, CREATE_RECORD, DELETE_RECORD],
    id: 'lego',
    title: 'lego and Traefik',
    hint: 'DNS-01 challenge',
    exampleName: 'Traefik certificates',
    note: 'lego also takes two tokens: DNS Write in CF_DNS_API_TOKEN, Zone Read in CF_ZONE_API_TOKEN.',
    source: { name: 'lego’s documentation', url: 'https://go-acme.github.io/lego/dns/cloudflare/' },
  },
  {
    ...CHALLENGE,
    id: 'caddy',
    title: 'Caddy',
    hint: 'DNS-01 challenge',
    exampleName: 'Caddy web server',
    note: null,
    source: { name: 'Caddy’s Cloudflare module', url: 'https://github.com/caddy-dns/cloudflare' },
  },
  {
    ...CHALLENGE,
    id: 'certbot',
    title: 'Certbot',
    hint: 'certbot-dns-cloudflare',
    exampleName: 'Certbot example.com',
    note: 'Its documentation asks for DNS Write alone; the call that finds the zone is published with Zone Read.',
    source: { name: 'certbot-dns-cloudflare', url: 'https://certbot-dns-cloudflare.readthedocs.io' },
  },
  {
    ...CHALLENGE,
    id: 'acme-sh',
    title: 'acme.sh',
    hint: 'dns_cf',
    exampleName: 'acme.sh example.com',
    note: 'It finds the zone by its name, so Zone Read is needed beside DNS Write.',
    source: {
      name: 'acme.sh’s dns_cf',
      url: 'https://github.com/acmesh-official/acme.sh/blob/master/dnsapi/dns_cf.sh',
    },
  },
]
