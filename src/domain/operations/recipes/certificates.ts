import type { RecipeDetails } from './recipe.ts'
import { CREATE_RECORD, DELETE_RECORD, FIND_ZONE, LIST_RECORDS } from './calls.ts'

/** What a DNS-01 challenge needs: all of these tools find the zone, write a TXT record and take it away again. */
const CHALLENGE = {
  calls: [FIND_ZONE, LIST_RECORDS, CREATE_RECORD, DELETE_RECORD],
  date: '2026-11-27',
} as const

export const CERTIFICATE_DETAILS: Record<string, RecipeDetails> = {
  'cert-manager': {
    ...CHALLENGE,
    note: 'Its documentation recommends all zones.',
    source: {
      name: 'cert-manager’s documentation',
      url: 'https://cert-manager.io/docs/configuration/acme/dns01/cloudflare/',
    },
  },
  lego: {
    ...CHALLENGE,
    calls: [FIND_ZONE, CREATE_RECORD, DELETE_RECORD],
    note: 'lego also takes two tokens: DNS Write in CF_DNS_API_TOKEN, Zone Read in CF_ZONE_API_TOKEN.',
    source: { name: 'lego’s documentation', url: 'https://go-acme.github.io/lego/dns/cloudflare/' },
  },
  caddy: {
    ...CHALLENGE,
    note: null,
    source: { name: 'Caddy’s Cloudflare module', url: 'https://github.com/caddy-dns/cloudflare' },
  },
  certbot: {
    ...CHALLENGE,
    note: 'Its documentation asks for DNS Write alone; the call that finds the zone is published with Zone Read.',
    source: { name: 'certbot-dns-cloudflare', url: 'https://certbot-dns-cloudflare.readthedocs.io' },
  },
  'acme-sh': {
    ...CHALLENGE,
    note: 'It finds the zone by its name, so Zone Read is needed beside DNS Write.',
    source: {
      name: 'acme.sh’s dns_cf',
      url: 'https://github.com/acmesh-official/acme.sh/blob/master/dnsapi/dns_cf.sh',
    },
  },
}
