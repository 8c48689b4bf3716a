/** What git says in `root`, byte for byte; null where it can't. @param input for its standard input */
export async function gitOutput(root: string, words: readonly string[], input = ''): Promise<Buffer | null> {
  const { $ } = await import('zx/core')
  const git = $({ cwd: root, quiet: true, nothrow: true, input })`git ${words}`
  // zx decodes each chunk by itself, which breaks letters of several bytes.
  const chunks: Buffer[] = []
  git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  // Outside of a repository git ends before it has read its input: its exit status says so.
  git.stdin.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') git.abort(error.message)
  })
  const { exitCode } = await git
  return exitCode === 0 ? Buffer.concat(chunks) : null
}
