/* What a script can add to an article: copying, sharing, printing. Every page reads whole without it. */
(function () {
  "use strict";
  var share = document.querySelector(".share");
  if (!share) return;
  var canonical = document.querySelector("link[rel=canonical]");
  var address = canonical ? canonical.href : location.href.split("#")[0];
  var status = share.querySelector("[role=status]");

  function told() {
    status.textContent = share.dataset.copied;
    setTimeout(function () { status.textContent = ""; }, 4000);
  }

  function copied(text) {
    // Without a secure connection (file://, http://) there is no clipboard but the old way.
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(told, function () { marked(text); });
    } else marked(text);
  }

  function marked(text) {
    var box = document.createElement("textarea");
    box.value = text;
    box.setAttribute("aria-hidden", "true");
    box.style.cssText = "position:fixed;opacity:0";
    document.body.appendChild(box);
    box.select();
    if (document.execCommand("copy")) told();
    box.remove();
  }

  function download(name, text) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  function on(selector, act) {
    document.querySelectorAll(selector).forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { act(button); });
    });
  }

  on("[data-link]", function () { copied(address); });
  on("[data-print]", function () { print(); });
  if (navigator.share) on("[data-share]", function () {
    navigator.share({ title: document.querySelector("h1").textContent, url: address }).catch(function () {});
  });
  var mail = share.querySelector("[data-mail]");
  if (mail.hidden) mail.href += encodeURIComponent(address);
  mail.hidden = false;

  // Each format of a citation can be copied and taken home as a file.
  document.querySelectorAll(".cite pre").forEach(function (format) {
    var words = format.closest("dl").dataset;
    var tools = document.createElement("p");
    tools.className = "tools";
    function button(label, act) {
      var made = document.createElement("button");
      made.type = "button";
      made.textContent = label;
      made.lang = document.documentElement.lang;
      made.addEventListener("click", act);
      tools.append(made);
    }
    button(words.copy, function () { copied(format.textContent); });
    button(words.download, function () { download(words.file + "." + format.dataset.ending, format.textContent + "\n"); });
    format.after(tools);
  });
})();
