/* The learning-rate explorer: two parts of the error, each shrinking or growing by its own factor. */
"use strict";

Interactive.start("rates", (data, stage) => {
  const { shape, fixed, short } = Interactive;
  const { lambdas, directions, start, best, limit, most_steps: mostSteps, highest_rate: highestRate } = data;
  const names = ["flat", "steep"];
  const looks = [{ class: "c4", dash: "7 3" }, { class: "neutral", dash: "2 2.5" }];

  /* Coordinates of the start in the two directions: V^T (start - best). */
  const parts = names.map((_, i) => directions[0][i] * (start[0] - best[0]) + directions[1][i] * (start[1] - best[1]));
  const factorsAt = (rate) => lambdas.map((lambda) => 1 - rate * lambda);

  function lineAfter(left) {
    return best.map((value, row) => value + parts.reduce((sum, part, i) => sum + directions[row][i] * left[i] * part, 0));
  }

  const gapAfter = (left) => parts.reduce((sum, part, i) => sum + 0.5 * lambdas[i] * (left[i] * part) ** 2, 0);

  const rate = Interactive.slider(stage, {
    label: "Learning rate", min: 0.0005, max: highestRate, step: 0.0001, value: data.rate,
    words: (value) => value.toFixed(4), input: () => { playing.stop(); show(); },
  });
  const steps = Interactive.slider(stage, {
    label: "Steps", min: 0, max: mostSteps, step: 1, value: data.steps,
    words: String, input: () => { playing.stop(); show(); },
  });
  const moveTo = (step) => { steps.set(Math.min(mostSteps, Math.max(0, step))); show(); };

  const row = Interactive.buttons(stage);
  const svg = Interactive.drawing(stage, 388, 342);
  const said = Interactive.readout(stage);
  let shownTime = 0;
  const playing = Interactive.player(row, said, (elapsed) => {
    if (steps.value >= mostSteps) moveTo(0);
    shownTime += elapsed;
    const whole = Math.floor(shownTime / 33);  // thirty steps a second
    shownTime -= whole * 33;
    if (whole) moveTo(steps.value + whole);
    return steps.value < mostSteps;
  }, show);
  Interactive.button(row, "Back one step", () => { playing.stop(); moveTo(steps.value - 1); });
  Interactive.button(row, "One step", () => { playing.stop(); moveTo(steps.value + 1); });
  Interactive.button(row, "The post's run", () => { playing.stop(); rate.set(data.rate); moveTo(data.steps); });

  /* Above: the size of both factors against the rate, with the cliff. */
  const rateAt = Interactive.scale([0, highestRate], [30, 378]);
  const sizeAt = Interactive.scale([0, 1.3], [104, 18]);
  shape("rect", { class: "grid", x: rateAt(limit), y: 18, width: 378 - rateAt(limit), height: 86, fill: "var(--figure-grid)", "fill-opacity": 0.5 }, svg);
  Interactive.axes(svg, [30, 18, 378, 104],
    [0, 0.01, 0.02, 0.03, 0.04, 0.05].map((value) => [rateAt(value), String(value)]),
    [0, 1].map((value) => [sizeAt(value), String(value)]), "learning rate", "size of the factor a step");
  shape("path", { class: "axis", "stroke-dasharray": "2 3", d: `M${rateAt(limit)} 18V104` }, svg);
  shape("text", { x: rateAt(limit) - 4, y: 98, "text-anchor": "end" }, svg, "limit");
  const rates = Array.from({ length: 281 }, (_, i) => (i * highestRate) / 280);
  names.forEach((name, i) => {
    const points = rates.map((value) => [rateAt(value), sizeAt(Math.abs(factorsAt(value)[i]))]);
    shape("path", { class: `line ${looks[i].class}`, "stroke-dasharray": looks[i].dash, d: Interactive.polyline(points) }, svg);
  });
  const rateMark = shape("path", { class: "axis" }, svg);
  const rateDots = looks.map((look) => shape("circle", { class: `dot ${look.class}`, r: 4.5 }, svg));

  /* Below: what is left of each part against the step. */
  const stepAt = Interactive.scale([0, mostSteps], [30, 342]);
  const leftAt = Interactive.scale([1e-4, 1e2], [308, 156], true);
  Interactive.axes(svg, [30, 156, 342, 308],
    [0, 100, 200, 300].map((value) => [stepAt(value), String(value)]),
    [[1e-4, "0.01 %"], [1e-2, "1 %"], [1, "100 %"]].map(([value]) => [leftAt(value), ""]), "step", "left of each part");
  for (const [value, label] of [[1e-4, "0.01 %"], [1e-2, "1 %"], [1, "100 %"]]) {
    shape("text", { x: 386, y: leftAt(value) + 4, "text-anchor": "end" }, svg, label);
  }
  const traces = looks.map((look) => shape("path", { class: `line ${look.class}`, "stroke-dasharray": look.dash }, svg));
  const stepMark = shape("path", { class: "axis" }, svg);
  const stepDots = looks.map((look) => shape("circle", { class: `dot ${look.class}`, r: 4.5 }, svg));
  const tags = names.map((name) => shape("text", { class: "strong" }, svg, name));

  function place(dot, x, y) {
    dot.setAttribute("cx", x);
    dot.setAttribute("cy", y);
  }

  function verdict(factors) {
    if (rate.value > limit) return "above it: every step makes the steep part larger";
    if (Math.abs(factors[1]) > factors[0]) return "just below it: the steep part changes side at every step and is now the slower one";
    if (factors[1] < 0) return "below it: the steep part changes side at every step, and both shrink";
    return "below it: both parts shrink";
  }

  function show() {
    const step = steps.value;
    const factors = factorsAt(rate.value);
    const left = factors.map((factor) => factor ** step);
    const [slope, intercept] = lineAfter(left);
    rateMark.setAttribute("d", `M${rateAt(rate.value)} 18V104`);
    stepMark.setAttribute("d", `M${stepAt(step)} 156V308`);
    factors.forEach((factor, i) => {
      const size = Math.max(Math.abs(factor), 1e-300);
      /* A straight line in the logarithm: it is enough to find where it leaves the frame. */
      const end = Math.min(mostSteps, Math.log(size > 1 ? 1e2 : 1e-4) / Math.log(size));
      traces[i].setAttribute("d", Interactive.polyline([[stepAt(0), leftAt(1)], [stepAt(end), leftAt(size ** end)]]));
      place(rateDots[i], rateAt(rate.value), sizeAt(Math.abs(factor)));
      place(stepDots[i], stepAt(step), leftAt(Math.max(Math.abs(left[i]), 1e-300)));
      tags[i].setAttribute("x", Math.min(stepAt(end), 306) + 4);
      tags[i].setAttribute("y", leftAt(size ** end) + (size > 1 ? 12 : -6));
    });
    const percent = left.map((value) => `${short(100 * Math.abs(value), 4)} %`);
    said.say(`The limit is ${limit.toFixed(7)} and the rate is ${verdict(factors)}. A step multiplies the flat part by `
      + `${fixed(factors[0], 5)} and the steep part by ${fixed(factors[1], 5)}. After ${step} steps ${percent[0]} of the flat `
      + `and ${percent[1]} of the steep part are left: slope ${number(slope)}, intercept ${number(intercept)}, `
      + `gap ${short(gapAfter(left))}.`);
    svg.describe(`Above, the size of the flat and the steep factor against the learning rate, marked at ${rate.value.toFixed(4)}. `
      + `Below, what is left of both parts on a logarithmic axis; at step ${step}: flat ${percent[0]}, steep ${percent[1]}.`);
  }

  function number(value) {
    return Math.abs(value) < 1e4 ? fixed(value, 8) : short(value);
  }

  show();
});
