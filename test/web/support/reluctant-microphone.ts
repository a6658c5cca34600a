/**
 * Run in the page. The first time the microphone is given, it takes longer than the service waits for a stream to begin (5 s);
 * the second time, until the reader has left the page; then there is none, and then it is refused. What has become of the last
 * one stands in `<html data-microphone>`: asked, live, ended.
 */
export const reluctantMicrophone = `
  const tell = (state) => { document.documentElement.dataset.microphone = state; };
  const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const faulty = (name) => async () => { throw new DOMException('', name); };
  const afterLeaving = async () => { while (location.pathname === '/talk') await later(50); };
  const reluctance = [() => later(5_500), afterLeaving, faulty('NotFoundError'), faulty('NotAllowedError')];
  const devices = navigator.mediaDevices;
  const given = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    tell('asked');
    await reluctance.shift()?.();
    const microphone = await given(wanted);
    for (const track of microphone.getTracks()) {
      const stop = track.stop.bind(track);
      track.stop = () => { stop(); tell(track.readyState); };
      tell(track.readyState);
    }
    return microphone;
  };
`;
