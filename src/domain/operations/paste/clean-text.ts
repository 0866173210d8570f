import { findSecretsInSteps } from '#domain/secret/redact-steps.ts'
import { REMOVED } from '#domain/secret/redact.ts'
import { withoutSecondPrompts } from '#domain/text/second-prompts.ts'

/** A secret while a text is read. It has no blank, unlike `[secret removed]`, so an address keeps its end. */
export const MARK = '\uE000'

/** The text of an item, as the user sees it. */
export const shown = (text: string): string => text.replaceAll(MARK, REMOVED)

// eslint-disable-next-line no-control-regex
const COLOURS = /\u001B(?:\[[0-9;:?]{0,40}[A-Za-z]|\][^\u0007\u001B\n]{0,400}(?:\u0007|\u001B\\))/g
const INVISIBLE = /[\uFEFF\u200B-\u200F\u2060\uE000]/g
/** What GitHub Actions writes before a line: its time, and with `gh run view --log` the job and the step. */
const ACTIONS = /^(?:[^\t\n]{1,100}\t[^\t\n]{1,100}\t)?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z ?/gm
const ACTIONS_TIME = /\d\.\d{7}Z/
/** The title of a step; its commands follow. */
const ACTIONS_TITLE = /^(?:##\[|::)group(?:\]|::)Run .*$/gm
const ACTIONS_WORDS = /(?:##\[|::|^\[)(?:group|command|error|warning|notice|debug|section)(?:\]|::)/gm

/** Takes out what only colours, hides, dates or prompts the lines. Their number stays. */
function withoutDecoration(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n')
  const plain = lines.includes('\u001B') ? lines.replaceAll(COLOURS, '') : lines
  const visible = plain.replaceAll(INVISIBLE, '')
  const undated = ACTIONS_TIME.test(visible) ? visible.replaceAll(ACTIONS, '') : visible
  return withoutSecondPrompts(undated.replaceAll(ACTIONS_TITLE, '').replaceAll(ACTIONS_WORDS, ''))
}

/** The text without decoration and secrets. Yields the share that is done, from 0 to 1. */
export function* cleanText(text: string): Generator<number, { text: string; removed: number }, void> {
  const plain = withoutDecoration(text)
  const found = yield* findSecretsInSteps(plain)
  const parts: string[] = []
  let end = 0
  for (const secret of found) {
    // A key of several lines leaves as many, so that the numbers of the lines after it are right.
    const breaks = plain.slice(secret.start, secret.end).replaceAll(/[^\n]+/g, '')
    parts.push(plain.slice(end, secret.start), MARK, breaks)
    ;({ end } = secret)
  }
  return { text: parts.join('') + plain.slice(end), removed: found.length }
}
