/** Makes elements. Text goes in as text nodes, never as markup. */

/**
 * Make an element with attributes and children; `false` and `null` leave an attribute out.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== null));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an SVG element with attributes and children.
 *
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {SVGElement}
 */
export function svgElement(tag, attributes = {}, ...children) {
  const made = /** @type {SVGElement} */ (document.createElementNS(SVG, tag));
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * @param {Element} target
 * @param {Record<string, string | number | boolean | null>} attributes
 */
function setAttributes(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) {
      target.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

/**
 * Make a button that does something when pressed.
 *
 * @param {string} label
 * @param {() => void} press
 * @param {Record<string, string | number | boolean | null>} [attributes]
 * @returns {HTMLButtonElement}
 */
export function button(label, press, attributes = {}) {
  const made = element("button", { type: "button", class: "rd-button", ...attributes }, label);
  made.addEventListener("click", press);
  return made;
}
