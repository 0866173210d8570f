import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createOutput, type Writer, writerOf } from './node-output.ts'

const taking =
  (lines: string[]): Writer =>
  (line) =>
    Promise.resolve(lines.push(line) > 0)
const refusing: Writer = () => Promise.resolve(false)

test('a line goes to the first that takes it', async () => {
  const [first, second]: [string[], string[]] = [[], []]
  const output = createOutput([taking(first), taking(second)])
  output.print('a')
  expect([await output.isWritten(), first, second]).toEqual([true, ['a'], []])
  const other = createOutput([refusing, taking(second)])
  other.print('b')
  expect([await other.isWritten(), second]).toEqual([true, ['b']])
})

test('what nobody takes is not written, nor what is not taken in time', async () => {
  const nobody = createOutput([refusing, refusing])
  nobody.print('a')
  expect(await nobody.isWritten()).toBe(false)
  const stalled = createOutput([() => new Promise(() => {})], 20)
  stalled.print('a')
  expect(await stalled.isWritten()).toBe(false)
})

test('a file gets each line whole', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'token-desk-')), 'log')
  const fd = openSync(path, 'a')
  const output = createOutput([writerOf({ fd } as NodeJS.WriteStream & { fd: number })])
  output.print('a'.repeat(100_000))
  output.print('é')
  expect(await output.isWritten()).toBe(true)
  closeSync(fd)
  expect(readFileSync(path, 'utf8')).toBe(`${'a'.repeat(100_000)}\né\n`)
  output.print('after the file was closed')
  expect(await output.isWritten()).toBe(false)
})
