/* What all interactive figures share: reading the data, sliders, buttons, words for screen readers, axes. */
"use strict";

const Interactive = (() => {
  /* Run a figure: show its box and hand over the data that a cell of the page computed. */
  function start(name, draw) {
    const box = document.getElementById(`interactive-${name}`);
    const data = JSON.parse(box.querySelector('script[type="application/json"]').textContent);
    draw(data, box.querySelector(".stage"));
    box.hidden = false;
  }

  function element(tag, attributes, parent, text) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    parent.append(made);
    return made;
  }

  function shape(tag, attributes, parent, text) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    parent.append(made);
    return made;
  }

  /* A drawing is one picture to a screen reader; `describe` says what it shows now. */
  function drawing(stage, width, height) {
    const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, role: "img" }, stage);
    svg.describe = (text) => svg.setAttribute("aria-label", text);
    return svg;
  }

  /* A labelled range input; `words` turns its number into what is shown and spoken. */
  function slider(stage, { label, min, max, step, value, words, input }) {
    const row = element("label", { class: "slider" }, stage);
    element("span", {}, row, label);
    const shown = element("span", { class: "value", "aria-hidden": "true" }, row);
    const range = element("input", { type: "range", min, max, step, "aria-label": label }, row);
    const refresh = () => {
      shown.textContent = words(range.valueAsNumber);
      range.setAttribute("aria-valuetext", words(range.valueAsNumber));
    };
    const set = (number) => { range.value = number; refresh(); };
    range.addEventListener("input", () => { refresh(); input(range.valueAsNumber); });
    set(value);
    return { set, get value() { return range.valueAsNumber; } };
  }

  const buttons = (stage) => element("div", { class: "buttons" }, stage);

  function button(row, text, press) {
    const made = element("button", { type: "button" }, row, text);
    made.addEventListener("click", press);
    return made;
  }

  /* A sentence with the numbers, announced when it changes. */
  function readout(stage) {
    const made = element("output", { class: "readout", "aria-live": "polite" }, stage);
    return { say: (text) => { made.textContent = text; }, quiet: (on) => made.setAttribute("aria-live", on ? "off" : "polite") };
  }

  /* A button that plays and pauses; the style sheet hides it from readers who ask for less motion.
     `advance(milliseconds)` moves on and says whether there is more to come; `rest` runs at each stop. */
  function player(row, said, advance, rest) {
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    let last = null;
    const made = button(row, "Play", () => (last === null ? play() : stop()));
    made.className = "play";
    const frame = (now) => {
      if (last === null) return;
      const more = advance(now - last);
      last = now;
      if (more) requestAnimationFrame(frame); else stop();
    };
    function play() {
      if (still.matches) return;
      last = performance.now();
      made.textContent = "Pause";
      said.quiet(true);
      requestAnimationFrame(frame);
    }
    function stop() {
      if (last === null) return;
      last = null;
      made.textContent = "Play";
      said.quiet(false);
      rest();
    }
    still.addEventListener("change", stop);
    return { stop };
  }

  /* From a number to a place: linear, or logarithmic with `log`; what lies outside stays at the edge. */
  function scale([low, high], [from, to], log = false) {
    const position = log ? Math.log10 : (value) => value;
    const [a, b] = [position(low), position(high)];
    return (value) => from + (to - from) * Math.min(1, Math.max(0, (position(value) - a) / (b - a)));
  }

  /* Axes with ticks: `x` and `y` are lists of [place, label], the frame is [left, top, right, bottom]. */
  function axes(svg, [left, top, right, bottom], x, y, xLabel, yLabel) {
    for (const [place, label] of x) {
      shape("path", { class: "grid", d: `M${place} ${top}V${bottom}` }, svg);
      shape("text", { x: place, y: bottom + 13, "text-anchor": "middle" }, svg, label);
    }
    for (const [place, label] of y) {
      shape("path", { class: "grid", d: `M${left} ${place}H${right}` }, svg);
      shape("text", { x: left - 5, y: place + 4, "text-anchor": "end" }, svg, label);
    }
    shape("path", { class: "axis", d: `M${left} ${top}V${bottom}H${right}` }, svg);
    if (xLabel) shape("text", { x: (left + right) / 2, y: bottom + 27, "text-anchor": "middle" }, svg, xLabel);
    if (yLabel) shape("text", { x: 0, y: top - 6 }, svg, yLabel);
  }

  const minus = (text) => text.replaceAll("-", "−");
  const fixed = (value, digits) => minus(value.toFixed(digits));
  /* A few significant digits, in powers of ten where it would need too many zeros. */
  const short = (value, digits = 3) => minus(value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5)
    ? value.toExponential(digits - 1).replace("e+", "e") : String(Number(value.toPrecision(digits))));
  const polyline = (points) => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`;

  return { start, element, shape, drawing, slider, buttons, button, readout, player, scale, axes, fixed, short, polyline };
})();
