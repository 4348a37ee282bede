/* Drag a line through the twenty points; each error is the side of a square, and their areas add up to the SSE. */
"use strict";

Interactive.start("line", (data, stage) => {
  const { shape, fixed, short } = Interactive;
  const [left, right] = [30, 378];
  const line = { top: 22, bottom: 212 };  // the panel with the line
  const errorsBelow = { top: 244, bottom: 394 };  // the panel with the errors, enlarged
  const unit = 15;  // pixels of one unit of error, and so of the squares' sides
  const perY = (line.bottom - line.top) / 60;
  const xAt = (value) => left + ((right - left) * value) / 10;
  const yAt = (value) => line.bottom - perY * value;
  const zero = (errorsBelow.top + errorsBelow.bottom) / 2;
  const pull = { far: 9, near: 1 };  // where the line has its two handles

  const slope = Interactive.slider(stage, {
    label: "Slope", min: 2, max: 8, step: 0.01, value: data.guess[0], words: (value) => value.toFixed(2), input: show,
  });
  const intercept = Interactive.slider(stage, {
    label: "Intercept", min: 0, max: 20, step: 0.01, value: data.guess[1], words: (value) => value.toFixed(2), input: show,
  });
  const row = Interactive.buttons(stage);
  for (const [text, numbers] of [["The guess", data.guess], ["The truth", data.truth], ["Least squares, rounded", data.best]]) {
    Interactive.button(row, text, () => moveTo(numbers));
  }
  const svg = Interactive.drawing(stage, 388, 426);
  const said = Interactive.readout(stage);

  const ticks = [0, 2, 4, 6, 8, 10].map((value) => [xAt(value), String(value)]);
  const heights = [0, 20, 40, 60].map((value) => [yAt(value), String(value)]);
  const sizes = [-4, -2, 0, 2, 4].map((value) => [zero - unit * value, fixed(value, 0)]);
  Interactive.axes(svg, [left, line.top, right, line.bottom], ticks, heights, "", "y");
  Interactive.axes(svg, [left, errorsBelow.top, right, errorsBelow.bottom], ticks, sizes, "x", "error");
  shape("text", { x: left + 8, y: 16 }, svg, "all squares as one; outlined: the smallest");
  const [above, below] = [line, errorsBelow].map(({ top, bottom }, i) => {
    const clip = shape("clipPath", { id: `line-frame-${i}` }, svg);
    shape("rect", { x: left, y: top, width: right - left, height: bottom - top }, clip);
    return shape("g", { "clip-path": `url(#line-frame-${i})` }, svg);
  });
  const total = shape("rect", { class: "area c0", x: left + 8, y: line.top + 8 }, above);
  const least = Math.sqrt(data.smallest) * unit;
  shape("rect", { class: "line c1", x: left + 8, y: line.top + 8, width: least, height: least }, above);
  const sticks = shape("path", { class: "line c0" }, above);
  const drawn = shape("path", { class: "line c1" }, above);
  data.x.forEach((x, i) => shape("circle", { class: "dot c0", cx: xAt(x), cy: yAt(data.y[i]), r: 3 }, above));
  const squares = data.x.map(() => shape("rect", { class: "area c0" }, below));
  shape("path", { class: "line c1", d: `M${left} ${zero}H${right}` }, below);
  const dots = data.x.map((x) => shape("circle", { class: "dot c0", cx: xAt(x), r: 3 }, below));
  const handles = [pull.near, pull.far].map((x) => shape("circle", { class: "line c1 handle", cx: xAt(x), r: 10 }, svg));

  function moveTo([a, b]) {
    slope.set(a);
    intercept.set(b);
    show();
  }

  /* The dragged end follows the pointer, the other end stays; both numbers keep two decimals. */
  handles.forEach((handle, i) => {
    let other = null;
    const [here, there] = i === 0 ? [pull.near, pull.far] : [pull.far, pull.near];
    handle.addEventListener("pointerdown", (event) => {
      handle.setPointerCapture(event.pointerId);
      other = slope.value * there + intercept.value;
    });
    handle.addEventListener("pointermove", (event) => {
      if (other === null) return;
      const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      slope.set(((line.bottom - place.y) / perY - other) / (here - there));
      intercept.set(other - slope.value * there);
      show();
    });
    for (const end of ["pointerup", "pointercancel"]) handle.addEventListener(end, () => { other = null; });
  });

  function show() {
    const [a, b] = [slope.value, intercept.value];
    const errors = data.x.map((x, i) => data.y[i] - a * x - b);
    const sse = errors.reduce((sum, error) => sum + error ** 2, 0);
    errors.forEach((error, i) => {
      const side = Math.abs(error) * unit;
      const square = { x: xAt(data.x[i]), y: zero - Math.max(error, 0) * unit, width: side, height: side };
      for (const [name, value] of Object.entries(square)) squares[i].setAttribute(name, value);
      dots[i].setAttribute("cy", zero - error * unit);
    });
    for (const name of ["width", "height"]) total.setAttribute(name, Math.sqrt(sse) * unit);
    sticks.setAttribute("d", data.x.map((x, i) => `M${xAt(x)} ${yAt(data.y[i])}V${yAt(a * x + b)}`).join(""));
    drawn.setAttribute("d", `M${xAt(0)} ${yAt(b)}L${xAt(10)} ${yAt(10 * a + b)}`);
    [pull.near, pull.far].forEach((x, i) => {
      handles[i].setAttribute("cy", Math.min(line.bottom, Math.max(line.top, yAt(a * x + b))));
    });
    const points = errors.filter((error) => error > 0).length;
    const score = `Slope ${fixed(a, 2)}, intercept ${fixed(b, 2)}: SSE ${fixed(sse, 4)}, `
      + `${short(sse / data.smallest, 5)} times the smallest possible`;
    said.say(`${score}, ${fixed(data.smallest, 4)}. ${points} points are above the line.`);
    svg.describe(`${data.x.length} points and a line; below, the error of each point and its square. ${score}.`);
  }

  show();
});
