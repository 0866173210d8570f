import type { Page } from '@playwright/test'
import type { Sandbox } from './fixtures.ts'

export const open = (page: Page, { accountId }: Pick<Sandbox, 'accountId'>) => page.goto(`/accounts/${accountId}`)
export const part = (page: Page, name: string) => page.getByRole('main').getByRole('region', { name })
