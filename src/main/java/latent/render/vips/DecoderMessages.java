package latent.render.vips;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import latent.render.jpeg.DecoderVerdict;

/**
 * The warnings of libjpeg in this process that may mean damage. libvips goes on after a warning and keeps its text, with those of errors, for the
 * process and not for the picture; of JPEG in TIFF it goes to GLib's log. Thread-safe.
 */
final class DecoderMessages {
    private static final int KEPT = 64;

    private final Deque<String> latest = new ArrayDeque<>();
    private long count;

    /** How many there were so far. */
    synchronized long count() {
        return count;
    }

    synchronized void note(String text) {
        text.lines().filter(DecoderVerdict::isSuspicion).forEach(line -> {
            latest.addLast(line);
            count++;
            if (latest.size() > KEPT) {
                latest.removeFirst();
            }
        });
    }

    /** Those that came after there had been so many; the last of them when there are very many. */
    synchronized List<String> since(long before) {
        long wanted = Math.min(latest.size(), count - before);
        return latest.stream().skip(latest.size() - wanted).toList();
    }
}
