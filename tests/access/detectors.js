// What axe-core cannot see: each function returns the faults of the page as it stands, in words.
// Evaluated as one expression; nothing here changes the page.
(() => {
  const CONTROLS = "a[href], button, input, textarea, select, summary, [tabindex='0']";
  // Titles that the theme shortens (they stand in full elsewhere); code and tables, which WCAG lets
  // scroll sideways in a frame of their own.
  const MAY_BE_CUT = ".md-ellipsis, pre, .md-typeset__scrollwrap";

  const name = (element) => {
    const text = (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40);
    return `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className} “${text}”`;
  };
  const isSeen = (element) => {
    const options = { visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true };
    return element.checkVisibility(options);
  };
  // What a person sees and hits in place of a control: its label, as ours and the theme's own do.
  const targetOf = (control) => {
    if (control.matches(".md-option")) return control.form.querySelector("label:not([hidden])");
    return control.closest("label.rd-choice") ?? control;
  };

  // While a dialog or the search is open, nothing behind it can be used.
  function front() {
    const search = document.querySelector("#__search:checked ~ .md-header .md-search");
    return document.querySelector("dialog[open]") ?? search ?? document.body;
  }

  function boxes() {
    const controls = [...front().querySelectorAll(CONTROLS)].filter(isSeen);
    const targets = [...new Set(controls.map(targetOf))];
    return targets.map((target) => [target, target.getBoundingClientRect()]).filter(([, box]) => {
      return box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth;
    });
  }

  // A small target is allowed inside a sentence, and where 24 px around its middle are its own.
  function smallTargets() {
    const all = boxes();
    return all.filter(([target, box]) => {
      if (target.matches("label.rd-choice")) return box.height < 44 || box.width < 44;
      if (box.width >= 24 && box.height >= 24) return false;
      if (getComputedStyle(target).display === "inline" && target.closest("p, li, td, h1, h2, h3, h4")) return false;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return all.some(([other, { left, right, top, bottom }]) => {
        if (other === target || other.contains(target) || target.contains(other)) return false;
        return left < x + 12 && right > x - 12 && top < y + 12 && bottom > y - 12;
      });
    }).map(([target, box]) => `${name(target)} is ${box.width.toFixed(0)} x ${box.height.toFixed(0)} px`);
  }

  function* texts(root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (walker.currentNode.data.trim() === "" || !isSeen(element)) continue;
      if (element.closest("noscript, .md-skip, .md-nav--primary, .md-dialog, .md-top") !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      yield [element, range.getBoundingClientRect()];
    }
  }

  function* ancestors(element) {
    for (let each = element; each !== null; each = each.parentElement) yield each;
  }

  function cuts(element, box) {
    for (const ancestor of ancestors(element)) {
      if (ancestor === document.body) break;
      const { overflowX, overflowY } = getComputedStyle(ancestor);
      const frame = ancestor.getBoundingClientRect();
      const isOutAcross = box.left < frame.left - 2 || box.right > frame.right + 2;
      if (overflowX !== "visible" && isOutAcross) return true;
      const isOutBelow = box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
      if (isOutBelow && ["auto", "scroll"].includes(overflowY)) return false;
      if (isOutBelow && overflowY !== "visible") return true;
    }
    return box.left < -1 || box.right > document.documentElement.clientWidth + 1;
  }

  // Text outside the window or a frame that hides it; a field that hides its end.
  function cutTexts() {
    const cut = [...texts(front())]
      .filter(([element, box]) => element.closest(MAY_BE_CUT) === null && cuts(element, box))
      .map(([element]) => name(element));
    return [...new Set(cut)];
  }

  function sideways() {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
  }

  function headings() {
    const seen = [...document.querySelectorAll(".md-content article :is(h1, h2, h3, h4, h5, h6)")].filter(isSeen);
    const levels = seen.map((heading) => Number(heading.tagName[1]));
    const faults = levels.filter((level) => level === 1).length === 1 ? [] : ["not one h1"];
    levels.forEach((level, at) => {
      if (at > 0 && level > levels[at - 1] + 1) faults.push(`${name(seen[at])} skips a level`);
    });
    return faults;
  }

  function title() {
    const heading = document.querySelector(".rd-step:not([hidden]) h2")?.textContent;
    const names = heading === undefined || document.title.startsWith(heading);
    return names ? [] : [`“${document.title}” does not name “${heading}”`];
  }

  function motion() {
    const running = document.getAnimations().filter((each) => each.playState === "running");
    return running.map((each) => `${name(each.effect.target)} moves: ${each.transitionProperty ?? each.animationName}`);
  }

  function coveredFocus() {
    const focused = document.activeElement;
    const target = targetOf(focused);
    const { left, width, top, height } = target.getClientRects()[0];
    const front = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 40));
    const isInFront = front !== null && (target.contains(front) || front.contains(target));
    return isInFront ? [] : [`${name(target)} is focused under ${front === null ? "nothing" : name(front)}`];
  }

  // The box around what has the focus; null where its focus shows elsewhere: the search opens.
  function focusBox() {
    const focused = document.activeElement;
    if (focused === document.body || focused.matches(".md-search__input")) return null;
    const { left, top, right, bottom } = targetOf(focused).getBoundingClientRect();
    const [x, y] = [Math.max(0, left - 6), Math.max(0, top - 6)];
    const width = Math.min(innerWidth, right + 6) - x;
    return { x, y, width, height: Math.min(innerHeight, bottom + 6) - y };
  }

  // Colours as [red, green, blue, opacity], whatever notation the browser uses.
  function colour(text) {
    const numbers = text.match(/-?[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    const [red, green, blue] = text.startsWith("color(") ? numbers.map((one) => one * 255) : numbers;
    return [red, green, blue, numbers[3] ?? 1];
  }
  const laid = ([r, g, b, opacity], ground) =>
    [r, g, b].map((value, at) => value * opacity + ground[at] * (1 - opacity));
  function luminance(rgb) {
    const [red, green, blue] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }
  function ground(element) {
    for (const each of ancestors(element)) {
      const found = colour(getComputedStyle(each).backgroundColor);
      if (found[3] === 1) return found.slice(0, 3);
    }
    return [255, 255, 255];
  }

  // What carries a meaning in a drawing, and the edges of what can be used: 3 to 1 (WCAG 1.4.11).
  // A track is only the rest of a bar; the range of the bounds stands in words below its line.
  function paleMarks() {
    const marks = [
      ["svg .rd-value, svg .rd-mark", "fill"],
      ["svg .rd-cut", "stroke"],
      [".rd-levels, .rd-button, .rd-note textarea, .rd-footer", "borderTopColor"],
      [".rd-verdict", "borderInlineStartColor"],
      ["svg .rd-column:not(.rd-column-together), svg .rd-share", "fill"],
      ["svg .rd-column-together, svg .rd-halves-line, svg .rd-floor", "stroke"],
      ["svg .rd-column-count, svg .rd-column-level, svg .rd-agreed-word", "fill", 4.5],
    ];
    return marks.flatMap(([selector, property, least = 3]) => {
      const seen = [...document.querySelectorAll(selector)].filter(isSeen);
      return seen.filter((mark) => {
        const around = ground(mark.parentElement);
        const style = getComputedStyle(mark);
        return contrast(laid(colour(style[property]), around), around) < least;
      }).map((mark) => `${name(mark)} is pale`);
    });
  }

  // A bar is as long as the score beside it says, and the score is the one of `data-score`.
  function wrongBars() {
    const rows = [...document.querySelectorAll(".rd-scores [data-score]")];
    return rows.filter((row) => {
      const { score } = row.dataset;
      const [value, track] = [".rd-value", ".rd-track"].map((part) => row.querySelector(part));
      if (score === "") return value !== null || row.querySelector("td").textContent !== "–";
      const share = 100 * value.getBoundingClientRect().width / track.getBoundingClientRect().width;
      const isLong = Math.floor(share + 0.01) === Number(score) && share < Number(score) + 1;
      return !isLong || row.querySelector("td").textContent !== score;
    }).map((row) => `${name(row)}: not ${row.dataset.score}`);
  }

  // On paper: dark letters on a light ground, and controls drawn for it.
  function darkPaper() {
    const faults = [...texts(document.body)].filter(([element]) => {
      const around = ground(element);
      const ink = laid(colour(getComputedStyle(element).color), around);
      return luminance(around) < 0.8 || contrast(ink, around) < 4.5;
    }).map(([element]) => name(element));
    const scheme = getComputedStyle(document.querySelector(".readiness")).colorScheme;
    return scheme.includes("dark") ? [...faults, `controls are drawn for ${scheme}`] : faults;
  }

  // What must stay together on a sheet: its texts, each as it is laid out.
  function blocks() {
    const together = ".rd-item, .rd-sheet-item, .rd-verdict, .rd-gates > li, .rd-conditions > li, .rd-advice li, .rd-scores tr";
    return [...document.querySelectorAll(together)].filter(isSeen).map((block) =>
      [...texts(block)].map(([element]) => element.innerText));
  }

  return { blocks, darkPaper, paleMarks, wrongBars, focusBox, smallTargets, cutTexts, sideways, headings, title, motion, coveredFocus };
})()
