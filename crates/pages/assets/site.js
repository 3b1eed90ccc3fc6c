/* Leaves the page when Shift is pressed three times. The link "Exit this page" works without this. */
(function () {
  "use strict";
  var link = document.querySelector("a.exit");
  var root = document.documentElement;
  if (!link || !root.classList || !window.addEventListener) { return; }

  var pause = 5000, presses = 0, timer = null, alone = false;
  var status = document.createElement("p");
  status.className = "vh";
  status.setAttribute("role", "status");
  document.body.appendChild(status);

  function reset() {
    presses = 0;
    clearTimeout(timer);
    status.textContent = "";
  }

  function leave() {
    reset();
    root.classList.add("leaving");
    document.title = "…";
    /* The page's own entry goes from the history; what was opened before it stays. */
    window.location.replace(link.href);
  }

  function isShift(event) {
    return event.key === "Shift" || event.keyCode === 16;
  }

  window.addEventListener("keydown", function (event) {
    if (isShift(event)) {
      if (!event.repeat) { alone = true; }
    } else {
      alone = false;
      reset();
    }
  });

  window.addEventListener("keyup", function (event) {
    if (!isShift(event) || !alone) { return; }
    alone = false;
    presses += 1;
    clearTimeout(timer);
    if (presses === 3) { leave(); return; }
    timer = setTimeout(reset, pause);
    status.textContent = presses === 1
      ? "Press Shift two more times to leave this page."
      : "Press Shift one more time to leave this page.";
  });

  window.addEventListener("mousedown", function () { alone = false; });

  link.addEventListener("click", function (event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) { return; }
    event.preventDefault();
    leave();
  });

  /* Coming back by the browser's button shows the page again. */
  var title = document.title;
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      root.classList.remove("leaving");
      document.title = title;
      reset();
    }
  });
}());
