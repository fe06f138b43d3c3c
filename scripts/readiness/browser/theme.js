/** Adds what the theme leaves out for people who use assistive technology. */

/** Name the theme's search dialog as the theme names its field, in the site's language. */
export function nameSearch() {
  const label = document.querySelector(".md-search__input")?.getAttribute("aria-label");
  if (label) document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", label);
}
