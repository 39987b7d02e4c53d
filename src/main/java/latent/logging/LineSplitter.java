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
    public synchronized void write(int b) {
        if (b == '\n') {
            line.write(b);
            lines.accept(line.toByteArray());
            line.reset();
        } else if (line.size() < MAX_LINE_BYTES) {
            line.write(b);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }
}
