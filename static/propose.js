// Keeps a proposal in this phone until there is a network. Where this does not run, the form is sent as any other.
(function () {
  'use strict';

  var box = document.querySelector('[data-kept]');
  var form = document.querySelector('form[data-keep]');
  if (!box || !window.indexedDB || !window.fetch || !window.DOMParser) return;
  var list = box.querySelector('ul');
  var model = box.querySelector('template').content.firstElementChild;
  var words = box.dataset;
  var busy = false;
  var corrected = null;

  /* What is kept, one row for each proposal. A phone that keeps nothing sends at once. */

  function kept(mode, ask) {
    return new Promise(function (done, fail) {
      var opening = indexedDB.open('sigida-proposals', 1);
      opening.onupgradeneeded = function () {
        opening.result.createObjectStore('kept', { keyPath: 'id' });
      };
      opening.onerror = fail;
      opening.onsuccess = function () {
        var database = opening.result;
        var moving = database.transaction('kept', mode);
        var asked = ask(moving.objectStore('kept'));
        moving.onabort = fail;
        moving.oncomplete = function () {
          database.close();
          done(asked.result);
        };
      };
    });
  }

  function put(entry) {
    return kept('readwrite', function (rows) {
      return rows.put(entry);
    });
  }

  function erase(id) {
    return kept('readwrite', function (rows) {
      return rows.delete(id);
    });
  }

  function all() {
    return kept('readonly', function (rows) {
      return rows.getAll();
    }).then(function (entries) {
      return entries.sort(function (one, other) {
        return one.at - other.at;
      });
    });
  }

  function draw() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), function (byte) {
      return ('0' + byte.toString(16)).slice(-2);
    }).join('');
  }

  /* What is shown of each. */

  function textIn(entry, name) {
    var field = entry.fields.find(function (one) {
      return one[0] === name;
    });
    return field ? field[1] : '';
  }

  function itemOf(entry) {
    var item = model.cloneNode(true);
    var part = function (name) {
      return item.querySelector('[data-' + name + ']');
    };
    var say = function (name, text) {
      if (text) part(name).textContent = text;
      else part(name).remove();
    };
    say('title', textIn(entry, 'title'));
    say('need', textIn(entry, 'need'));
    say('state', words[entry.state]);
    say('why', entry.why);
    part('now').onclick = sendAll;
    part('correct').onclick = function () {
      fill(entry);
    };
    part('erase').onclick = function () {
      erase(entry.id).then(show);
    };
    if (entry.state !== 'waiting') part('now').remove();
    if (entry.state !== 'refused' || !form) part('correct').remove();
    if (entry.state === 'sending') part('erase').remove();
    return item;
  }

  function draft(entries) {
    list.textContent = '';
    entries.forEach(function (entry) {
      list.appendChild(itemOf(entry));
    });
    box.hidden = entries.length === 0;
  }

  function show() {
    return all().then(draft);
  }

  /* A picture or a voice goes back where browsers let it. */
  function fill(entry) {
    empty();
    entry.fields.forEach(function (field) {
      var input = form.elements[field[0]];
      if (!input) return;
      if (typeof field[1] === 'string') input.value = field[1];
      else if (window.DataTransfer) {
        var files = new DataTransfer();
        files.items.add(field[1]);
        input.files = files.files;
      }
    });
    corrected = entry.id;
    form.scrollIntoView();
    form.elements.title.focus();
  }

  function empty() {
    Array.from(form.elements).forEach(function (input) {
      if (input.type === 'radio') input.checked = false;
      else if (input.type !== 'select-one' && input.type !== 'submit' && input.type !== 'button') input.value = '';
    });
  }

  /* Sending what waits, one after the other. The portal takes in once what comes twice. */

  function reasonIn(html) {
    var page = new DOMParser().parseFromString(html, 'text/html');
    var told = Array.from(page.querySelectorAll('.notice.error li'));
    if (!told.length) told = Array.from(page.querySelectorAll('main p, body > p')).slice(0, 1);
    return told
      .map(function (one) {
        return one.textContent.trim();
      })
      .join(' ');
  }

  function send(entry) {
    var body = new FormData();
    entry.fields.forEach(function (field) {
      body.append(field[0], field[1]);
    });
    return fetch(entry.to, { method: 'POST', body: body, redirect: 'manual', headers: { accept: 'text/html' } }).then(
      function (answer) {
        if (answer.type === 'opaqueredirect')
          return put({ id: entry.id, at: entry.at, state: 'sent', fields: [['title', textIn(entry, 'title')]] });
        return answer.text().then(function (html) {
          entry.why = reasonIn(html);
          // Too many at a time, or the portal is ill: it goes on waiting, and the person reads why.
          if (answer.status !== 429 && answer.status < 500) entry.state = 'refused';
          return put(entry);
        });
      }
    );
  }

  function sendAll() {
    if (busy) return;
    busy = true;
    all()
      .then(function (entries) {
        var waiting = entries.filter(function (entry) {
          return entry.state === 'waiting';
        });
        draft(
          entries.map(function (entry) {
            return waiting.indexOf(entry) < 0 ? entry : Object.assign({}, entry, { state: 'sending', why: '' });
          })
        );
        return waiting.reduce(function (before, entry) {
          return before.then(function () {
            return send(entry);
          });
        }, Promise.resolve());
      })
      .catch(function () {})
      .then(show)
      .then(function () {
        busy = false;
      });
  }

  /* Whether the portal answers: a form sent into a dead link would be lost with its page. */
  function isThere() {
    if (navigator.onLine === false) return Promise.resolve(false);
    var late = new Promise(function (done) {
      setTimeout(done, 8000, false);
    });
    var asked = fetch('/healthz', { cache: 'no-store' }).then(function (answer) {
      return answer.ok;
    });
    return Promise.race([asked, late]).catch(function () {
      return false;
    });
  }

  function keep(event) {
    // Somebody still speaks: their voice comes first, and the form again.
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    var id = draw();
    var before = corrected;
    form.elements.kept.value = id;
    var fields = Array.from(new FormData(form)).filter(function (field) {
      return typeof field[1] === 'string' || field[1].size > 0;
    });
    put({ id: id, at: Date.now(), to: form.action, state: 'waiting', fields: fields })
      .then(function () {
        corrected = null;
        return before && erase(before);
      })
      .then(isThere)
      .then(
        function (there) {
          // Its answer says what became of it: another page, which lets it go.
          if (there) return form.submit();
          empty();
          busy = false;
          return show().then(function () {
            box.querySelector('h2').focus();
          });
        },
        function () {
          form.submit();
        }
      );
  }

  if (form) form.addEventListener('submit', keep);
  // Back from the answer: the page is as it was left.
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) busy = false;
  });
  window.addEventListener('online', sendAll);
  setInterval(function () {
    if (!box.hidden) sendAll();
  }, 60000);
  /* Arrived, or refused and shown in the form again: either way it is not to be sent from here. */
  (words.settled ? erase(words.settled) : Promise.resolve()).then(sendAll);
})();
