// Copies a citation when a reader asks for it. Without this script its text can be selected.
(function () {
  "use strict";

  function select(text) {
    var range = document.createRange();
    range.selectNodeContents(text);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  document.querySelectorAll("[data-copy]").forEach(function (text) {
    var line = document.createElement("p");
    var button = document.createElement("button");
    var said = document.createElement("span");
    line.className = "copy";
    button.type = "button";
    button.className = "copy__button";
    button.textContent = text.dataset.copy;
    said.className = "copy__said";
    said.setAttribute("role", "status");
    line.append(button, said);
    text.after(line);
    button.addEventListener("click", function () {
      said.textContent = "";
      // Pages that were not sent by https have no clipboard.
      var copied = navigator.clipboard
        ? navigator.clipboard.writeText(text.textContent)
        : Promise.reject(new Error("there is no clipboard"));
      copied.then(function () {
        said.textContent = text.dataset.copied;
      }, function () {
        select(text);
        said.textContent = text.dataset.selected;
      });
    });
  });
}());
