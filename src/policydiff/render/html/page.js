// The page reads without this: it only filters, searches, and goes from change to change.
const byId = (id) => document.getElementById(id);
const form = byId("filters");
const entries = [...document.querySelectorAll(".entry")];
const items = [...document.querySelectorAll(".changes li")];
const runs = [...document.querySelectorAll("details.run")];
const linked = new Map(items.map((item) => [item, decodeURIComponent(item.querySelector("a").hash.slice(1))]));
const itemsAt = new Map([...linked].map(([item, id]) => [id, item]));
const words = new Map();

const plain = (text) => text.toLowerCase().replace(/\s+/gu, "");

function wordsOf(entry) {
  if (!words.has(entry)) words.set(entry, plain(entry.textContent));
  return words.get(entry);
}

function wanted() {
  return {
    text: plain(byId("f-text").value),
    substantive: byId("f-substantive")?.checked ?? false,
    figures: byId("f-figures")?.checked ?? false,
    kind: byId("f-kind")?.value ?? "",
    signal: byId("f-signal")?.value ?? "",
    body: byId("f-body")?.value ?? "",
  };
}

function matches(entry, want) {
  const { kind, substance, signals, figures, bodies } = entry.dataset;
  return (
    (!want.substantive || substance === "substantive") &&
    (!want.figures || Number(figures) > 0) &&
    (!want.kind || kind === want.kind) &&
    (!want.signal || signals.split(" ").includes(want.signal)) &&
    (!want.body || bodies.split(" ").includes(want.body)) &&
    (!want.text || wordsOf(entry).includes(want.text))
  );
}

function filter() {
  const want = wanted();
  const active = Object.values(want).some(Boolean);
  let shown = 0;
  for (const entry of entries) {
    entry.hidden = active && !matches(entry, want);
    shown += entry.hidden ? 0 : 1;
  }
  for (const run of runs) {
    const left = [...run.querySelectorAll(".entry")].filter((entry) => !entry.hidden).length;
    run.hidden = left === 0;
    if (active !== run.classList.contains("searched")) {
      run.open = active;
      run.classList.toggle("searched", active);
    }
  }
  for (const [item, id] of linked) {
    const target = byId(id);
    const run = target?.closest("details.run");
    item.hidden = run ? run.hidden : Boolean(target?.hidden);
  }
  for (const group of document.querySelectorAll(".changes .group")) {
    group.hidden = ![...group.querySelectorAll("li")].some((item) => !item.hidden);
  }
  for (const sign of document.querySelectorAll(".signpost")) sign.hidden = active;
  for (const heading of document.querySelectorAll("h3.chapter")) heading.hidden = !leads(heading);
  const status = byId("f-status");
  status.textContent = status.dataset.told.replace("{shown}", shown).replace("{total}", entries.length);
}

function leads(heading) {
  for (let next = heading.nextElementSibling; next && !next.matches("h3.chapter"); next = next.nextElementSibling) {
    if (!next.hidden) return true;
  }
  return false;
}

const headingOf = (entry) => entry.querySelector("h3, h4");

function show(entry) {
  for (let outer = entry.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
  for (const item of items) item.classList.remove("here");
  const item = itemsAt.get(entry.id);
  item?.classList.add("here");
  item?.scrollIntoView({ block: "nearest" });
  headingOf(entry).focus({ preventScroll: true });
  entry.scrollIntoView({ block: "start" });
}

let last = null;

function step(by) {
  const changed = entries.filter((entry) => !entry.hidden && !("quiet" in entry.dataset));
  if (changed.length === 0) return;
  const here = document.activeElement?.closest?.(".entry") ?? last;
  const order = here ? entries.indexOf(here) : -1;
  const next =
    by > 0
      ? changed.find((entry) => entries.indexOf(entry) > order)
      : changed.findLast((entry) => entries.indexOf(entry) < order);
  last = next ?? (by > 0 ? changed.at(-1) : changed[0]);
  show(last);
}

function follow() {
  const target = byId(decodeURIComponent(location.hash.slice(1)));
  const entry = target?.closest(".entry");
  if (!entry) return;
  if (entry.hidden) reset();
  last = entry;
  show(entry);
}

function reset() {
  form.reset();
  filter();
}

// Paper cannot be unfolded: changed articles stand on it whole, of a folded run of unchanged ones the headings, and of
// the figures that did not change a line each.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("main details:not([open])")) {
    fold.dataset.folded = "";
    fold.open = true;
  }
});
addEventListener("afterprint", () => {
  for (const fold of document.querySelectorAll("main details[data-folded]")) {
    delete fold.dataset.folded;
    fold.open = false;
  }
});

if (form && entries.length > 0) {
  let waiting = 0;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 100);
  });
  byId("f-reset").addEventListener("click", reset);
  byId("f-next").addEventListener("click", () => step(1));
  byId("f-previous").addEventListener("click", () => step(-1));
  byId("f-print").addEventListener("click", () => print());
  const unfold = byId("f-unfold");
  unfold.addEventListener("click", () => {
    const open = unfold.getAttribute("aria-pressed") !== "true";
    for (const fold of document.querySelectorAll("main details")) fold.open = open;
    unfold.setAttribute("aria-pressed", String(open));
  });
  unfold.setAttribute("aria-pressed", "false");
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input:not([type=checkbox]), select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !byId("f-keys").checked) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
  });
  addEventListener("hashchange", follow);
  filter();
  follow();
}
