import { createContext, use } from 'react'

type TitlePlace = { section?: string | undefined; account?: string | undefined }

/** The section and the account the page belongs to. */
export const PagePlace = createContext<TitlePlace>({})

/** The page in the browser's tab, history and bookmarks. Text alone: nothing in it may be invisible or secret. */
export function PageTitle({ children }: { children: string }) {
  const { section, account } = use(PagePlace)
  return <title>{`${[children, section, account].filter(Boolean).join(' · ')} – Token Desk`}</title>
}
