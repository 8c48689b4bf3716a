import { zip } from './zip.ts'

export interface Docx {
  /** `<w:p>` and `<w:tbl>`, one behind the other. */
  readonly body: string
  /** `<w:footnote>` elements. */
  readonly footnotes?: string
  readonly properties?: string
  /** PNG, as `rId9`. */
  readonly picture?: Uint8Array
  /** Target of the picture, in the archive or (`external`) outside of it. */
  readonly external?: string
}

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word document. */
export function docx({ body, footnotes = '', properties = '', picture, external }: Docx): Buffer {
  const pictured = external ?? (picture === undefined ? undefined : 'media/image1.png')
  const image =
    pictured === undefined
      ? ''
      : `<Relationship Id="rId9" Type="${OFFICE}/image" Target="${pictured}"${external === undefined ? '' : ' TargetMode="External"'}/>`
  return zip({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId2" Type="${OFFICE}/footnotes" Target="footnotes.xml"/><Relationship Id="rId3" Type="${OFFICE}/hyperlink" Target="https://harbour.example/list" TargetMode="External"/><Relationship Id="rId4" Type="${OFFICE}/styles" Target="styles.xml"/>${image}</Relationships>`,
    'word/styles.xml': `<w:styles ${W}>${['Heading 1', 'Heading 2', 'Title', 'Subtitle', 'Quote'].map((name) => `<w:style w:type="paragraph" w:styleId="${name.replace(' ', '')}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
    'word/footnotes.xml': `<w:footnotes ${W}>${footnotes}</w:footnotes>`,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z">${properties}</cp:coreProperties>`,
    ...(picture && { 'word/media/image1.png': picture }),
  })
}

/** A paragraph of plain text, in a style. */
export function paragraph(text: string, style = ''): string {
  return `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${run(text)}</w:p>`
}

/** @param marks of the run, such as `<w:b/>` */
export function run(text: string, marks = ''): string {
  return `<w:r>${marks && `<w:rPr>${marks}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** The picture `rId9`. */
export const drawing =
  '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="P" descr="A ship in the ice"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
