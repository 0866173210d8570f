import { SCOPE } from './catalogue.ts'
import { rangesOf, accountOf, allZones } from './seed-personas.ts'
import { everyWrite, madeUpSecret, on, zones, type StoryToken } from './seed-story-parts.ts'
import { LISTED_ACCOUNTS } from './seed.ts'
import type { Account } from './types.ts'

const OFFICE = rangesOf(200)
const CLUSTER = rangesOf(210)

/** What goes wrong in a company, each once. Texts of rules are in the app; a test counts them in `src/cli`. */
export const STORY: readonly StoryToken[] = [
  {
    name: 'platform-bootstrap',
    issued: -320,
    used: -3,
    parts: (account) => [
      on(account, accountOf(account.id), ['Account API Tokens Write', ...everyWrite(account, 45)], SCOPE.account),
    ],
  },
  {
    name: (account) => madeUpSecret(account.id),
    issued: -200,
    used: -30,
    ends: 120,
    from: OFFICE,
    parts: (account) => [on(account, zones(account, 4), ['Zone Read'])],
  },
  {
    name: 'monthly-report-mailer',
    issued: -93,
    used: -3.2,
    ends: -3,
    from: OFFICE,
    parts: (account) => [on(account, accountOf(account.id), ['Billing Read'])],
  },
  // The newest one is first in the list, and nothing is wrong with it.
  {
    name: 'status-page-reader',
    issued: -0.6,
    used: -0.1,
    ends: 88,
    parts: (account) => [on(account, zones(account, 4), ['Analytics Read'])],
  },
  {
    name: 'stock-sync-nightly',
    issued: -88,
    used: -0.3,
    ends: 2.1,
    from: CLUSTER,
    parts: (account) => [on(account, zones(account, 15), ['Cache Purge', 'Zone Read'])],
  },
  {
    name: 'edge-secrets-rotator',
    issued: -150,
    used: -0.4,
    from: [CLUSTER[0]],
    parts: (account) => [on(account, accountOf(account.id), ['Account API Tokens Write'])],
  },
  {
    name: 'external-dns-all-zones',
    issued: -240,
    used: -0.01,
    ends: 125,
    from: [CLUSTER[0]],
    parts: (account) => [
      on(account, allZones(account.id), ['DNS Write', 'Zone Read']),
      { ...on(account, zones(account, 0), ['DNS Write']), effect: 'deny' },
    ],
  },
  {
    name: 'store-kiosk',
    issued: -80,
    used: -1,
    ends: 100,
    from: ['0.0.0.0/1', '128.0.0.0/1', '::/0'],
    parts: (account) => [on(account, zones(account, 1), ['Cache Purge'])],
  },
  {
    name: 'shop-platform',
    issued: -110,
    used: -0.2,
    ends: 200,
    from: CLUSTER,
    parts: (account) => [
      on(account, zones(account, 1), ['DNS Write', 'Cache Settings Write', 'Zone WAF Write', 'Snippets Write']),
      on(account, accountOf(account.id), ['Images Write', 'Queues Write']),
    ],
  },
  {
    name: 'dns-of-the-old-shop',
    issued: -170,
    used: -0.5,
    ends: 190,
    from: OFFICE,
    parts: (account) => [
      on(account, zones(account, 23), ['DNS Write']),
      { ...on(account, zones(account, 23), ['DNS Write']), effect: 'deny' },
    ],
  },
  {
    name: 'worker-routes-migration',
    issued: -60,
    used: -2,
    ends: 150,
    from: OFFICE,
    parts: (account) => [
      on(account, zones(account, 2), ['Workers Routes Write']),
      on(account, zones(account, 2), ['Workers KV Storage Write']),
    ],
  },
  {
    name: 'mail-dns-guarded',
    issued: -50,
    used: -4,
    ends: 160,
    from: OFFICE,
    parts: (account) => [
      on(account, zones(account, 8), ['DNS Write']),
      { ...on(account, zones(account, 0), ['DNS Write']), effect: 'deny' },
    ],
  },
  {
    name: 'seo-reports',
    issued: -100,
    used: -6,
    ends: 210,
    from: OFFICE,
    parts: (account) => [
      on(account, allZones(account.id), ['Analytics Read']),
      on(account, zones(account, 3), ['Analytics Read']),
    ],
  },
  {
    name: 'merger-dns-sync',
    issued: -40,
    used: -8,
    ends: 90,
    from: OFFICE,
    parts: (account) => [
      on(account, zones(account, 17), ['DNS Read']),
      on(account, allZones(LISTED_ACCOUNTS[1].id), ['DNS Read']),
    ],
  },
  {
    name: 'logpush-setup',
    issued: -35,
    used: -9,
    ends: 80,
    from: OFFICE,
    parts: (account) => [on(account, accountOf(account.id), ['Logs Write'], SCOPE.zone)],
  },
  {
    name: 'campaign-next-summer',
    issued: -5,
    used: null,
    starts: 210,
    ends: 300,
    from: OFFICE,
    parts: (account) => [on(account, zones(account, 17), ['Cache Purge'])],
  },
  {
    name: 'warehouse-scanners',
    issued: -90,
    used: -44,
    ends: 110,
    from: [OFFICE[0]],
    except: ['198.18.0.0/16'],
    parts: (account) => [on(account, accountOf(account.id), ['Images Read'])],
  },
  {
    name: 'office-printers',
    issued: -65,
    used: -12,
    ends: 140,
    from: ['192.168.20.0/24', ...OFFICE],
    except: ['203.0.113.7/32'],
    parts: (account) => [on(account, zones(account, 4), ['Zone Read'])],
  },
  ...['status-probe', 'status-probe (new)'].map((name, at) => ({
    name,
    issued: at === 0 ? -130 : -20,
    used: at === 0 ? -50 : -0.1,
    ends: at === 0 ? 60 : 170,
    from: rangesOf(220),
    parts: (account: Account) => [on(account, zones(account, 4), ['Health Checks Read'])],
  })),
  ...['video-transcoder-1', 'video-transcoder-2', 'video-transcoder-3'].map((name, at) => ({
    name,
    issued: -75,
    used: -0.3 - at,
    ends: 130 + 7 * at,
    from: rangesOf(230),
    parts: (account: Account) => [on(account, accountOf(account.id), ['Stream Write'])],
  })),
  ...['newsletter', 'Newsletter'].map((name, at) => ({
    name,
    issued: -45 - at,
    used: -1 - at,
    ends: 105 + 9 * at,
    from: rangesOf(235 + at),
    parts: (account: Account) => [on(account, accountOf(account.id), ['Email Sending Write'])],
  })),
  {
    name: 'docs-cache',
    issued: -180,
    used: -0.7,
    ends: 115,
    from: rangesOf(240),
    parts: (account) => [on(account, zones(account, 6), ['Cache Purge', 'Cache Settings Write'])],
  },
  {
    name: 'docs-cache-purge',
    issued: -230,
    used: -140,
    ends: 95,
    from: rangesOf(240),
    parts: (account) => [on(account, zones(account, 6), ['Cache Purge'])],
  },
  {
    name: 'access-session-revoker',
    issued: -55,
    used: -2,
    ends: 145,
    from: OFFICE,
    parts: (account) => [on(account, accountOf(account.id), ['Access: Apps and Policies Revoke'])],
  },
  // They were made in one afternoon, for 90 days each.
  ...['orders', 'payments', 'returns', 'search', 'stock'].map((job, at) => ({
    name: `shop-${job}-production`,
    issued: -47 - at / 100,
    used: -0.05 * (at + 1),
    ends: { day: 43, hour: 8 + at },
    from: rangesOf(245 + at),
    parts: (account: Account) => [on(account, zones(account, 1), ['Cache Purge', 'Zone Read'])],
  })),
]
