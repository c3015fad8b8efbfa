// Records a voice into the file field beside it. Where this does not run, the field takes a file as it is.
(function () {
  'use strict';

  /* What the portal makes a file for radios of, everywhere. Browsers that record nothing else keep the plain field. */
  var types = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus'];
  var type =
    window.MediaRecorder &&
    navigator.mediaDevices &&
    window.DataTransfer &&
    types.find(function (one) {
      return MediaRecorder.isTypeSupported(one);
    });

  function enhance(box) {
    var field = document.getElementById(box.dataset.recorder);
    var button = box.querySelector('[data-record]');
    var listen = box.querySelector('[data-listen]');
    var time = box.querySelector('[data-time]');
    var status = box.querySelector('[role=status]');
    var recorder = null;
    var clock = null;
    var playing = null;
    var whenKept = null;

    function show(step, words) {
      box.querySelectorAll('[data-step]').forEach(function (one) {
        one.hidden = one.dataset.step !== step;
      });
      listen.hidden = step !== 'recorded';
      time.hidden = step === 'ready';
      status.textContent = words || '';
    }

    function tell(began) {
      var seconds = Math.floor((Date.now() - began) / 1000);
      time.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
      if (seconds >= Number(box.dataset.most)) stop();
    }

    function stop() {
      if (recorder && recorder.state !== 'inactive') recorder.stop();
    }

    function keep(parts) {
      var ending = type.slice(6).split(';')[0];
      var files = new DataTransfer();
      files.items.add(new File(parts, 'voice.' + ending, { type: 'audio/' + ending }));
      field.files = files.files;
      show('recorded', status.dataset.recorded);
      if (whenKept) whenKept();
      whenKept = null;
    }

    function record(stream) {
      var parts = [];
      var began = Date.now();
      recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: Number(box.dataset.bits) || 24000 });
      recorder.ondataavailable = function (event) {
        parts.push(event.data);
      };
      recorder.onstop = function () {
        clearInterval(clock);
        // The sign of the microphone goes out with it.
        stream.getTracks().forEach(function (track) {
          track.stop();
        });
        recorder = null;
        keep(parts);
      };
      recorder.start();
      clock = setInterval(tell, 250, began);
      tell(began);
      show('recording', status.dataset.recording);
    }

    function hush() {
      if (playing) playing.close();
      playing = null;
    }

    /* Not by an address of its own, which the policy of our pages lets nothing play from. */
    function play() {
      if (playing) return hush();
      var player = (playing = new AudioContext());
      new Response(field.files[0])
        .arrayBuffer()
        .then(function (bytes) {
          return player.decodeAudioData(bytes);
        })
        .then(function (sound) {
          var source = player.createBufferSource();
          source.buffer = sound;
          source.connect(player.destination);
          source.onended = hush;
          source.start();
        })
        .catch(hush);
    }

    button.addEventListener('click', function () {
      if (recorder) return stop();
      if (button.disabled) return;
      hush();
      button.disabled = true;
      navigator.mediaDevices
        .getUserMedia({ audio: { channelCount: 1 } })
        .then(record)
        .catch(function () {
          show(field.files.length ? 'recorded' : 'ready', status.dataset.refused);
        })
        .then(function () {
          button.disabled = false;
          button.focus();
        });
    });
    listen.addEventListener('click', play);
    /* By hand: what was recorded is no longer what is sent. */
    field.addEventListener('change', function () {
      hush();
      show('ready');
    });
    /* Whoever sends while still speaking means what was said so far. */
    field.form.addEventListener('submit', function (event) {
      if (!recorder) return;
      event.preventDefault();
      whenKept = function () {
        if (field.form.requestSubmit) field.form.requestSubmit(event.submitter);
      };
      stop();
    });
    box.hidden = false;
    if ('first' in button.dataset) button.focus();
  }

  if (type) document.querySelectorAll('[data-recorder]').forEach(enhance);
})();
