package latent.render.worker;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How much memory another process has resident, as often as one likes: the file in {@code /proc} stays open, and takes microseconds to read. */
final class ProcessMemory implements AutoCloseable {
    private static final int PAGE_BYTES = 4096;

    private final Optional<RandomAccessFile> statm;
    private final byte[] line = new byte[100];

    private ProcessMemory(Optional<RandomAccessFile> statm) {
        this.statm = statm;
    }

    static ProcessMemory of(long pid) {
        try {
            return new ProcessMemory(Optional.of(new RandomAccessFile("/proc/" + pid + "/statm", "r")));
        } catch (FileNotFoundException notLinux) {
            return new ProcessMemory(Optional.empty());
        }
    }

    /** In bytes; 0 where the system does not tell, or the process has gone. */
    synchronized long residentBytes() {
        try {
            if (statm.isPresent()) {
                statm.get().seek(0);
                int length = Math.max(0, statm.get().read(line));
                String[] pages = new String(line, 0, length, StandardCharsets.US_ASCII).split(" ", 3);
                return pages.length < 2 ? 0 : Long.parseLong(pages[1]) * PAGE_BYTES;
            }
        } catch (IOException gone) {
            return 0;
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        if (statm.isPresent()) {
            statm.get().close();
        }
    }
}
