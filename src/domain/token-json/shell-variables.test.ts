import { expect, test } from 'vitest'
import { readAs, TOKENS_URL } from './testing.ts'

const send = (name: string) => `curl ${TOKENS_URL} -d "{\\"name\\":\\"${name}\\",\\"policies\\":[]}"\n`

test.each([
  ['N=a\nN+=b', 'ab'],
  ['N=a\nexport N+=b', 'ab'],
  ['N=a\nN=b', 'b'],
  ['N=a\nM=b curl https://x', 'a'],
  ['N=a\nexport N', 'a'],
  ['N=a\necho N', 'a'],
  ["N='a `b`'", 'a `b`'],
])('after %j, a variable has the value of %j', (script, name) => {
  expect(readAs(`${script}\n${send('$N')}`)).toMatchObject({ tokens: [{ name }] })
})

test.each([
  'N+=b',
  'N=a\nN=$(uuidgen)',
  'N=a\nexport N=$(uuidgen)',
  'N=a\nN=`uuidgen`',
  'N=a\nN+=$(uuidgen)',
  'N=a\nunset N',
  'N=a\nread -r N',
  'N=a\nread -rp "Name: " N < /dev/tty',
  'N=a\nwhile read -r N; do',
  'N=a\nfor N in b c; do',
  'N=a\nmapfile -t N < names',
])('after %j, a variable has no value that is known', (script) => {
  expect(readAs(`${script}\n${send('$N')}`)).toMatchObject({ tokens: [{ name: '$N' }] })
})
