import { isPrefixed } from '#domain/secret/secret-value.ts'
import { findExposed, findMinting, findRootLike, limitFix, opensDoors } from './danger-access.ts'
import { grantsOf, isAllZones } from './facts.ts'
import { DNS_WRITE } from './group-ids.ts'
import { seenIf, type Rule } from './rule.ts'
import { seenAccess } from './seen-access.ts'
import { safeText } from '#domain/token/safe-text.ts'
import { listed } from './words.ts'

const danger = { family: 'danger', about: 'misuse' } as const

export const DANGER_RULES: Rule[] = [
  {
    ...danger,
    id: 'D1',
    about: 'end',
    title: 'Secret found in public',
    why: 'Cloudflare found this secret in public and switched it off; whatever used it is broken.',
    unseen: 'Where the secret was found, and whether it was used by others before.',
    guards: [],
    find: ({ token: { status } }) =>
      seenIf(/^revoked/i.test(status), () => ({
        severity: 'act-now',
        seen: `Its status is “${safeText(status)}”.`,
        evidence: [{ field: 'status', value: safeText(status) }],
        fix: { kind: 'replace', label: 'Replace, then delete' },
      })),
  },
  {
    ...danger,
    id: 'D2',
    title: 'Can create tokens',
    why: 'It can create a token with more access than its own, so it is as strong as an administrator.',
    unseen: 'Which tokens it created.',
    guards: ['What Token Desk needs does not count as further access of its own token.'],
    find: findMinting,
  },
  {
    ...danger,
    id: 'D3',
    title: 'Opens nearly everything',
    why: 'One secret opens nearly everything.',
    unseen: 'Which of the permissions it uses. Without the catalogue their number counts, not their share.',
    guards: ['Fewer than 10 permissions never count, however small the catalogue is.'],
    find: findRootLike,
  },
  {
    ...danger,
    id: 'D4',
    title: 'Secret in the name',
    why: 'Names are shown in lists, logs and audit entries.',
    unseen: 'Whether it is the secret of this token, of another one, or of none.',
    guards: ['Placeholders, and names that only look random.'],
    find: ({ token: { name } }) =>
      seenIf(holdsSecret(name), () => ({
        severity: 'act-now',
        seen: 'Its name contains a text with the form of a secret.',
        evidence: [{ field: 'name' }],
        fix: { kind: 'replace', label: 'Replace under another name' },
      })),
  },
  {
    ...danger,
    id: 'D5',
    title: 'No address limit and no end',
    why: 'Anyone who finds the secret can use it from anywhere, for ever.',
    unseen: 'The addresses that it is used from.',
    guards: [],
    find: findExposed,
  },
  {
    ...danger,
    id: 'D6',
    title: 'Limit that limits nothing',
    why: 'It looks restricted in every list and is not.',
    unseen: 'Which addresses use it.',
    guards: ['Ranges up to a sixteenth of IPv4 in all, such as the /8 of a large company.'],
    find: ({ token: { condition }, limit: { wide: ranges, isWide } }) => {
      const all = `${condition.allowed.length} ranges with more than a sixteenth of IPv4`
      const wide = ranges.length > 0 ? ranges.map(safeText) : isWide ? [all] : []
      return seenIf(wide.length > 0, () => ({
        severity: 'fix-soon',
        seen: `Its IP limit lets nearly everyone in: ${listed(wide)}.`,
        evidence: wide.map((value) => ({ field: 'condition', value })),
        fix: limitFix(condition),
      }))
    },
  },
  {
    ...danger,
    id: 'D7',
    title: 'Can change who gets in',
    why: 'This goes beyond configuration: sign-in, money, certificates and other credentials.',
    unseen: 'Whether it uses these permissions.',
    guards: [],
    find: (facts, { accountId }) => {
      if (!facts.isLive) return []
      const grants = grantsOf(facts, (group) => group.kind === 'change' && opensDoors(group))
      return seenIf(grants.length > 0, () =>
        seenAccess(facts, grants, accountId, { severity: 'fix-soon', label: 'Narrow or split' }),
      )
    },
  },
  {
    ...danger,
    id: 'D8',
    title: 'Writes DNS everywhere',
    why: 'A holder of the secret can move mail, take over names and get certificates for every domain.',
    unseen: 'Which zones it changes. external-dns and cert-manager work with chosen zones today.',
    guards: [],
    find: (facts, { accountId }) => {
      const grants = grantsOf(facts, ({ id }) => id === DNS_WRITE, isAllZones)
      return seenIf(grants.length > 0, () =>
        seenAccess(facts, grants, accountId, { severity: 'fix-soon', label: 'Choose zones' }),
      )
    },
  },
]

const PREFIXED = /cf(?:at|ut|k|oat)_[\w-]{20,}/g

function holdsSecret(name: string): boolean {
  const prefixed = name.match(PREFIXED)
  if (prefixed) return prefixed.some(isPrefixed)
  const text = name.trim()
  return /^[\w-]{40}$/.test(text) && [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(text)) && entropyOf(text) >= 4
}

/** In bits a character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((sum, times) => sum - (times / text.length) * Math.log2(times / text.length), 0)
}
