/* A hundred intervals for the slope, for data sets of different sizes; those that miss the truth are crossed. */
"use strict";

Interactive.start("intervals", (data, stage) => {
  const { shape, fixed } = Interactive;
  const [left, top, right, bottom] = [30, 22, 374, 220];
  const xAt = Interactive.scale([0, 101], [left, right]);
  const yAt = Interactive.scale([3.75, 6.25], [bottom, top]);
  let hundred = 0;

  const size = Interactive.slider(stage, {
    label: "Points in each data set", min: 0, max: data.sizes.length - 1, step: 1,
    value: data.sizes.findIndex((one) => one.n === data.opens_at),
    words: (index) => String(data.sizes[index].n), input: show,
  });
  const row = Interactive.buttons(stage);
  Interactive.button(row, "Another hundred", () => {
    hundred = (hundred + 1) % data.sizes[0].hundreds.length;
    show();
  });
  const svg = Interactive.drawing(stage, 388, 252);
  const said = Interactive.readout(stage);

  Interactive.axes(svg, [left, top, right, bottom],
    [1, 25, 50, 75, 100].map((value) => [xAt(value), String(value)]),
    [4, 5, 6].map((value) => [yAt(value), String(value)]), "data set", "95 % interval of the slope");
  const bars = Array.from({ length: 100 }, () => shape("path", {}, svg));
  shape("path", { class: "line c2", "stroke-dasharray": "6 3", d: `M${left} ${yAt(data.truth)}H${right}` }, svg);
  const crosses = shape("path", { class: "line c4" }, svg);

  function show() {
    const { n, t, hundreds } = data.sizes[size.value];
    const { slopes, halves } = hundreds[hundred];
    const missed = slopes.map((slope, i) => Math.abs(slope - data.truth) > halves[i]);
    slopes.forEach((slope, i) => {
      bars[i].setAttribute("class", `line ${missed[i] ? "c4" : "c1"}`);
      bars[i].setAttribute("style", `stroke-width: ${missed[i] ? 2.4 : 1.1}`);
      bars[i].setAttribute("d", `M${xAt(i + 1)} ${yAt(slope - halves[i])}V${yAt(slope + halves[i])}`);
    });
    const cross = (x, y) => `M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x - 4} ${y + 4}L${x + 4} ${y - 4}`;
    crosses.setAttribute("d", slopes.map((slope, i) => (missed[i] ? cross(xAt(i + 1), yAt(slope)) : "")).join(""));
    const count = missed.filter(Boolean).length;
    const mean = halves.reduce((sum, half) => sum + half, 0) / halves.length;
    const found = `Hundred number ${hundred + 1} of ${hundreds.length}, ${n} points each: ${count} of the hundred intervals miss the true slope`;
    said.say(`${found}. On average they reach ±${fixed(mean, 3)}; the quantile of t is ${fixed(t, 3)}.`);
    svg.describe(`${found}, each marked with a cross; the others cross the dashed line at the true slope, ${data.truth}.`);
  }

  show();
});
