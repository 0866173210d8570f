import { expect, test } from 'vitest'
import { readTokenBody } from '#domain/token-json/read-token-body.ts'
import { isKeepable } from './form-draft.ts'
import { blankValues, bodyValues } from './form-values.ts'

// None of these is a real secret; each only has the format.
const OLD = 'Sn3lZJTBX6kkg7OdcBUAxOO963GEIyGQqnFTOFYY'
const NEW = `cfat_${'a1B2c3D4'.repeat(6)}`
const GLOBAL = '0123456789abcdef0123456789abcdef01234'
const S3 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const ID = 'ed17574386854bf78a67040be0a770b0'

/** The form behind a text of the JSON tab. */
function valuesOf(text: string) {
  const read = readTokenBody(text)
  if (!read.ok) throw new Error(read.problems[0]?.message)
  return { ...bodyValues(read.body, ID, blankValues()), json: { text, body: 'as read' } }
}

const named = (name: string) => `{"name": "${name}", "policies": []}`
const withData = (data: string) => `{"name": "CI", "policies": [], "data": "${data}"}`
const withPolicy = (resource: string, more = '') =>
  `{"name": "CI", "policies": [{"id": "${ID}", "effect": "allow", "resources": {"${resource}": "*"},
    "permission_groups": [{"id": "${ID}", "name": "DNS Write"}]${more}}]}`

test.each([
  ['a key in words', named(`key ${GLOBAL}!`)],
  ['a token before a full stop', named(`My token is ${OLD}. Please`)],
  ['a token in an address', named(`https://${OLD}@host/x`)],
  ['an S3 secret under an unknown key', withData(S3)],
  ['an S3 secret in a policy', withPolicy('com.cloudflare.api.account.zone.*', `, "data": "${S3}"`)],
  ['a key in an unknown part of a policy', withPolicy('odd', `, "meta": [{"name": "is ${GLOBAL}"}]`)],
  ['a secret with a character that hides', withData(`${NEW.slice(0, 30)}\u200B${NEW.slice(30)}`)],
  ['the same, spelled by its number', withData(`${NEW.slice(0, 15)}\\u200B${NEW.slice(15)}`)],
])('%s is not kept, whether the text or the form has it', (_, text) => {
  const values = valuesOf(text)
  expect(isKeepable(values)).toBe(false)
  expect(isKeepable({ ...values, json: null })).toBe(false)
})

test('a comment of the JSON tab with a secret is not kept', () => {
  expect(isKeepable(valuesOf(`// ${GLOBAL} key\n${named('CI')}`))).toBe(false)
})

test.each([
  ['IDs', withPolicy(`com.cloudflare.api.account.zone.${ID}`)],
  ['a bucket', withPolicy(`com.cloudflare.edge.r2.bucket.${ID}_default_A1b2-C3d4-${ID}`)],
  ['a script', withPolicy(`com.cloudflare.edge.worker.script.${ID}`)],
  ['a commit', named('Deploys da39a3ee5e6b4b0d3255bfef95601890afd80709')],
  ['a UUID', withData('f9a1c3f0-5f0e-4c9e-9d2b-1f2e3d4c5b6a')],
])('a body with %s is kept', (_, text) => {
  expect(isKeepable(valuesOf(text))).toBe(true)
})
