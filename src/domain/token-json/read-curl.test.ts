import { describe, expect, test } from 'vitest'
import { curlBodies } from './read-curl.ts'
import { A, body, json, readAs, TOKENS_URL } from './testing.ts'

describe('every curl command of a text is read as a shell reads it', () => {
  test.each([
    ['curl', `curl -X POST ${TOKENS_URL} -H 'A: b' -d '${json(body)}'`, 'curl', 1],
    ['curl in a fence', `\`\`\`sh\n$ curl ${TOKENS_URL} --json '${json(body)}'\n\`\`\``, 'curl', 1],
    [
      'two curl commands',
      `#!/usr/bin/env bash\nset -euo pipefail\n# one\ncurl ${TOKENS_URL} -d '${json(body)}' | jq .\ncurl "${TOKENS_URL}" \\\n  --data-raw='${json(body)}' -s > out.json\n`,
      'curl',
      2,
    ],
    ['curl.exe', `curl.exe ${TOKENS_URL} -d '${json(body)}'`, 'curl', 1],
    ['curl behind a variable', `API_TOKEN=x curl ${TOKENS_URL} -d '${json(body)}'`, 'curl', 1],
    ['curl by its path', `sudo /usr/bin/curl ${TOKENS_URL} -d '${json(body)}'`, 'curl', 1],
    ['an option without a blank', `curl -sXPOST ${TOKENS_URL} -d'${json(body)}'`, 'curl', 1],
    [
      'a variable that takes the answer',
      `RESPONSE=$(curl -s ${TOKENS_URL} -d '${json(body)}')\necho "$RESPONSE"`,
      'curl',
      1,
    ],
    ['curl in a condition', `if ! curl -sf ${TOKENS_URL} --data '${json(body)}'; then exit 1; fi`, 'curl', 1],
    ['double quotes', `curl ${TOKENS_URL} --data "${json(body).replaceAll('"', String.raw`\"`)}"`, 'curl', 1],
    ['ANSI quotes', `curl ${TOKENS_URL} -d $'${json(body).replaceAll('’', String.raw`\u2019`)}'`, 'curl', 1],
    [
      'ANSI quotes with eight digits',
      `curl ${TOKENS_URL} -d $'${json(body).replaceAll('’', String.raw`\U00002019`)}'`,
      'curl',
      1,
    ],
    [
      'a spliced variable',
      `ID=${A}\ncurl https://api.cloudflare.com/client/v4/accounts/$ID/tokens -d '${json(body).replaceAll(A, "'$ID'")}'`,
      'curl',
      1,
    ],
    [
      'an exported variable in quotes',
      `export ID="${A}"\ncurl "https://x/accounts/$ID/tokens" -d '${json(body).replaceAll(A, `'"\${ID}"'`)}'`,
      'curl',
      1,
    ],
    ['a here-document', `curl ${TOKENS_URL} -H 'A: b' -d @- <<'EOF'\n${json(body)}\nEOF`, 'curl', 1],
    [
      'a here-document with a variable',
      `ID=${A}\ncurl ${TOKENS_URL} -d @- <<EOF | jq\n${json(body).replaceAll(A, '${ID}')}\nEOF`,
      'curl',
      1,
    ],
    ['an indented here-document', `curl ${TOKENS_URL} --data-binary @- <<-END\n\t${json(body)}\n\tEND\n`, 'curl', 1],
    ['a cat of a here-document', `curl ${TOKENS_URL} -d "$(cat <<EOF\n${json(body)}\nEOF\n)"`, 'curl', 1],
    ['a pipe', `echo '${json(body)}' | curl ${TOKENS_URL} -d @-`, 'curl', 1],
    ['a cat before a pipe', `cat <<EOF | curl ${TOKENS_URL} --data @-\n${json(body)}\nEOF`, 'curl', 1],
    [
      'a file that the script writes',
      `cat > token.json <<'EOF'\n${json(body)}\nEOF\ncurl ${TOKENS_URL} -d @token.json`,
      'curl',
      1,
    ],
    [
      'a file that the script writes, by another path',
      `cat <<EOF >"./token.json"\n${json(body)}\nEOF\ncurl ${TOKENS_URL} --data-binary @token.json`,
      'curl',
      1,
    ],
    [
      'files in a variable, of echo and of tee',
      `F=/tmp/a.json\necho '${json(body)}' > "$F"\ntee b.json <<EOF >/dev/null\n${json(body)}\nEOF\ncurl ${TOKENS_URL} -d "@$F"\ncurl ${TOKENS_URL} -T b.json`,
      'curl',
      2,
    ],
    ['Windows line ends', `curl ${TOKENS_URL} \\\r\n  -d '${json(body)}'\r\n`, 'curl', 1],
    [
      'cmd',
      `curl ^"${TOKENS_URL}^" ^\r\n  -H ^"A: b^" ^\r\n  --data-raw ^"${json(body).replaceAll('"', '^\\^"')}^"`,
      'curl',
      1,
    ],
    ['the second prompt of a shell', `$ curl ${TOKENS_URL} \\\n> -d '${json(body)}'`, 'curl', 1],
    [
      'a second prompt on every line of a body',
      `$ curl ${TOKENS_URL} -d '${JSON.stringify(body, null, 2).replaceAll('\n', '\n> ')}' \\\n> -s`,
      'curl',
      1,
    ],
    ['a second prompt in a here-document', `$ curl ${TOKENS_URL} -d @- <<EOF\n> ${json(body)}\n> EOF`, 'curl', 1],
    [
      'several requests of one command',
      `curl ${TOKENS_URL} -d '${json(body)}' --next ${TOKENS_URL} -d '${json(body)}'`,
      'curl',
      2,
    ],
    ['several requests, the first without a body', `curl https://x -: --json '${json(body)}' ${TOKENS_URL}`, 'curl', 1],
    ['PowerShell', `curl.exe ${TOKENS_URL} \`\n  -d '${json(body).replaceAll('"', String.raw`\"`)}'`, 'curl', 1],
  ])('%s', (_, text, from, count) => {
    expect(readAs(text)).toMatchObject({
      from,
      tokens: Array.from({ length: count }, () => body),
      accounts: Array.from({ length: count }, () => A),
    })
  })
})

test('a file that the script does not write, or writes by other means, is not guessed', () => {
  const send = `curl ${TOKENS_URL} -d @token.json`
  const written = `cat > token.json <<EOF\n${json(body)}\nEOF`
  for (const before of [
    'jq -n . > token.json',
    'cat a.json > token.json',
    written.replace('token.json', 'b.json'),
    `${written}\njq . b.json > token.json`,
    `${written}\necho x >> token.json`,
  ])
    expect(readAs(`${before}\n${send}`)).toBe(
      'The body of this curl command is in the file “token.json”. Use that file.',
    )
})

test('what a file and an input are together is not guessed', () => {
  for (const command of ['cat head.json -', 'cat - tail.json', 'sed s/a/b/', 'cat | sed s/a/b/']) {
    const made = `${command} <<EOF | curl ${TOKENS_URL} -d @-\n${json(body)}\nEOF`
    expect(readAs(made)).toBe('The body of this curl command comes from another command.')
    expect(readAs(`${command} > a.json <<EOF\n${json(body)}\nEOF\ncurl ${TOKENS_URL} -d @a.json`)).toContain('“a.json”')
  }
  expect(readAs(`cat - <<EOF | curl ${TOKENS_URL} -d @-\n${json(body)}\nEOF`)).toMatchObject({ tokens: [body] })
})

test.each([
  [String.raw`\U0001F600`, '😀'],
  [String.raw`\U1F600`, '😀'],
  [String.raw`\ud83d\ude00`, '😀'],
  [String.raw`\u20199`, '’9'],
  [String.raw`\UFFFFFFFF`, '\uFFFD'],
])('%s in ANSI quotes is %s', (escape, name) => {
  expect(readAs(`curl ${TOKENS_URL} -d $'{"name":"${escape}","policies":[]}'`)).toMatchObject({ tokens: [{ name }] })
})

test.each(['-oLOG', '-XG', '-u G', '-sXPOST'])('%s has no -G', (option) => {
  const [body] = curlBodies(`curl ${option} https://api.cloudflare.com/client/v4/accounts/a/tokens -d '{"name":"n"}'`)
  expect(body).toMatchObject({ text: '{"name":"n"}' })
})
test.each(['-G', '-sG', '--get', '-GX GET'])('%s makes data a query', (option) => {
  expect(curlBodies(`curl ${option} https://api.cloudflare.com/client/v4/accounts/a/tokens -d 'name=n'`)).toEqual([])
})

describe('the answer below a command that only reads is read up to its last bracket', () => {
  const read = `curl -s ${TOKENS_URL} | jq .`
  const answer = JSON.stringify({ success: true, result: [{ id: '1'.repeat(32), ...body }] }, null, 2)

  test.each([
    ['with a prompt below', `${read}\n${answer}\n[user@host ~]$ `, 1],
    ['with prompts above and below', `$ ${read}\n${answer}\n[user@host ~]$ ls\n[user@host ~]$`, 1],
    ['with words below', `${read}\n${answer}\n{ so it is }`, 1],
    ['of two commands', `${read}\n${answer}\n[user@host ~]$ ${read}\n${answer}`, 2],
    ['as lines', `${read}\n${json(body)}\n${json(body)}\n`, 2],
    ['with brackets in a name', `${read}\n${answer.replace('mine', String.raw`\"]}{`)}\n[x]`, 1],
  ])('%s', (_, text, count) => {
    expect(readAs(text)).toMatchObject({ from: 'answer', accounts: Array.from({ length: count }, () => A) })
  })

  test('one that is cut short is none', () => {
    expect(readAs(`${read}\n${answer.slice(0, -9)}`)).toBe('This curl command has no body (-d).')
  })
})

test('variables in variables do not fill the memory', () => {
  const script = `A=${'a'.repeat(100)}\n${'A=$A$A$A$A$A$A$A$A$A$A\n'.repeat(10)}`
  expect(readAs(`${script}curl ${TOKENS_URL} -d '${json(body)}' -H "$A"`)).toMatchObject({ tokens: [body] })
})

test.each([
  ['a variable in braces', 'TOKEN=${CF_TOKEN} '],
  ['a substitution', 'TOKEN=$(token) '],
  ['a default', 'T=${CF_TOKEN:-$OTHER} '],
  ['a file', 'TOKEN=$(<token) '],
  ['a sum', 'N=$((1)) '],
  ['several', `A=1 B="two three" C='' `],
])('%s may be before a command', (_, before) => {
  expect(readAs(`${before}curl ${TOKENS_URL} -d '${json(body)}'`)).toMatchObject({ tokens: [body] })
})
