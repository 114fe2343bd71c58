/** One soft tone, where the browser lets the page be heard. */
export function ring() {
  const audio = new AudioContext();
  const volume = audio.createGain();
  const tone = audio.createOscillator();
  volume.gain.value = 0.1;
  tone.connect(volume).connect(audio.destination);
  tone.onended = () => audio.close();
  tone.start();
  tone.stop(0.3);
}
