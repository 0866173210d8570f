import { describe, expect, test } from 'vitest'
import { body, json, policy, readAs, TOKENS_URL } from './testing.ts'

const pretty = JSON.stringify({ name: 'ci', policies: [policy] }, null, 2)
const IN_VARIABLE = 'The body of this curl command is in a variable whose value isn’t in the text: '

describe('what other tools write is named', () => {
  test.each([
    [
      'Pulumi YAML',
      `name: app\nruntime: yaml\nresources:\n  ci:\n    type: cloudflare:AccountToken\n`,
      'a Pulumi program',
    ],
    [
      'Pulumi YAML, below',
      `resources:\n  ci:\n    type: cloudflare:index/accountToken:AccountToken\n`,
      'a Pulumi program',
    ],
    [
      'Pulumi JSON',
      json({ name: 'app', runtime: 'yaml', resources: { ci: {} } }),
      'This is a Pulumi program, not a token',
    ],
    ['an HTTPie pipe', `echo '{}' | http POST ${TOKENS_URL}`, 'an HTTPie command'],
    ['xh', `xh post ${TOKENS_URL} name=ci`, 'an HTTPie command'],
    ['axios', `axios.post("${TOKENS_URL}", ${pretty})`, 'JavaScript or TypeScript'],
    ['a module of Node', `module.exports = ${pretty}`, 'JavaScript or TypeScript'],
    ['Go', `client.Accounts.Tokens.New(ctx, accounts.TokenNewParams{\n\tName: cloudflare.F("ci"),\n})`, 'This is Go'],
    ['a body with its name', `payload = ${pretty}`, 'This is code. Use only the body, as JSON.'],
    [
      'a body with its name in JavaScript',
      `config.token = { name: 'ci' }`,
      'This is code. Use only the body, as JSON.',
    ],
    ['PowerShell', `$body = '${json(body)}'\ncurl.exe ${TOKENS_URL} -d $body`, `${IN_VARIABLE}$body.`],
    ['a variable of a function', `curl ${TOKENS_URL} -d "$1"`, `${IN_VARIABLE}$1.`],
    ['a variable that is read', `read -r B < f\ncurl ${TOKENS_URL} -d "\${B}"`, `${IN_VARIABLE}\${B}.`],
    [
      'a body of jq',
      `curl ${TOKENS_URL} -d "$(jq -n '{a: 1}')"`,
      'The body of this curl command comes from another command.',
    ],
  ])('%s', (_, text, words) => {
    expect(readAs(text)).toContain(words)
  })
})
