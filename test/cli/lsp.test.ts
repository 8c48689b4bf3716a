import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { fixture, startColophon } from '../support/cli.ts'

/** An editor that has the folder open, and what it was told last of each file. */
async function editor(root: string) {
  const child = startColophon(['lsp', '--stdio'], { stdin: 'pipe' })
  const { stdin, stdout } = child
  if (stdin === null || stdout === null) throw new Error('no pipes')
  const connection: ProtocolConnection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
  onTestFinished(() => {
    connection.dispose()
    child.kill()
  })
  const told: PublishDiagnosticsParams[] = []
  const messages: string[] = []
  const waiting = new Set<() => void>()
  const arrived = () => {
    for (const wake of waiting) wake()
  }
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    told.push(params)
    arrived()
  })
  connection.onNotification(ShowMessageNotification.type, ({ message }) => {
    messages.push(message)
    arrived()
  })
  connection.listen()
  await connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: pathToFileURL(root).href, capabilities: {} })
  await connection.sendNotification(InitializedNotification.type, {})
  const uriOf = (file: string) => pathToFileURL(join(root, file)).href
  /** The first of `all` that `fits`, now or later. */
  const until = async <Item>(all: readonly Item[], fits: (item: Item) => boolean): Promise<Item> => {
    for (;;) {
      const found = all.findLast(fits)
      if (found !== undefined) return found
      await new Promise<void>((wake) => waiting.add(wake))
    }
  }
  return {
    connection,
    child,
    messages,
    uriOf,
    until,
    open: (file: string, text = readFileSync(join(root, file), 'utf8')) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uriOf(file), languageId: 'markdown', version: 1, text },
      }),
    change: (file: string, version: number, text: string) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: uriOf(file), version },
        contentChanges: [{ text }],
      }),
    diagnostics: (file: string, version: number) => until(told, (params) => params.uri === uriOf(file) && params.version === version),
  }
}

const brief = ({ code, range }: Diagnostic) => `${range.start.line + 1}:${range.start.character + 1} ${code}`

test('an open article and catalog show what check finds there', async () => {
  const { open, diagnostics } = await editor(fixture('mistakes'))
  await open('articles/talks.md')
  await open('locales/it/articles/talks.po')
  expect((await diagnostics('articles/talks.md', 1)).diagnostics.map(brief)).toEqual(['8:1 doubled-word'])
  const { diagnostics: found } = await diagnostics('locales/it/articles/talks.po', 1)
  expect(found.map(brief)).toEqual(['15:43 changed-number', '18:9 lost-link'])
  expect(found[0]).toMatchObject({ source: 'colophon', severity: 1, message: expect.stringContaining('Unexpected `13`') })
})

test('what is written counts before it is saved, and a quick fix mends it', async () => {
  const root = fixture('two-newsrooms')
  const file = 'articles/ciao/index.md'
  const { connection, open, change, diagnostics, uriOf } = await editor(root)
  const text = readFileSync(join(root, file), 'utf8')
  await open(file)
  expect((await diagnostics(file, 1)).diagnostics).toEqual([])
  await change(file, 2, `${text}\nCiao di di nuovo.\n`)
  const { diagnostics: found } = await diagnostics(file, 2)
  expect(found.map(({ code }) => code)).toEqual(['doubled-word'])
  const range = found[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  const ask = async (only: string, diagnostics = found) =>
    (await connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf(file) },
      range,
      context: { diagnostics, only: [only] },
    })) as CodeAction[]
  const edits = { changes: { [uriOf(file)]: [{ range, newText: 'di' }] } }
  expect(await ask('quickfix')).toMatchObject([{ title: 'Put `di`', kind: 'quickfix', isPreferred: true, edit: edits }])
  const bare = found.map(({ data: _, ...diagnostic }) => diagnostic)
  expect(await ask('quickfix', bare)).toMatchObject([{ title: 'Put `di`', edit: edits }])
  expect(await ask('source.fixAll')).toMatchObject([{ title: 'Mend all that is certain', edit: edits }])
  await change(file, 3, text)
  expect((await diagnostics(file, 3)).diagnostics).toEqual([])
})

test('a saved file of the house style counts from then on', async () => {
  const root = fixture('two-newsrooms')
  const file = 'articles/ciao/index.md'
  const { connection, open, change, diagnostics, uriOf } = await editor(root)
  const text = readFileSync(join(root, file), 'utf8')
  await open(file)
  await diagnostics(file, 1)
  writeFileSync(join(root, 'locales/it/style.yaml'), 'rules:\n  - name: a\n    kind: existence\n    words: [ovviamente]\n')
  await connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: uriOf(file) } })
  await change(file, 2, `${text}\nOvviamente no.\n`)
  expect((await diagnostics(file, 2)).diagnostics.map(({ code }) => code)).toEqual(['house-style'])
})

test('a configuration that is not right is told, not a crash; the end is an end', async () => {
  const root = fixture('two-newsrooms')
  writeFileSync(join(root, 'colophon.config.json'), '{"locales": 5}')
  const { connection, child, open, messages, until } = await editor(root)
  await open('articles/ciao/index.md')
  expect(await until(messages, () => true)).toContain('colophon.config.json is not right')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await connection.sendRequest(ShutdownRequest.type)
  await connection.sendNotification(ExitNotification.type)
  expect(await ended).toBe(0)
})
