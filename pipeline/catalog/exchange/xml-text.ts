/** A text between tags. What XML can't hold becomes `hole(character)`. */
export function xmlText(text: string, hole: (character: string) => string = pictured): string {
  return text.replace(SPECIAL, (character) => REFERENCES[character] ?? hole(character))
}

/** A text between the double quotes of an attribute. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/["\n\t]/g, (character) => REFERENCES[character] ?? character)
}

/** Whether XML 1.0 can hold it: most control characters, U+FFFE and U+FFFF aren't allowed, not even escaped. */
export function isXmlText(text: string): boolean {
  return firstNotXml(text) < 0
}

/** Offset of the first character that XML can't hold; -1 where there is none. */
export function firstNotXml(text: string): number {
  return text.search(NOT_XML)
}

/** Characters that XML can't hold, made visible: `␁` for U+0001, `�` for those without a picture. */
export function picturedText(text: string): string {
  return text.replace(new RegExp(NOT_XML, 'gu'), pictured)
}

function pictured(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd'
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  // A bare one would be read as a line feed.
  '\r': '&#13;',
}

/** https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u

const SPECIAL = /[&<>\r]|[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu
