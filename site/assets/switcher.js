// The versions of this site: a list that stays on the same page, and a notice on an older edition.
// Everything here is an addition; without it, or when it fails, each page reads as it stands.
(function () {
  "use strict";

  var script = document.currentScript;
  var place = document.getElementById("versions");
  if (!script || !place || !window.fetch || !window.URL) { return; }

  // The page says in its language what is written here.
  var words = place.dataset;
  function say(text, number) { return text.replace("%s", function () { return number; }); }

  // …/assets/switcher.js stands at the top of its tree; a tree is the root, working/ or editions/N/.
  var tree = new URL("../", script.src).href;
  var inside = /^(.*\/)(editions\/\d+\/|working\/)$/.exec(tree);
  var root = inside ? inside[1] : tree;
  var here = inside ? inside[2] : "";

  // The page's path in its tree; a page outside it (404.html at any depth) counts as the tree's home.
  var address = location.origin + location.pathname;
  var path = address.indexOf(tree) === 0 ? address.slice(tree.length).replace(/(^|\/)index\.html$/, "$1") : "";

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }

  function dateText(date) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date || "")) { return ""; }
    try {
      return new Intl.DateTimeFormat(document.documentElement.lang || "en-GB",
        { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(date + "T00:00:00Z"));
    } catch (unsupported) {
      return date;
    }
  }

  // Goes to the same page in the other tree, or to that tree's home when the page is not there.
  function follow(event) {
    var link = event.currentTarget;
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) { return; }
    event.preventDefault();
    fetch(link.href, { method: "HEAD" }).then(
      function (answer) { location.assign(answer.ok ? link.href : link.dataset.home); },
      function () { location.assign(link.href); });
  }

  // An edition kept as an archive has one page only, its home.
  function link(tree, text, archived) {
    var made = element("a", "", text);
    made.href = root + tree + (archived ? "" : path);
    made.dataset.home = root + tree;
    made.addEventListener("click", follow);
    return made;
  }

  function show(versions) {
    var editions = (Array.isArray(versions.editions) ? versions.editions : []).filter(function (edition) {
      return edition && Number.isInteger(edition.number) && edition.path === "editions/" + edition.number + "/";
    }).sort(function (a, b) { return b.number - a.number; });
    var latest = Number.isInteger(versions.latest) ? versions.latest : editions.length ? editions[0].number : null;
    var number = here === "working/" ? null : here ? Number(here.split("/")[1]) : latest;
    if (!editions.length && !versions.working || latest === null && !inside) { return; }

    var details = element("details", "versions");
    var summary = element("summary", "versions__summary");
    summary.appendChild(element("span", "govuk-visually-hidden", words.choose + " "));
    summary.appendChild(element("span", "versions__label",
      here === "working/" ? words.working : say(words.edition, number)));
    details.appendChild(summary);
    var list = element("ul", "versions__list");

    function add(tree, text, note, current, archived) {
      var item = element("li");
      var made = link(tree, text, archived);
      if (note) { made.appendChild(document.createTextNode(" ")); made.appendChild(element("span", "versions__date", note)); }
      if (current) { made.setAttribute("aria-current", "true"); }
      item.appendChild(made);
      list.appendChild(item);
    }

    if (versions.working) { add("working/", words.working, words.unreviewed, here === "working/"); }
    editions.forEach(function (edition) {
      var newest = edition.number === latest;
      var date = dateText(edition.date);
      add(newest ? "" : edition.path, say(words.edition, edition.number),
        newest ? date ? words.newest + ", " + date : words.newest
          : edition.archived === true ? date ? date + ", " + words.archive : words.archive : date,
        edition.number === number, edition.archived === true);
    });
    details.appendChild(list);
    details.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && details.open) { details.open = false; summary.focus(); }
    });
    details.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !details.contains(event.relatedTarget)) { details.open = false; }
    });
    document.addEventListener("click", function (event) {
      if (!details.contains(event.target)) { details.open = false; }
    });
    place.appendChild(details);
    place.hidden = false;

    if (number !== null && latest !== null && number < latest) {
      // At the foot of the window, so that nothing on the page moves.
      var notice = element("div", "older");
      notice.setAttribute("role", "status");
      document.body.appendChild(notice);
      document.documentElement.classList.add("has-notice");
      var text = element("p", "govuk-width-container", say(words.older, number) + " ");
      text.appendChild(link("", say(words.samePage, latest)));
      text.appendChild(document.createTextNode("."));
      notice.appendChild(text);
    }
  }

  fetch(root + "versions.json", { credentials: "same-origin" })
    .then(function (answer) { return answer.ok ? answer.json() : null; })
    .then(function (versions) { if (versions && typeof versions === "object") { show(versions); } })
    .catch(function () { /* no list of versions: the page stays as it is */ });
}());
