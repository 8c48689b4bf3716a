/** A process that adds one to a counter in a folder, again and again, beside others that do the same: `contender.ts FOLDER TIMES`. Prints which keys it made first. */
import { Failure } from '../../pipeline/model/failure.ts'
import { directoryStore } from '../../pipeline/store/directory-store.ts'
import { key } from './key.ts'

const [folder = '', times = '0'] = process.argv.slice(2)
const store = directoryStore(folder)
const headers = { contentType: 'application/json' }
const won: number[] = []

for (let turn = 0; turn < Number(times); turn++) {
  if (await holds(() => store.put(key(`first/${turn}`), Buffer.from(String(process.pid)), headers, { kind: 'absent' }))) won.push(turn)
  for (let added = false; !added; ) {
    const { body, etag } = (await store.get(key('counter'))) ?? { body: Buffer.from('0'), etag: null }
    const next = Buffer.from(String(Number(Buffer.from(body).toString('utf8')) + 1))
    const condition = etag === null ? ({ kind: 'absent' } as const) : ({ kind: 'match', etag } as const)
    added = await holds(() => store.put(key('counter'), next, headers, condition))
  }
}
process.stdout.write(JSON.stringify(won))

async function holds(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write()
    return true
  } catch (error) {
    if (error instanceof Failure && error.code === 'condition-failed') return false
    throw error
  }
}
