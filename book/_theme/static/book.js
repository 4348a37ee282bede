/* Small conveniences; every page is complete without them. */
"use strict";

/* Light and dark: follow the system until the reader chooses. */
(() => {
  const button = document.querySelector("button.theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => { button.textContent = isDark() ? "Light" : "Dark"; };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* private windows may forbid it */ }
    show();
  });
  system.addEventListener("change", show);
  show();
  button.classList.add("ready");
})();

/* What scrolls sideways can be reached and scrolled with the keyboard, and only what does. A box is measured when it
   comes near the window: to measure one further off, the browser would have to lay out what it has put off. */
(() => {
  const nameOf = (box) => (box.matches("pre") ? "Code" : box.matches(".formula") ? "Formula" : "Table");
  const mark = (boxes) => {
    const wide = boxes.map((box) => box.scrollWidth > box.clientWidth);
    boxes.forEach((box, index) => {
      if (wide[index]) {
        box.tabIndex = 0;
        box.setAttribute("role", "group");
        box.setAttribute("aria-label", `${nameOf(box)}, scrolls sideways`);
      } else {
        for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
      }
    });
  };
  const near = new Set();
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) near[entry.isIntersecting ? "add" : "delete"](entry.target);
    mark(entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target));
  }, { rootMargin: "100% 0px" });
  document.querySelectorAll("pre, .formula, .wide").forEach((box) => watch.observe(box));
  addEventListener("resize", () => mark([...near]));
  addEventListener("load", () => mark([...near]));
  document.fonts.addEventListener("loadingdone", () => mark([...near])); // letters of another font have other widths
})();

/* Knowledge checks: choosing an answer shows its explanation and hides the others. */
for (const check of document.querySelectorAll("fieldset.check")) {
  const verdict = check.querySelector(".check-verdict");
  check.classList.add("scripted");
  for (const option of check.querySelectorAll(".check-option")) {
    const why = option.querySelector(".check-why");
    option.querySelector("input").addEventListener("change", () => {
      check.querySelectorAll(".check-option").forEach((other) => other.classList.toggle("chosen", other === option));
      const explanation = document.createElement("div");
      [...why.children].slice(1).forEach((child) => explanation.append(child.cloneNode(true)));
      explanation.className = option.dataset.right === "true" ? "right" : "wrong";
      verdict.replaceChildren(explanation);
    });
  }
}
