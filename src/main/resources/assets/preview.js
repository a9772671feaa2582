// Loads the page again once it was built anew. Only previews have this.
(function () {
  'use strict';
  var build = document.currentScript.dataset.build;
  var panel = document.querySelector('.fortnight-preview details');
  var key = 'fortnight-preview-open';
  var source = null;

  if (panel) {
    panel.open = sessionStorage.getItem(key) === 'yes';
    panel.addEventListener('toggle', function () {
      sessionStorage.setItem(key, panel.open ? 'yes' : 'no');
    });
  }

  // a browser opens few connections to one host, so pages that nobody sees hold none
  function listen() {
    if (document.hidden && source) {
      source.close();
      source = null;
    } else if (!document.hidden && !source) {
      source = new EventSource('/.fortnight/events');
      source.onmessage = function (event) {
        if (event.data !== build) {
          location.reload();
        }
      };
    }
  }

  document.addEventListener('visibilitychange', listen);
  listen();
})();
