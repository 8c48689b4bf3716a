import { expect, test } from 'vitest'
import { gitOutput } from '../../pipeline/read/git-output.ts'
import { temporarySite } from '../support/temporary-site.ts'

test('where there is no repository, input that git never reads is no error', async () => {
  const root = temporarySite({})
  for (const size of [0, 1, 100_000, 5_000_000]) expect(await gitOutput(root, ['cat-file', '--batch'], 'x'.repeat(size))).toBeNull()
})
