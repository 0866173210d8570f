import { expect, test } from 'vitest'
import type { KnownRefusal } from './known-refusals.ts'
import {
  ACCOUNT,
  BUCKET,
  FLAGSHIP,
  judge,
  OTHER,
  own,
  OWN,
  policy,
  sent,
  TAG,
  USER,
  WORKER,
  ZONE,
  ZONE_ID,
} from './refusal-testing.ts'

const CASES: [kind: KnownRefusal['kind'], what: string, resources: unknown, cured: unknown[] | null][] = [
  ['flat', 'all zones without an account', { [`${ZONE}.*`]: '*' }, [{ [own]: { [`${ZONE}.*`]: '*' } }]],
  ['flat', 'all buckets without an account', { [`${BUCKET}.*`]: '*' }, [{ [own]: { [`${BUCKET}.*`]: '*' } }]],
  ['flat', 'a Worker without an account', { [`${WORKER}.${TAG}`]: '*' }, [{ [own]: { [`${WORKER}.${TAG}`]: '*' } }]],
  [
    'flat',
    'two Workers without an account',
    { [`${WORKER}.${TAG}`]: '*', [`${WORKER}.${ZONE_ID}`]: '*' },
    [{ [own]: { [`${WORKER}.${TAG}`]: '*', [`${WORKER}.${ZONE_ID}`]: '*' } }],
  ],
  ['flat', 'a kind only the catalogue knows', { [`${FLAGSHIP}.x`]: '*' }, [{ [own]: { [`${FLAGSHIP}.x`]: '*' } }]],
  [
    'flat',
    'all zones beside the account itself',
    { [own]: '*', [`${ZONE}.*`]: '*' },
    [{ [own]: '*' }, { [own]: { [`${ZONE}.*`]: '*' } }],
  ],
  [
    'flat',
    'all zones beside a key that objects have of their own',
    { [`${ZONE}.*`]: '*', ['__proto__']: '*' },
    [{ [own]: { [`${ZONE}.*`]: '*' }, ['__proto__']: '*' }],
  ],
  ['blanks', 'a blank before a key', { [` ${own}`]: '*' }, [{ [own]: '*' }]],
  ['blanks', 'a line after a nested key', { [own]: { [`${ZONE}.*\n`]: '*' } }, [{ [own]: { [`${ZONE}.*`]: '*' } }]],
  ['several', 'two keys with a comma', { [`${own}, ${ZONE}.${ZONE_ID}`]: '*' }, null],
  ['placeholder', 'a placeholder in words', { 'com.cloudflare.api.account.YOUR ACCOUNT ID': '*' }, [{ [own]: '*' }]],
  ['star', 'a star alone', { '*': '*' }, null],
  ['star', 'a star alone in the account', { [own]: { '*': '*' } }, null],
  ['empty', 'an empty object', { [own]: {} }, null],
  ['empty', 'an empty object at a key of no known kind', { foo: {} }, null],
  ['capitals', 'an account’s id in capitals', { [`${ACCOUNT}.${OWN.toUpperCase()}`]: '*' }, [{ [own]: '*' }]],
  [
    'capitals',
    'a bucket’s account in capitals',
    { [`${BUCKET}.${OWN.toUpperCase()}_eu_logs`]: '*' },
    [{ [`${BUCKET}.${OWN}_eu_logs`]: '*' }],
  ],
  ['bare-account', 'the account’s key without an id', { [ACCOUNT]: '*' }, [{ [own]: '*' }]],
  ['bare-account', 'a dot without an id', { [`${ACCOUNT}.`]: '*' }, [{ [own]: '*' }]],
  ['bare-account', 'every account', { [`${ACCOUNT}.*`]: '*' }, [{ [own]: '*' }]],
  [
    'bare-account',
    'all zones of every account',
    { [`${ACCOUNT}.*`]: { [`${ZONE}.*`]: '*' } },
    [{ [own]: { [`${ZONE}.*`]: '*' } }],
  ],
  ['foreign', 'another account', { [`${ACCOUNT}.${OTHER}`]: '*' }, [{ [own]: '*' }]],
  [
    'foreign',
    'all zones of another account',
    { [`${ACCOUNT}.${OTHER}`]: { [`${ZONE}.*`]: '*' } },
    [{ [own]: { [`${ZONE}.*`]: '*' } }],
  ],
  [
    'foreign',
    'another account’s bucket',
    { [`${BUCKET}.${OTHER}_default_logs`]: '*' },
    [{ [`${BUCKET}.${OWN}_default_logs`]: '*' }],
  ],
  [
    'foreign',
    'another account’s bucket, nested there',
    { [`${ACCOUNT}.${OTHER}`]: { [`${BUCKET}.${OTHER}_eu_logs`]: '*' } },
    [{ [own]: { [`${BUCKET}.${OWN}_eu_logs`]: '*' } }],
  ],
  ['foreign', 'another account beside this one', { [own]: '*', [`${ACCOUNT}.${OTHER}`]: '*' }, null],
  ['foreign', 'a bucket of another account nested here', { [own]: { [`${BUCKET}.${OTHER}_eu_logs`]: '*' } }, null],
  ['foreign', 'one zone of another account', { [`${ACCOUNT}.${OTHER}`]: { [`${ZONE}.${ZONE_ID}`]: '*' } }, null],
  ...[
    '<ACCOUNT_ID>',
    '$ACCOUNT_ID',
    '${ACCOUNT_ID}',
    '{account_id}',
    '{{ account_id }}',
    'YOUR_ACCOUNT_ID',
    'your-account-id',
    'ACCOUNT_ID',
    ':account_id',
    '%ACCOUNT_ID%',
    '[account id]',
    '${var.account_id}',
    '...',
    'XXXXXXXX',
  ].flatMap((text): typeof CASES => [
    ['placeholder', `${text} as the account`, { [`${ACCOUNT}.${text}`]: '*' }, [{ [own]: '*' }]],
    [
      'placeholder',
      `${text} in a bucket’s key`,
      { [`${BUCKET}.${text}_default_logs`]: '*' },
      [{ [`${BUCKET}.${OWN}_default_logs`]: '*' }],
    ],
    [
      'placeholder',
      `${text} as the account around all zones`,
      { [`${ACCOUNT}.${text}`]: { [`${ZONE}.*`]: '*' } },
      [{ [own]: { [`${ZONE}.*`]: '*' } }],
    ],
  ]),
  ['placeholder', 'a placeholder for a zone', { [`${ZONE}.<ZONE_ID>`]: '*' }, null],
  ['placeholder', 'words for a zone', { [`${ZONE}.YOUR_ZONE_ID`]: '*' }, null],
  ['placeholder', 'a placeholder for a zone, nested', { [own]: { [`${ZONE}.$ZONE_ID`]: '*' } }, null],
  ['placeholder', 'a placeholder for a bucket', { [`${BUCKET}.${OWN}_default_<BUCKET>`]: '*' }, null],
  ['placeholder', 'capitals for a bucket', { [`${BUCKET}.${OWN}_default_BUCKET`]: '*' }, null],
  ['placeholder', 'a placeholder for a Worker', { [own]: { [`${WORKER}.<SCRIPT_TAG>`]: '*' } }, null],
  ['domain', 'the name of a zone here', { [`${ZONE}.example.com`]: '*' }, [{ [`${ZONE}.${ZONE_ID}`]: '*' }]],
  ['domain', 'the name of a zone unknown here', { [`${ZONE}.example.org`]: '*' }, null],
  [
    'domain',
    'the name of a zone, nested',
    { [own]: { [`${ZONE}.example.com`]: '*' } },
    [{ [own]: { [`${ZONE}.${ZONE_ID}`]: '*' } }],
  ],
  ['not-an-id', 'a zone’s id that is short', { [`${ZONE}.abc`]: '*' }, null],
  ['not-an-id', 'the name of a Worker', { [own]: { [`${WORKER}.my-worker`]: '*' } }, null],
  ['user', 'a user', { [`${USER}.${OTHER}`]: '*' }, null],
  ['user', 'all users', { [`${USER}.*`]: '*' }, null],
  ['value', 'a word as the value', { [own]: 'read' }, [{ [own]: '*' }]],
  ['value', 'nothing as the value', { [own]: null }, [{ [own]: '*' }]],
  ['value', 'a word as a nested value', { [own]: { [`${ZONE}.*`]: 'read' } }, [{ [own]: { [`${ZONE}.*`]: '*' } }]],
]

test.each(CASES)('%s: %s is told beforehand, and cured where it can be', (kind, _, resources, cured) => {
  const refusals = judge(policy(resources))
  const refusal = refusals.find((each) => each.kind === kind)
  expect(refusals.map((each) => each.kind)).toContain(kind)
  expect(refusal?.message).toBeTruthy()
  expect(sent(refusal?.cure?.policies)?.map((each) => each.resources) ?? null).toEqual(cured)
  // The fix does not have the same fault again.
  const again = (sent(refusal?.cure?.policies) ?? []).flatMap((each) => judge(each))
  expect(again.map((each) => each.kind)).not.toContain(kind)
})

test.each([
  ['this account', { [own]: '*' }],
  ['all zones of it', { [own]: { [`${ZONE}.*`]: '*' } }],
  ['a zone', { [`${ZONE}.${ZONE_ID}`]: '*' }],
  ['two zones', { [`${ZONE}.${ZONE_ID}`]: '*', [`${ZONE}.${TAG}`]: '*' }],
  ['a zone, nested', { [own]: { [`${ZONE}.${ZONE_ID}`]: '*' } }],
  ['all buckets', { [own]: { [`${BUCKET}.*`]: '*' } }],
  ['a bucket', { [`${BUCKET}.${OWN}_default_your-account-id`]: '*' }],
  ['a Worker', { [own]: { [`${WORKER}.${TAG}`]: '*' } }],
  ['a kind of later times', { 'com.cloudflare.edge.kv.namespace.abc': '*' }],
  ['a kind of later times below the account', { [`${ACCOUNT}.flagship.abc`]: '*' }],
  ['a key of no kind', { foo: 'string' }],
  ['a name with a blank below a kind of later times', { [`${ACCOUNT}.flagship.My App`]: '*' }],
  ['nothing yet', {}],
])('%s is not judged', (_, resources) => expect(judge(policy(resources))).toEqual([]))
