package latent.logging;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Splits output into lines, each with its line feed, and cuts lines beyond a bound. */
final class LineSplitter extends OutputStream {
    static final int MAX_LINE_BYTES = 8 << 10;

    private final Consumer<byte[]> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

    LineSplitter(Consumer<byte[]> lines) {
        this.lines = lines;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** Piece by piece, not byte by byte: a long line would cost more than all that was done for the request. */
    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        int begin = from;
        for (int at = from; at < from + length; at++) {
            if (bytes[at] == '\n') {
                take(bytes, begin, at);
                line.write('\n');
                lines.accept(line.toByteArray());
                line.reset();
                begin = at + 1;
            }
        }
        take(bytes, begin, from + length);
    }

    private void take(byte[] bytes, int from, int end) {
        line.write(bytes, from, Math.min(end - from, MAX_LINE_BYTES - line.size()));
    }
}
