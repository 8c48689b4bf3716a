import type { CodeActionParams, Diagnostic, ServerCapabilities } from 'vscode-languageserver'
import {
  createConnection,
  MessageType,
  ProposedFeatures,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Context } from './context.ts'
import { diagnosticOf, mendingAll, replacements } from './diagnostic.ts'
import { EditorSession } from './editor-session.ts'
import type { CommonOptions } from './options.ts'

/** Milliseconds after a change: who types goes on typing. */
const pause = 150

/**
 * Show in an editor what `check` finds, in articles, catalogs and the files of the house style, and mend it from there.
 *
 * Speaks the Language Server Protocol until the editor ends it. Unsaved texts count as they stand in the editor.
 */
export async function lsp(_options: CommonOptions, context: Context): Promise<0> {
  const connection = createConnection(ProposedFeatures.all, context.stdio.input, context.stdio.output)
  const documents = new TextDocuments(TextDocument)
  const session = new EditorSession(context)
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  let timer: NodeJS.Timeout | undefined
  let showing = Promise.resolve()

  const show = async () => {
    const shown = await session.findings(
      new Map(documents.all().map(({ uri, version }) => [uri, { version, text: documents.get(uri)?.getText() ?? '' }])),
    )
    if (shown.failure !== null)
      await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message: shown.failure })
    for (const { uri, version, findings } of shown.files)
      await connection.sendDiagnostics({ uri, version, diagnostics: findings.map(diagnosticOf) })
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      showing = showing.then(show).catch((error: unknown) => connection.console.error(String(error)))
    }, pause)
  }
  const anew = () => {
    session.forget()
    soon()
  }

  connection.onInitialize(({ workspaceFolders, rootUri }) => {
    session.open(workspaceFolders?.[0]?.uri ?? rootUri ?? null)
    return { serverInfo: { name: 'colophon' }, capabilities }
  })
  documents.onDidChangeContent(soon)
  documents.onDidSave(anew)
  documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }))
  connection.onDidChangeWatchedFiles(anew)
  connection.onCodeAction((params) => actions(params, session.shown(params.textDocument.uri).map(diagnosticOf)))
  connection.onExit(end)
  context.stdio.input.once('close', end)
  context.signal.addEventListener('abort', () => end())
  documents.listen(connection)
  connection.listen()
  await over
  clearTimeout(timer)
  return 0
}

const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll'] },
}

function actions({ textDocument, context }: CodeActionParams, shown: readonly Diagnostic[]) {
  const wanted = (kind: string) => context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
  // Some editors hand back what they show, without what went with it.
  const asked = context.diagnostics.map((one) => (one.data === undefined ? (shown.find((other) => isSame(one, other)) ?? one) : one))
  return [
    ...(wanted('quickfix') ? replacements(textDocument.uri, asked) : []),
    ...(wanted('source.fixAll') ? mendingAll(textDocument.uri, shown) : []),
  ]
}

function isSame(one: Diagnostic, other: Diagnostic): boolean {
  const [{ start }, { start: otherStart }] = [one.range, other.range]
  return start.line === otherStart.line && start.character === otherStart.character && one.message === other.message
}
