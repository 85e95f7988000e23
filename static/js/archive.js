/* Own script of the public pages. Every page works without it. It stands in the head before the stylesheet, so that the chosen theme is
   known before the first paint; everything else waits for the document. No cookie is written: the choice lives in localStorage. */
(function () {
  "use strict";
  var doc = document, root = doc.documentElement, opened = null;

  function stored() { try { return localStorage.getItem("theme"); } catch (e) { return null; } }
  function store(value) { try { localStorage.setItem("theme", value); } catch (e) { /* a private window: the choice lasts for this page */ } }
  var chosen = stored();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  root.classList.add("js");

  function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches; }

  function themeButtons() {
    doc.querySelectorAll("[data-theme-switch]").forEach(function (button) {
      function show() { button.setAttribute("aria-pressed", String(isDark())); }
      show();
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
      button.addEventListener("click", function () {
        root.dataset.theme = isDark() ? "light" : "dark";
        store(root.dataset.theme);
        show();
      });
    });
  }

  /* Evidence: open the card under the paragraph instead of jumping to it. */
  function closeCard(giveBackFocus) {
    if (!opened) return;
    opened.card.remove();
    opened.mark.setAttribute("aria-expanded", "false");
    if (giveBackFocus) opened.mark.focus();
    opened = null;
  }
  function openCard(mark, original) {
    var card = original.cloneNode(true), button = doc.createElement("button");
    ["id", "aria-labelledby"].forEach(function (name) { card.removeAttribute(name); });
    card.setAttribute("aria-label", original.dataset.name || "");
    card.querySelectorAll("[id]").forEach(function (node) { node.removeAttribute("id"); });
    card.querySelectorAll("h3").forEach(function (node) { node.setAttribute("aria-level", "2"); });
    card.classList.add("card-inplace");
    card.tabIndex = -1;
    button.type = "button";
    button.textContent = root.dataset.close || "Close";
    button.addEventListener("click", function () { closeCard(true); });
    (card.querySelector("footer") || card).append(button);
    mark.closest("p, li, figcaption, h1").after(card);
    mark.setAttribute("aria-expanded", "true");
    opened = { mark: mark, card: card };
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }
  function cards() {
    doc.querySelectorAll("a.mk[href^='#']").forEach(function (mark) {
      var card = doc.getElementById(mark.hash.slice(1));
      if (!card) return;
      mark.setAttribute("aria-expanded", "false");
      mark.addEventListener("click", function (event) {
        event.preventDefault();
        var again = opened && opened.mark === mark;
        closeCard(again);
        if (!again) openCard(mark, card);
      });
    });
    doc.addEventListener("keydown", function (event) { if (event.key === "Escape") closeCard(true); });
  }

  /* Facets: a long list is narrowed by typing. One listener serves also the panels that arrive later. */
  function facetFilters() {
    doc.addEventListener("input", function (event) {
      var list = event.target.dataset && event.target.dataset.filter && doc.getElementById(event.target.dataset.filter);
      if (!list) return;
      var wanted = event.target.value.trim().toLowerCase();
      Array.prototype.forEach.call(list.children, function (item) {
        item.hidden = wanted !== "" && item.textContent.toLowerCase().indexOf(wanted) < 0;
      });
    });
  }

  /* Lists renew in place by htmx, which is fetched when the reader first reaches for the list; until it is there, links and forms lead on. */
  function fetchRenewal() {
    var list = doc.querySelector("[data-renews-by]");
    if (!list) return;
    function fetchOnce() {
      ["pointerover", "focusin"].forEach(function (name) { list.removeEventListener(name, fetchOnce); });
      var script = doc.createElement("script");
      script.src = list.dataset.renewsBy;
      doc.head.append(script);
    }
    ["pointerover", "focusin"].forEach(function (name) { list.addEventListener(name, fetchOnce); });
  }

  /* Lists that renew in place: keep the facets as the reader left them, and say aloud how many rows there are now. The focus stays on a
     control that is still there; one that has gone, as a chip or the link to a page, hands it to the head of the list. */
  function renewals() {
    var shape = {}, within = false;
    doc.addEventListener("htmx:beforeSwap", function () {
      var list = doc.getElementById("list");
      within = !!list && list.contains(doc.activeElement);
      doc.querySelectorAll("details[id]").forEach(function (node) { shape[node.id] = node.open; });
    });
    doc.addEventListener("htmx:afterSettle", function () {
      Object.keys(shape).forEach(function (id) { var node = doc.getElementById(id); if (node) node.open = shape[id]; });
      shape = {};
      var count = doc.querySelector("[data-count]"), voice = doc.getElementById("announce");
      if (count && voice) voice.textContent = count.textContent.trim();
      if (count && within && doc.activeElement === doc.body) {
        count.tabIndex = -1;
        count.focus({ preventScroll: true });
        count.scrollIntoView({ block: "nearest" });
      }
      within = false;
    });
  }

  doc.addEventListener("DOMContentLoaded", function () {
    themeButtons();
    cards();
    facetFilters();
    fetchRenewal();
    renewals();
  });
})();
