/** What the sandbox can do: input and result travel as JSON; progress goes from 0 to 1. */
export type Task<Input = never, Result = unknown> = (
  input: Input,
  progress: (share: number) => void,
) => Promise<Result>
