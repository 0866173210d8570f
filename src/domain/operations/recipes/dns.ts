import type { RecipeDetails } from './recipe.ts'
import {
  call,
  CHANGE_RECORD,
  CREATE_RECORD,
  DELETE_RECORD,
  FIND_ZONE,
  LIST_RECORDS,
  LIST_ZONES,
  REPLACE_RECORD,
} from './calls.ts'

export const DNS_DETAILS: Record<string, RecipeDetails> = {
  dns: {
    calls: [LIST_RECORDS, CREATE_RECORD, REPLACE_RECORD, CHANGE_RECORD, DELETE_RECORD],
    note: 'Tools that look up a zone by its name need Zone Read as well.',
    source: {
      name: 'Cloudflare’s token templates',
      url: 'https://developers.cloudflare.com/fundamentals/api/reference/template/',
    },
    date: '2026-11-27',
  },
  'external-dns': {
    calls: [
      LIST_ZONES,
      LIST_RECORDS,
      CREATE_RECORD,
      CHANGE_RECORD,
      DELETE_RECORD,
      call('POST', '/zones/{zone_id}/addressing/regional_hostnames', 'sets a region, with a region key'),
    ],
    note: 'Start it with --zone-id-filter for chosen zones; without it, it asks for all zones. Custom hostnames need SSL and Certificates Write as well.',
    source: {
      name: 'external-dns’ Cloudflare tutorial',
      url: 'https://github.com/kubernetes-sigs/external-dns/blob/master/docs/tutorials/cloudflare.md',
    },
    date: '2026-11-27',
  },
  octodns: {
    calls: [
      LIST_ZONES,
      LIST_RECORDS,
      call('GET', '/zones/{zone_id}/pagerules', 'reads URLFWD records'),
      CREATE_RECORD,
      REPLACE_RECORD,
      DELETE_RECORD,
    ],
    note: 'URLFWD records need Page Rules Write as well; without them, set pagerules to false.',
    source: { name: 'octodns-cloudflare', url: 'https://pypi.org/project/octodns-cloudflare/' },
    date: '2026-11-27',
  },
  'terraform-dns': {
    calls: [
      FIND_ZONE,
      call('GET', '/zones/{zone_id}/dns_records/{dns_record_id}', 'refreshes a record'),
      CREATE_RECORD,
      REPLACE_RECORD,
      DELETE_RECORD,
    ],
    note: 'Zone Read is for a data source that finds zones by name; with zone IDs in the module, leave it out. Other resources need other permissions.',
    source: { name: 'Cloudflare’s Terraform provider', url: 'https://developers.cloudflare.com/api/terraform' },
    date: '2026-11-27',
  },
  ddns: {
    calls: [FIND_ZONE, LIST_RECORDS, CREATE_RECORD, REPLACE_RECORD, CHANGE_RECORD, DELETE_RECORD],
    note: 'Clients’ documentation often asks for DNS Write alone; the call that finds a zone is published with Zone Read. The WAF lists of cloudflare-ddns need Account Rule Lists Write as well.',
    source: { name: 'favonia/cloudflare-ddns', url: 'https://github.com/favonia/cloudflare-ddns' },
    date: '2026-11-27',
  },
  'dns-backup': {
    calls: [
      LIST_ZONES,
      LIST_RECORDS,
      call('GET', '/zones/{zone_id}/dns_records/export', 'exports the zone file'),
      call('GET', '/zones/{zone_id}/dnssec', 'reads DNSSEC'),
    ],
    note: 'Restoring a zone file needs DNS Write.',
    source: {
      name: 'Cloudflare’s page on zone files',
      url: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/import-and-export',
    },
    date: '2026-11-27',
  },
}
