/** Whether the first answer is on its way. One that was refused is asked for again, which changes nothing. */
export const isComing = ({ isFetching, isFetched }: { isFetching: boolean; isFetched: boolean }): boolean =>
  isFetching && !isFetched
