/* The race: every runner's own loop from one start, a lane for each, and one runner that readers set themselves. */
"use strict";

Interactive.start("race", (data, stage) => {
  const { shape, fixed, short } = Interactive;
  const n = data.x.length;
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / n;

  /* The loss in a runner's own coordinates z = (x - shift) / spread: Hessian, minimum, gradient and excess. */
  function bowlOf({ shift, spread }) {
    const z = data.x.map((x) => (x - shift) / spread);
    const [zz, z1, zy, y1] = [mean(z.map((v) => v * v)), mean(z), mean(z.map((v, i) => v * data.y[i])), mean(data.y)];
    const slope = (zy - z1 * y1) / (zz - z1 * z1);
    const best = [slope, y1 - slope * z1];
    const off = ([a, b]) => [a - best[0], b - best[1]];
    return {
      best,
      gradient(line) { const [a, b] = off(line); return [2 * (zz * a + z1 * b), 2 * (z1 * a + b)]; },
      excess(line) { const [a, b] = off(line); return (n * (zz * a * a + 2 * z1 * a * b + b * b)) / data.smallest; },
    };
  }

  const methods = {
    descent(bowl, { rate, momentum }) {
      let before = data.start;
      return (now) => {
        const gradient = bowl.gradient(now);
        const next = now.map((value, i) => value - rate * gradient[i] + momentum * (value - before[i]));
        before = now;
        return next;
      };
    },
    adam(bowl, { rate }) {
      const [decay, squareDecay] = [0.9, 0.999];  // Adam's usual settings, as on the page
      const [average, square] = [[0, 0], [0, 0]];
      let step = 0;
      return (now) => {
        step += 1;
        return bowl.gradient(now).map((gradient, i) => {
          average[i] = decay * average[i] + (1 - decay) * gradient;
          square[i] = squareDecay * square[i] + (1 - squareDecay) * gradient ** 2;
          const typical = Math.sqrt(square[i] / (1 - squareDecay ** step)) + 1e-8;
          return now[i] - (rate * average[i]) / (1 - decay ** step) / typical;
        });
      };
    },
    newton: (bowl) => () => bowl.best,
  };

  /* Run to the end at once: the excess at every step, and the first and the lasting crossing of the finish. */
  function race(runner) {
    const bowl = bowlOf(runner);
    const advance = methods[runner.method](bowl, runner);
    const excess = new Float64Array(data.last + 1);
    let now = data.start;
    for (let step = 0; step <= data.last; step += 1) {
      excess[step] = bowl.excess(now);
      now = advance(now);
    }
    const first = excess.findIndex((value) => value <= data.finish);
    const good = excess.findLastIndex((value) => !(value <= data.finish)) + 1;
    return { ...runner, excess, first, good };
  }

  const own = { name: "yours", method: "descent", shift: 0, spread: 1, rate: 0.06, momentum: 0.5 };
  const runs = [...data.runners.map(race), race(own)];
  const yours = runs.length - 1;
  const stops = [...new Set([...Array(21).keys(), ...Array.from({ length: 110 }, (_, i) => Math.round(20 * 1.0535 ** i)),
    ...runs.map((run) => run.first), data.last])].filter((step) => step >= 0 && step <= data.last).sort((a, b) => a - b);
  let step = 0;

  const time = Interactive.slider(stage, {
    label: "Steps", min: 0, max: stops.length - 1, step: 1, value: 0, words: (index) => String(stops[index]),
    input: (index) => { playing.stop(); step = stops[index]; show(); },
  });
  const row = Interactive.buttons(stage);
  const svg = Interactive.drawing(stage, 388, 34 + 26 * runs.length + 32);
  const said = Interactive.readout(stage);
  const playing = Interactive.player(row, said, (elapsed) => {
    if (step >= data.last) step = 0;
    clock = Math.max(clock, Math.log10(step + 1)) + elapsed / 3000;  // a factor of ten in three seconds
    moveTo(Math.floor(10 ** clock - 1));
    return step < data.last;
  }, () => { clock = 0; show(); });
  let clock = 0;
  Interactive.button(row, "One step", () => { playing.stop(); moveTo(step + 1); });
  Interactive.button(row, "Next to finish", () => {
    playing.stop();
    moveTo(Math.min(data.last, ...runs.map((run) => run.first).filter((first) => first > step)));
  });
  Interactive.button(row, "To the start", () => { playing.stop(); moveTo(0); });
  const settings = { min: 0, step: 0.01, words: (value) => value.toFixed(2), input: enter };
  const rate = Interactive.slider(stage, {
    ...settings, label: "Your learning rate", min: 0.001, max: 0.15, step: 0.001, value: own.rate, words: (value) => value.toFixed(3),
  });
  const momentum = Interactive.slider(stage, { ...settings, label: "Your momentum", max: 0.99, value: own.momentum });

  const placeOf = Interactive.scale([1e4, 1e-3], [14, 322], true);
  const bottom = 30 + 26 * runs.length;
  const marks = [[1e4, "10⁴"], [1e2, "100"], [1, "1"], [data.finish, String(data.finish)]];
  Interactive.axes(svg, [14, 24, 322, bottom], marks.map(([value, label]) => [placeOf(value), label]), [], "excess of the SSE");
  shape("path", { class: "axis", "stroke-width": 2, "stroke-dasharray": "2 2", d: `M${placeOf(data.finish)} 20V${bottom}` }, svg);
  shape("text", { x: placeOf(data.finish), y: 14, "text-anchor": "middle" }, svg, "finish");
  shape("text", { x: 386, y: 14, "text-anchor": "end" }, svg, "steps");
  const lanes = runs.map((run, i) => {
    const y = 46 + 26 * i;
    const look = { descent: run.momentum ? "c4" : "c3", adam: "neutral", newton: "c1" }[run.method];
    shape("text", { x: 18, y: y - 7 }, svg, run.name);
    return { y, trail: shape("path", { class: `line ${look}` }, svg), dot: shape("circle", { class: `dot ${look}`, cy: y, r: 4.5 }, svg),
      count: shape("text", { class: "strong", x: 386, y: y + 4, "text-anchor": "end" }, svg) };
  });

  function moveTo(next) {
    step = Math.min(data.last, next);
    time.set(stops.findLastIndex((stop) => stop <= step));
    show();
  }

  function enter() {
    playing.stop();
    runs[yours] = race({ ...own, rate: rate.value, momentum: momentum.value });
    show();
  }

  const crossed = (run) => run.first >= 0 && run.first <= step;

  function outcome(run) {
    if (!Number.isFinite(run.excess[data.last]) || run.excess[data.last] > run.excess[0]) return "diverges";
    if (run.first < 0) return `does not arrive in ${data.last} steps`;
    return `crosses after ${run.first} steps and is there for good after ${run.good}`;
  }

  function show() {
    runs.forEach((run, i) => {
      const { y, trail, dot, count } = lanes[i];
      const here = Number.isNaN(run.excess[step]) ? Infinity : run.excess[step];
      trail.setAttribute("d", `M${placeOf(run.excess[0])} ${y}H${placeOf(Math.max(here, 1e-300))}`);
      dot.setAttribute("cx", placeOf(Math.max(here, 1e-300)));
      count.textContent = crossed(run) ? `${run.first}${here > data.finish ? ", out" : ""}` : "";
    });
    const list = (some) => some.map((run) => `${run.name} after ${run.first}`).join("; ");
    const there = runs.filter(crossed).sort((a, b) => a.first - b.first);
    const outside = there.filter((run) => run.excess[step] > data.finish).map((run) => run.name);
    const arrived = `Step ${step}: ${there.length} of ${runs.length} runners have crossed the finish line`;
    said.say(`${arrived}${there.length ? `: ${list(there)}` : ""}.${outside.length ? ` Outside again: ${outside.join("; ")}.` : ""} `
      + `Yours, at rate ${fixed(runs[yours].rate, 3)} and momentum ${fixed(runs[yours].momentum, 2)}, ${outcome(runs[yours])}.`);
    svg.describe(`${runs.length} lanes with a runner each, the finish line on the right. ${arrived}. `
      + `Excess of yours: ${short(runs[yours].excess[step])}.`);
  }

  show();
});
