import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultSchema } from './fault-schema.ts'
import { scenarioSchema } from './scenario.ts'

test.each(Object.keys({ ...faultSchema.entries, ...scenarioSchema.entries }))(
  'README.md tells what %s does',
  (field) => {
    expect(readFileSync(`${import.meta.dirname}/README.md`, 'utf8')).toContain(`\`${field}\``)
  },
)
