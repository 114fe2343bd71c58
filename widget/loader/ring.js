/** One soft tone, where the browser lets the page be heard. */
export function ring() {
  const audio = new AudioContext();
  const [tone, volume] = [audio.createOscillator(), audio.createGain()];
  volume.gain.setValueAtTime(0.12, 0);
  volume.gain.exponentialRampToValueAtTime(0.001, 0.6);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(0.6);
  tone.addEventListener("ended", () => audio.close());
}
