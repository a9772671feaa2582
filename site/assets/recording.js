// A film is played on the page once a reader asks for it. Nothing of its site is loaded before, and
// without this script the link beside it leads there.
(function () {
  "use strict";

  document.querySelectorAll("a[data-film]").forEach(function (link) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "recording__play";
    button.textContent = link.dataset.play;
    button.addEventListener("click", function () {
      var film = document.createElement("iframe");
      film.className = "recording__film";
      film.src = link.dataset.film;
      film.title = link.dataset.title;
      film.allow = "fullscreen; encrypted-media; picture-in-picture";
      film.referrerPolicy = "strict-origin-when-cross-origin";
      button.replaceWith(film);
      film.focus();
    });
    link.parentNode.insertAdjacentElement("afterend", button);
  });
}());
