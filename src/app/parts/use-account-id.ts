import { useParams } from '@tanstack/react-router'

/** The account of the page's address. For the pages of an account only. */
export function useAccountId(): string {
  const { accountId } = useParams({ strict: false })
  if (accountId === undefined) throw new Error('useAccountId needs a page of an account around it')
  return accountId
}
