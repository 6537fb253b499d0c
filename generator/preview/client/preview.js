/* Keeps a page of the preview fresh: hears what was edited, and loads what is other. */
(() => {
  "use strict";
  const script = document.currentScript;
  const { page, mark, id, file } = script.dataset;
  let source = null;
  let since = script.dataset.since; /* the last event that was heard, or came before this page was made */

  /* Where the site begins: it is found in the folder of its `url`, too. */
  const here = decodeURI(location.pathname) + (location.pathname.endsWith("/") ? "index.html" : "");
  const base = here.endsWith("/" + page) ? here.slice(0, -page.length) : "/";

  const place = "backfile:" + page;
  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    history.scrollRestoration = "manual";
    const to = () => scrollTo(0, Number(kept));
    to();
    addEventListener("load", to, { once: true });
    addEventListener("pagehide", () => (history.scrollRestoration = "auto")); /* for whoever comes back */
  }

  /* While somebody waits for an answer here, a load waits for it too. */
  let busy = 0;
  let due = null;
  addEventListener("backfile-busy", () => (busy += 1));
  addEventListener("backfile-idle", () => {
    busy -= 1;
    if (!busy && due !== null) load(due);
  });

  function load(address) {
    if (busy) return void (due = address);
    sessionStorage.setItem("backfile:" + address, String(scrollY));
    if (source) source.close();
    if (address === page) location.reload();
    else location.replace(base + address.split("/").map(encodeURIComponent).join("/") + location.hash);
  }

  /* A copied file that is other: a stylesheet and a picture are changed where they stand, anything else that was fetched loads the page. */
  function freshen(copied) {
    const changed = new Set(copied.map((name) => base + name));
    const is = (address) => {
      try {
        const url = new URL(address, document.baseURI);
        return Boolean(address) && url.origin === location.origin && changed.has(decodeURIComponent(url.pathname));
      } catch {
        return false; /* an address that is none */
      }
    };
    const anew = (address) => {
      const url = new URL(address, document.baseURI);
      url.searchParams.set("seen", String(Date.now()));
      return url.href;
    };
    const path = (address) => new URL(address, document.baseURI).pathname;
    for (const script of document.scripts) if (is(script.getAttribute("src"))) return load(page);
    const images = [...document.images].filter((image) => is(image.getAttribute("src")));
    const known = new Set(images.map((image) => path(image.src)));
    /* What was fetched for a stylesheet, or by a name that we do not know: nothing but a load fetches it again. */
    const fetched = performance.getEntriesByType("resource").filter((one) => is(one.name) && !path(one.name).endsWith(".css"));
    if (fetched.some((one) => one.initiatorType === "css" || !known.has(path(one.name)))) return load(page);
    const sheets = [...document.querySelectorAll("link[rel~=stylesheet]")];
    const linked = sheets.filter((link) => is(link.getAttribute("href")));
    /* A stylesheet that no link names may be imported by any. */
    const imported = copied.filter((name) => name.endsWith(".css")).length > linked.length;
    for (const link of imported ? sheets.filter((link) => link.href.startsWith(location.origin)) : linked) {
      const next = link.cloneNode();
      next.href = anew(link.href);
      next.addEventListener("load", () => link.remove(), { once: true });
      next.addEventListener("error", () => next.remove(), { once: true });
      link.after(next);
    }
    for (const image of images) image.src = anew(image.src);
  }

  function listen() {
    if (source || document.hidden) return;
    source = new EventSource("/__backfile/events?" + new URLSearchParams({ page, mark, id, file, since }));
    source.onmessage = (event) => {
      const said = JSON.parse(event.data);
      since = event.lastEventId;
      if (said.wrong) overlay(said.wrong);
      if (said.moved) load(said.moved);
      else if (said.reload) load(page);
      else if (said.copied) freshen(said.copied);
      dispatchEvent(new CustomEvent("backfile", { detail: said }));
    };
  }

  /* A browser opens six connections to one site: pages that nobody looks at keep none. */
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && source) {
      source.close();
      source = null;
    }
    listen();
  });
  addEventListener("pagehide", () => source && source.close());

  let box = null;
  let dismissed = "";
  function overlay(wrong) {
    const said = JSON.stringify(wrong);
    if (said === dismissed) return;
    if (box) box.remove();
    box = null;
    if (!wrong.length) return;
    const element = (name, text, kind) => {
      const made = document.createElement(name);
      if (text !== undefined) made.textContent = text;
      if (kind) made.className = kind;
      return made;
    };
    box = element("div");
    box.id = "backfile-overlay";
    const shadow = box.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = "/__backfile/preview.css";
    const panel = element("section", undefined, "overlay");
    panel.lang = "en";
    panel.dir = "ltr";
    panel.setAttribute("role", "alert");
    panel.append(element("h1", wrong.length === 1 ? "To mend" : `To mend: ${wrong.length}`));
    for (const one of wrong.slice(0, 20)) {
      const part = element("article");
      if (one.place) part.append(element("h2", one.place));
      part.append(element("p", one.message));
      if (one.lines.length) {
        const lines = element("pre");
        for (const [number, text] of one.lines) {
          lines.append(element(number === one.line ? "mark" : "span", `${String(number).padStart(5)}  ${text}\n`));
        }
        part.append(lines);
      }
      panel.append(part);
    }
    const close = element("button", "Close (Esc)");
    close.addEventListener("click", () => dismiss(said));
    panel.append(element("p", "The page below is as it was before. This goes when it is mended.", "note"), close);
    shadow.append(style, panel);
    document.documentElement.append(box);
  }
  function dismiss(said) {
    dismissed = said;
    if (box) box.remove();
    box = null;
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && box) box.shadowRoot.querySelector("button").click();
  });

  const review = document.createElement("script");
  review.src = "/__backfile/review.js";
  document.head.append(review);
  listen();
})();
