// Tables that sort: without this script they are tables all the same.
for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (!head.textContent.trim()) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      // What is sorted is what is seen: hidden names do not betray themselves by their order.
      const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].innerText.trim();
      const order = (a, b) => key(a).localeCompare(key(b), undefined, { numeric: true });
      const number = (row) => Number(row.cells[column].dataset.sort);
      const rows = [...table.tBodies[0].rows];
      const all = rows.every((row) => row.cells[column].dataset.sort !== undefined);
      rows.sort((a, b) => (all ? number(a) - number(b) : order(a, b)) * (down ? -1 : 1));
      table.tBodies[0].append(...rows);
    });
  });
}
