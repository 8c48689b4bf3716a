/** Whether a browser would run what a file holds, or show it as a page of the site: such a file is never published as it is, since pages come from articles alone. */
export function isActiveName(path: string): boolean {
  return /\.(?:[xs]?html?|mht(?:ml)?|[cm]?[jt]sx?|wasm|css|xml|xslt?|swf|php\d?|jsp|aspx?|cgi|webmanifest)$/i.test(path)
}
