/**
 * One HTML file that holds a report by itself: drawn elements and a style, no script, nothing to
 * fetch. It is written from a document of its own, so that texts stay texts.
 */

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const LEFT_OUT = "script, style, template, iframe, button, input, [hidden]";

/**
 * Write the file.
 *
 * @param {Element[]} elements as they are drawn on the page
 * @param {string} title
 * @param {string} css
 * @returns {string}
 */
export function printableReport(elements, title, css) {
  const file = document.implementation.createHTMLDocument(title);
  const add = (/** @type {string} */ tag, /** @type {Record<string, string>} */ attributes) => {
    const made = file.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    file.head.append(made);
    return made;
  };
  file.documentElement.lang = document.documentElement.lang;
  if (document.dir !== "") file.dir = document.dir;
  file.head.replaceChildren();
  add("meta", { charset: "utf-8" });
  add("meta", { "http-equiv": "Content-Security-Policy", content: POLICY });
  add("meta", { name: "viewport", content: "width=device-width, initial-scale=1" });
  add("title", {}).append(title);
  // In a style nothing but its end has a meaning in HTML.
  add("style", {}).append(css.replaceAll("</", "<\\/"));
  file.body.className = "md-typeset rd-printed";
  const [main, heading] = [file.createElement("main"), file.createElement("h1")];
  heading.append(title);
  main.append(heading, ...elements.map((drawn) => standalone(drawn, file)));
  file.body.append(main);
  return `<!doctype html>\n${file.documentElement.outerHTML}\n`;
}

/**
 * A copy without what only a page can use; a link keeps its words.
 *
 * @param {Element} drawn
 * @param {Document} file
 * @returns {Element}
 */
function standalone(drawn, file) {
  const copy = file.importNode(drawn, true);
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  // Not every browser prints what is folded, and no script opens it here.
  for (const part of copy.querySelectorAll("details")) part.setAttribute("open", "");
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  return copy;
}
