// Drives the team page through its own controls, group by group, and reads everything that goes out.
// Evaluated as one expression: a function of groups, each a list of rounds (team, codes, breakdown).
// The page clears itself after each group. Nothing is drawn here; files are caught on their way out.
// Meanwhile the browser need not lay anything out: no script asks how large something is.
async (groups) => {
  const PATIENCE = 60_000;
  const AGREED = "3";
  const SECTIONS = ["came", "breakdown", "report"];
  const find = (selector) => document.querySelector(selector);
  const click = (selector) => {
    const found = find(selector);
    if (found === null) throw new Error(`there is no ${selector}`);
    found.click();
  };
  const until = async (isSo, what) => {
    for (const start = performance.now(); performance.now() - start < PATIENCE; ) {
      if (isSo()) return;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    throw new Error(`waited in vain for ${what}`);
  };
  const said = (words) => until(() => find("[data-said]").textContent.includes(words), words);
  const hush = () => {
    find("[data-said]").textContent = "";
  };
  const type = (selector, text) => {
    const field = find(selector);
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const drawn = () => SECTIONS.map((name) => find(`[data-section=${name}]`).outerHTML).join("\n");

  async function show([team, codes, breakdown]) {
    type("#team-name", team);
    type("#team-text", codes);
    hush();
    click("[data-action=add-text]");
    await said("added to");
    find("[data-action=later-round]")?.click();
    find(`[data-breakdown='${breakdown}'] input`)?.click();
    hush();
    click("[data-action=show-report]");
    await said("is shown");
  }

  // Every question with how people answered; on the first one they agree.
  async function meet() {
    const seen = [];
    click("[data-action=start-meeting]");
    const [, next, end] = document.querySelectorAll("dialog footer .rd-choices button");
    for (let question = ""; question !== find("dialog h2").textContent; next.click()) {
      question = find("dialog h2").textContent;
      click("[data-action=reveal]");
      seen.push(find("dialog").outerHTML);
      if (seen.length > 1) continue;
      click(`[name=meeting-level][value="${AGREED}"]`);
      seen.push(find("dialog").outerHTML);
    }
    end.click();
    await until(() => find("dialog") === null, "the end of the meeting");
    return seen;
  }

  function onPaper() {
    window.dispatchEvent(new Event("beforeprint"));
    const text = find("[data-group-verdict]").outerHTML;
    window.dispatchEvent(new Event("afterprint"));
    return text;
  }

  // What the buttons copy and save, the agreement last; nothing is printed, nothing downloaded.
  function taken() {
    const [make, give, print] = [window.Blob, URL.createObjectURL, window.print];
    const go = HTMLAnchorElement.prototype.click;
    const texts = [];
    navigator.clipboard.writeText = async (text) => texts.push(text);
    window.Blob = function Caught(parts) {
      texts.push(parts.join(""));
    };
    URL.createObjectURL = () => "#caught";
    HTMLAnchorElement.prototype.click = () => {};
    window.print = () => {};
    try {
      for (const place of ["[data-section=out]", "[data-agreed] ~ p"]) {
        for (const button of document.querySelectorAll(`${place} button`)) button.click();
      }
    } finally {
      [window.Blob, URL.createObjectURL, window.print] = [make, give, print];
      HTMLAnchorElement.prototype.click = go;
      delete navigator.clipboard.writeText;
    }
    return texts;
  }

  async function clear() {
    hush();
    click("[data-action=clear-team]");
    click("[data-action=yes]");
    await until(() => find("[data-group-verdict]") === null, "an empty page");
  }

  const all = [];
  document.documentElement.style.display = "none";
  for (const rounds of groups) {
    for (const round of rounds) await show(round);
    const before = drawn();
    const meeting = await meet();
    all.push({ before, meeting, after: drawn(), paper: onPaper(), taken: taken() });
    await clear();
  }
  document.documentElement.style.display = "";
  return all;
}
