/** A method and a path, which may wrap before each slash. */
export function ApiPath({ method, path }: { method?: string | undefined; path: string }) {
  return (
    <>
      {method && <b>{method}</b>}{' '}
      {path
        .split('/')
        .slice(1)
        .flatMap((part, index) => [<wbr key={index} />, `/${part}`])}
    </>
  )
}
