import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { changeSelection, noSelection, type SelectionAction } from './use-selection.ts'

const order = ['a', 'b', 'c', 'd'].map((id) => testToken(id))
const token = (at: number) => order[at] ?? testToken('none')
const toggle = (at: number, isRange = false) => ({ kind: 'toggle' as const, token: token(at), order, isRange })
const selected = (...actions: SelectionAction[]) => [...actions.reduce(changeSelection, noSelection).tokens.keys()]

test('a second click takes a token out again', () => {
  expect(selected(toggle(1), toggle(2), toggle(1))).toEqual(['c'])
})

test('with Shift a click selects all from the one clicked last, in either direction', () => {
  expect(selected(toggle(1), toggle(3, true))).toEqual(['b', 'c', 'd'])
  expect(selected(toggle(2), toggle(0, true)).toSorted()).toEqual(['a', 'b', 'c'])
})

test('with Shift a click on a selected token takes the range out', () => {
  expect(selected({ kind: 'set', tokens: order, isSelected: true }, toggle(1), toggle(1), toggle(3, true))).toEqual([
    'a',
  ])
})

test('a range whose beginning is no longer listed is the clicked token alone', () => {
  const elsewhere = { ...toggle(0), order: [token(0)] }
  expect(selected(elsewhere, { ...toggle(2, true), order: order.slice(1) })).toEqual(['a', 'c'])
})

test('clearing leaves nothing selected', () => {
  expect(selected(toggle(0), { kind: 'clear' })).toEqual([])
})
