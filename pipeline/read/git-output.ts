/** What git says in `root`, byte for byte; null where it can't. @param input for its standard input */
export async function gitOutput(root: string, words: readonly string[], input = ''): Promise<Buffer | null> {
  const { $ } = await import('zx/core')
  const git = $({ cwd: root, quiet: true, nothrow: true, input })`git ${words}`
  // zx decodes each chunk by itself, which breaks letters of several bytes.
  const chunks: Buffer[] = []
  git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const { exitCode } = await git
  return exitCode === 0 ? Buffer.concat(chunks) : null
}
