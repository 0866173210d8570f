import { useEffect, useState } from 'react'

/** Where a tab keeps something. `onChange` calls a listener when `read` may find something else, and returns how to end that. */
type Kept<Item> = {
  read: (accountId: string) => Promise<Item[]>
  onChange: (listener: () => void) => () => void
}

/** What the tab keeps of an account; nothing until it is read. `kept` is the same object in each render. */
export function useKept<Item>(accountId: string, kept: Kept<Item>): Item[] {
  const [items, setItems] = useState<Item[]>([])

  // What the tab keeps is outside React.
  useEffect(() => {
    let isCurrent = true
    const read = async () => {
      const found = await kept.read(accountId)
      if (isCurrent) setItems(found)
    }
    void read()
    const end = kept.onChange(() => void read())
    return () => {
      isCurrent = false
      end()
    }
  }, [accountId, kept])

  return items
}
