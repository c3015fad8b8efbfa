// The one script of the public pages. Every page works without it: it saves thumbs, it decides nothing.
(function () {
  'use strict';

  /* Letters that a French keyboard lacks, as keys above each field that asks for them. */

  function isSentenceStart(before) {
    return /(^|[.!?]\s+)$/.test(before);
  }

  function insert(field, letter) {
    var start = field.selectionStart;
    var end = field.selectionEnd;
    // setRangeText passes over maxlength, so it is kept here.
    if (field.maxLength >= 0 && field.value.length - (end - start) >= field.maxLength) return;
    var typed = isSentenceStart(field.value.slice(0, start)) ? letter.toUpperCase() : letter;
    field.setRangeText(typed, start, end, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function addKeys(field) {
    var bar = document.createElement('div');
    bar.className = 'keys';
    bar.setAttribute('role', 'group');
    if (field.dataset.lettersLabel) bar.setAttribute('aria-label', field.dataset.lettersLabel);
    Array.from(field.dataset.letters).forEach(function (letter) {
      var key = document.createElement('button');
      key.type = 'button';
      key.textContent = letter;
      // The field keeps the focus, else the phone's own keyboard would close at each letter.
      key.addEventListener('pointerdown', function (event) {
        event.preventDefault();
      });
      key.addEventListener('click', function () {
        insert(field, letter);
      });
      bar.appendChild(key);
    });
    field.before(bar);
  }

  document.querySelectorAll('[data-letters]').forEach(addKeys);

  /* A card's QR opens /v#CODE: the code goes into the form, and out of the address before anybody can read or share it. */

  function takeCode() {
    var code = document.querySelector('input[name=code]:not([type=hidden])');
    var digits = location.hash.replace(/%20|-/g, '').slice(1);
    if (!code || !/^\d{16}$/.test(digits)) return;
    code.value = digits.replace(/(\d{4})(?=\d)/g, '$1 ');
    history.replaceState(null, '', location.pathname + location.search);
  }

  takeCode();
  // A second card scanned into the same tab changes the fragment only and loads no page.
  window.addEventListener('hashchange', takeCode);

  /* What can wait: scripts of one form, and the worker that keeps pages seen, where no assembly's stands. */

  var reader = document.currentScript.dataset.reader;
  var workers = navigator.serviceWorker;

  function wait() {
    document.querySelectorAll('[data-later]').forEach(function (field) {
      var script = document.createElement('script');
      script.src = field.dataset.later;
      document.body.appendChild(script);
    });
    if (!workers) return;
    workers.getRegistration('/').then(function (there) {
      var worker = there && (there.installing || there.waiting || there.active);
      if (!worker || !/service-worker/.test(worker.scriptURL)) workers.register(reader, { updateViaCache: 'all' });
    });
  }

  /* A page that was kept is there before the portal is asked: what came of asking stands above it, and moves nothing. */

  if (workers && workers.controller) {
    workers.onmessage = function (event) {
      var bar = document.createElement('div');
      bar.className = 'notice warn';
      bar.setAttribute('role', 'status');
      bar.style.cssText = 'position:fixed;top:0;left:0;right:0;margin:0;z-index:9';
      document.body.prepend(bar);
      // Said aloud only where the bar was there before its words.
      bar.innerHTML = event.data;
    };
    workers.controller.postMessage({ do: 'tell' });
  }

  addEventListener('load', function () {
    setTimeout(wait, 3000);
  });

  /* An ear plays where it stands: one at a time, until it is pressed again. */

  var voice;
  var ear;

  function hush() {
    if (!ear) return;
    voice.pause();
    ear.className = 'ear';
    ear = null;
  }

  document.addEventListener('click', function (event) {
    var pressed = event.target.closest('a.ear');
    if (!pressed) return;
    event.preventDefault();
    var again = pressed === ear;
    hush();
    if (again) return;
    ear = pressed;
    ear.className = 'ear on';
    voice = new Audio(ear.href);
    voice.onended = hush;
    // What plays no such sound may still open it.
    voice.onerror = function () {
      location.href = pressed.href;
    };
    voice.play();
  });
})();
