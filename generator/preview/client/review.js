/* The editor's bar: which file a page is made of, its raw source beside the evidence, and the way through what needs an
   eye. Text from articles is only ever set as text. */
(() => {
  "use strict";
  const OURS = "/__backfile/";
  const page = document.querySelector("script[data-page]").dataset.page;
  const state = Object.assign({ panel: "", question: "", place: "" }, JSON.parse(sessionStorage.getItem("backfile-review") || "{}"));
  if (state.place !== page) state.question = ""; /* somebody came here another way */
  let bar = null; /* what the preview said of this page */
  let source = null;
  let cursor = -1; /* the line that K and C mean; -1: the question */
  let ask = null; /* a choice that waits for a key: key → what to do */

  function make(name, kind, ...inside) {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...inside.filter((one) => one !== null && one !== undefined && one !== ""));
    return made;
  }
  function button(label, title, act, kind) {
    const made = make("button", kind, label);
    made.type = "button";
    made.title = title;
    made.addEventListener("click", act);
    return made;
  }
  const quoted = (text) => Object.assign(make("q", "", text), { dir: "auto" });
  const marked = (text) => text.split("`").map((part, i) => (i % 2 ? make("code", "", part) : part));
  const keep = () => sessionStorage.setItem("backfile-review", JSON.stringify(state));
  const address = (path) => "/" + path.split("/").map(encodeURIComponent).join("/");
  const counted = (n, word) => `${n.toLocaleString("en")} ${word}${n === 1 ? "" : "s"}`;

  async function get(name, query) {
    const answer = await fetch(OURS + "ask/" + name + "?" + new URLSearchParams(query));
    const told = await answer.json();
    if (told.problem) throw new Error(told.problem);
    return told;
  }
  async function decide(said) {
    const answer = await fetch(OURS + "ask/decide", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Backfile-Token": bar.token },
      body: JSON.stringify({ page, ...said }),
    });
    const told = await answer.json();
    if (told.problem) throw new Error(told.problem);
    return told;
  }
  /* What is asked here is asked at the article's new address, if it is this one's. */
  function follow(to) {
    if (state.place !== page) return;
    state.place = to;
    keep();
  }
  addEventListener("backfile", (event) => event.detail.moved && follow(event.detail.moved));
  /* Show what was decided: at the article's new address, where it has one. */
  async function settled(told) {
    say(`${told.said}${told.said.startsWith("Taken back") ? "" : " U takes it back."}`);
    if (told.page && told.page !== page) {
      follow(told.page);
      state.panel = "source";
      keep();
      leaving = true;
      return void location.replace(address(told.page));
    }
    await renew();
    if (state.panel === "source" && bar.article) await drawSource();
  }
  /* Whatever goes wrong is said in the bar. The page is not loaded anew meanwhile: what was decided would go unsaid. */
  let leaving = false;
  const tell = (name) => dispatchEvent(new CustomEvent(`backfile-${name}`));
  const safely = (act) => async (...given) => {
    tell("busy");
    try {
      await act(...given);
    } catch (error) {
      say(error.message, "wrong");
    } finally {
      if (!leaving) tell("idle");
    }
  };

  /* ── The bar ── */
  const host = make("div");
  host.id = "backfile-bar";
  host.lang = "en";
  host.dir = "ltr";
  const shadow = host.attachShadow({ mode: "open" });
  const style = make("link");
  style.rel = "stylesheet";
  style.href = OURS + "review.css";
  const panel = make("section", "panel");
  const strip = make("p", "strip");
  strip.setAttribute("role", "status");
  const line = make("div", "bar");
  line.setAttribute("role", "toolbar");
  line.setAttribute("aria-label", "Editor’s bar");
  panel.hidden = strip.hidden = true;
  shadow.append(style, panel, strip, line);

  function say(text, kind) {
    strip.hidden = !text;
    strip.className = "strip " + (kind || "");
    strip.replaceChildren(text);
    ask = null;
    Object.assign(state, { said: text, kind: kind || "", at: Date.now() }); /* a decision loads the page anew */
    keep();
  }
  function choose(text, choices) {
    say("");
    ask = {};
    strip.hidden = false;
    strip.replaceChildren(text);
    for (const [key, label, act] of choices) {
      ask[key] = act;
      strip.append(button(`${label} (${key})`, label, act));
    }
    ask.escape = () => say("");
  }

  function drawBar() {
    const focused = [...line.children].indexOf(shadow.activeElement);
    const path = bar.path || "no page";
    const file = bar.open ? make("a", "path", path) : button(path, "Copy this path", copy, "path");
    if (bar.open) file.href = bar.open;
    line.replaceChildren(file);
    const tab = (name, label, title) => {
      const made = button(label, title, () => open(state.panel === name ? "" : name));
      made.setAttribute("aria-expanded", String(state.panel === name));
      line.append(made);
    };
    if (bar.article) tab("source", bar.questions.length ? `Source · ${counted(bar.questions.length, "question")}` : "Source", "The raw file, and why each field says what it says");
    tab("list", bar.left === null ? "For your eye" : `For your eye · ${bar.left.toLocaleString("en")} left`, "What needs a person’s eye");
    if (bar.article && bar.left !== null) {
      line.append(
        button("‹", "The one before (P)", safely(() => go("-1"))),
        button(bar.looked ? "✓ Looked at" : "All is right (N)", "Tick it off, and go on (N)", safely(done), bar.looked ? "done" : ""),
        button("›", "The one after, without a decision", safely(() => go("1"))),
      );
    }
    if (focused >= 0) (line.children[focused] || line.lastChild).focus();
  }
  const copy = safely(async () => {
    await navigator.clipboard.writeText(bar.path);
    say("Copied.");
  });

  const open = safely(async (name) => {
    state.panel = name;
    keep();
    panel.hidden = !name;
    cursor = -1;
    drawBar();
    say("");
    if (name === "source") await drawSource();
    if (name === "list") await drawList();
  });

  /* ── The raw source, beside the evidence ── */
  async function drawSource() {
    const told = await get("source", { page });
    if (state.panel !== "source") return; /* another was opened meanwhile */
    source = told;
    const lines = make("ol", "lines");
    source.lines.forEach((one, i) => {
      const kind = one.rule ? "cut" : one.fields.length ? "field" : one.kept ? "" : "gone";
      const row = make("li", kind, make("span", "number", String(one.number)), make("span", "text", one.text));
      const why = one.rule || one.fields.join(", ");
      if (why) row.append(make("span", "why", one.rule ? `cut: ${why}` : why));
      row.firstChild.nextSibling.dir = "auto";
      row.tabIndex = i ? -1 : 0;
      row.addEventListener("click", () => point(i));
      row.addEventListener("focus", () => point(i));
      lines.append(row);
    });
    const fields = make("dl", "fields");
    const made = ["id", "slug"]; /* nobody has to look at these */
    for (const one of [...source.fields].sort((one, other) => made.includes(one.field) - made.includes(other.field))) {
      const value = make("dd", "", make("b", "", one.value), make("span", "why", one.why));
      value.firstChild.dir = "auto";
      const at = Number(one.place.split(":").pop());
      const ours = source.raw.startsWith(one.place.slice(0, one.place.lastIndexOf(":"))); /* not its duplicate's */
      if (one.place && ours) value.append(button(`line ${at}`, "Show the line", () => point(source.lines.findIndex((line) => line.number === at))));
      if (one.quote) value.append(quoted(one.quote));
      fields.append(make("dt", "", one.field), value);
    }
    const left = make("div", "column", make("h2", "", source.raw || "No raw file"), lines);
    if (source.note) left.prepend(make("p", "note", source.note));
    const first = [...bar.questions].sort((one, other) => (other.code === state.question) - (one.code === state.question));
    const right = make("div", "column", ...first.map(question), make("h2", "", "Evidence"), fields, keys());
    panel.replaceChildren(left, right);
    for (const doubt of source.doubts) {
      const found = source.lines.findIndex((one) => one.number === doubt.line);
      if (found >= 0) lines.children[found].classList.add("doubt");
    }
    cursor = -1;
  }
  function question(one) {
    const made = make("article", one.code === state.question ? "question here" : "question", make("p", "", one.sentence));
    if (one.ruled && one.line.includes("\n")) made.append(make("ul", "", ...one.line.split("\n").map((text) => Object.assign(make("li", "", text.slice(2)), { dir: "auto" }))));
    if (one.ruled) {
      made.append(
        button(`Keep in all ${counted(one.count, "file")}${one.code === state.question ? " (K)" : ""}`, "Written to site.yaml", safely(() => rule("keep", one))),
        button(`Cut in all ${counted(one.count, "file")}${one.code === state.question ? " (C)" : ""}`, "Written to site.yaml", safely(() => rule("cut", one))),
      );
    } else if (one.advice) made.append(make("p", "note", ...marked(one.advice)));
    for (const example of one.examples.slice(0, 3)) if (example.words) made.append(quoted(example.words));
    return made;
  }
  function keys() {
    const rows = [["K C", "keep, cut the line or what is asked"], ["↑ ↓", "choose a line"], ["D", "set the date"], ["N", "all is right: tick it off, go on"], ["P", "the one before"], ["U", "take the last decision back"], ["Esc", "close"]];
    return make("dl", "keys", ...rows.flatMap(([key, text]) => [make("dt", "", key), make("dd", "", text)]));
  }
  function point(i) {
    const rows = panel.querySelectorAll(".lines > li");
    cursor = Math.max(-1, Math.min(i, rows.length - 1));
    rows.forEach((row, n) => {
      row.classList.toggle("cursor", n === cursor);
      row.tabIndex = n === Math.max(cursor, 0) ? 0 : -1;
    });
    if (cursor < 0) return;
    rows[cursor].scrollIntoView({ block: "nearest" });
    if (shadow.activeElement !== rows[cursor]) rows[cursor].focus({ preventScroll: true });
  }

  /* ── The list ── */
  async function drawList(query) {
    panel.replaceChildren(make("p", "note", "Looking through the archive …"));
    const told = await get("list", query || {});
    if (bar.left === null) await renew();
    if (state.panel !== "list") return;
    const rows = told.questions.map((one) => {
      const row = make("li", one.must ? "must" : "", make("p", "", one.sentence));
      const place = one.examples.find((example) => example.page);
      if (place) row.append(button("Look", place.place, safely(() => visit({ page: place.page, question: one.ruled ? one.code : "" }))));
      else if (one.examples.length) row.append(make("p", "note", one.examples[0].place));
      return row;
    });
    const head = make("h2", "", rows.length ? `${counted(rows.length, "question")}, the most doubtful first` : "No questions are open.");
    const go_on = button("Go through them (N)", "From the first that nobody has looked at", safely(next));
    const note = make("p", "note", `${told.left.toLocaleString("en")} of ${told.all.toLocaleString("en")} left: the questions, then every article that came from a raw file.`);
    const again = button("Look again", "The list as it is now", safely(() => drawList({ again: "" })));
    panel.replaceChildren(make("div", "column", head, note, go_on, " ", again, make("ol", "questions", ...rows)), make("div", "column", keys()));
  }

  /* ── The way ── */
  async function visit(stop, none = "Nothing is left to look at.") {
    if (!stop.page) {
      await renew();
      return say(none);
    }
    state.panel = "source";
    state.question = stop.question;
    state.place = stop.page;
    keep();
    if (stop.page === page) {
      await renew();
      return open("source");
    }
    leaving = true;
    location.href = address(stop.page);
  }
  const here = () => ({ page, question: state.question });
  async function go(steps) {
    await visit(await get("next", { ...here(), steps }), steps === "1" ? "This is the last." : "This is the first.");
  }
  async function next() {
    await visit(await get("next", bar.article ? here() : {}));
  }
  async function done() {
    if (state.panel === "list" || !bar.article) return next();
    say((await decide({ act: "done", question: state.question })).said);
    await next();
  }
  async function rule(act, one) {
    say("…");
    await settled(await decide({ act, question: one.code }));
    if (state.question === one.code) await next();
  }
  async function ruleLine(act) {
    const one = source.lines[cursor];
    if (act === "cut" && !one.kept && one.fields.length) return say(`This line says the ${one.fields.join(", ")}: change that in the file.`);
    const words = { line: one.text, number: String(one.number) };
    const verb = act === "keep" ? "Keep" : "Cut";
    const { count } = await get("holding", { line: one.text });
    const settle = (more) => safely(async () => {
      say("…");
      await settled(await decide({ act, ...words, ...more }));
    });
    if (count < 2) return settle({})();
    choose(`“${one.text}” stands in ${counted(count, "file")}. `, [["a", `${verb} in all`, settle({ everywhere: "yes" })], ["o", "Only here", settle({})]]);
  }
  function setDate() {
    const field = (source.fields.find((one) => one.field === "date") || { value: "" }).value;
    const input = make("input");
    input.value = field;
    input.setAttribute("aria-label", "Date");
    say("");
    strip.hidden = false;
    strip.replaceChildren(make("label", "", "Date, as precise as it is known (2020-11-18, 2020-11, 2020): ", input), " Enter sets it, Esc leaves it.");
    input.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") say("");
      if (event.key === "Enter") safely(async () => settled(await decide({ act: "date", date: input.value })))();
    });
    input.focus();
    input.select();
  }
  const undo = async () => settled(await decide({ act: "undo" }));

  const KEYS = {
    k: () => cursor >= 0 ? ruleLine("keep") : ruleQuestion("keep"),
    c: () => cursor >= 0 ? ruleLine("cut") : ruleQuestion("cut"),
    d: () => source && setDate(),
    n: done,
    p: () => go("-1"),
    u: undo,
    arrowdown: () => point(cursor + 1),
    arrowup: () => point(cursor - 1),
    escape: () => cursor >= 0 ? point(-1) : open(""),
  };
  const SOURCE = ["k", "c", "d", "arrowdown", "arrowup"]; /* keys that mean what stands beside the source */
  function ruleQuestion(act) {
    const one = bar.questions.find((one) => one.ruled && one.code === state.question);
    if (one) return rule(act, one);
    say("Choose a line with ↑ and ↓ first.");
  }
  addEventListener("keydown", (event) => {
    const into = event.composedPath()[0];
    const writing = into instanceof Element && (into.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(into.tagName));
    if (!bar || !state.panel || writing || event.ctrlKey || event.metaKey || event.altKey || document.getElementById("backfile-overlay")) return;
    const code = /^Key[A-Z]$/.test(event.code) ? event.code[3] : "";
    const letter = /^[a-z]$/i.test(event.key) ? event.key : code; /* a keyboard of other letters: the key that stands there */
    const key = (event.key.length === 1 ? letter : event.key).toLowerCase();
    const elsewhere = state.panel === "list" && SOURCE.includes(key);
    const act = ask ? ask[key] : elsewhere ? null : KEYS[key];
    if (!act || (event.repeat && !key.startsWith("arrow"))) return; /* a key that is held down decides once */
    event.preventDefault();
    safely(async () => act())();
  });

  async function renew() {
    bar = await get("bar", { page });
    drawBar();
  }
  safely(async () => {
    await renew();
    document.documentElement.append(host);
    const room = make("style");
    room.textContent = "@media screen { body { padding-block-end: 3.5rem } } @media print { #backfile-bar { display: none } }";
    document.head.append(room);
    const said = Date.now() - state.at < 5000 ? [state.said, state.kind] : [""];
    if (state.panel === "source" && !bar.article) state.panel = "list";
    if (state.panel) await open(state.panel);
    say(...said);
  })();
})();
