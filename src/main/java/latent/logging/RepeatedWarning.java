package latent.logging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * A warning that may be due thousands of times a second, such as one for each key while S3 is down. The first is written at once; from then on
 * one line a second has the latest sentence and how many there were. All such lines of the program go through this class. Thread-safe.
 */
public final class RepeatedWarning {
    private final Consumer<String> out;
    private final Executor afterASecond;
    private boolean waiting;
    private long untold;
    private String latest = "";

    public RepeatedWarning(Logger log) {
        this(line -> log.warn("{}", line), CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
    }

    /**
     * A warning with another output and timer, for tests.
     *
     * @param out          where a line goes
     * @param afterASecond runs what it is given a second later
     */
    RepeatedWarning(Consumer<String> out, Executor afterASecond) {
        this.out = out;
        this.afterASecond = afterASecond;
    }

    /** Warns, now or within a second. */
    public synchronized void add(String sentence) {
        if (waiting) {
            untold++;
            latest = sentence;
            return;
        }
        waiting = true;
        out.accept(sentence);
        afterASecond.execute(this::tell);
    }

    private synchronized void tell() {
        if (untold == 0) {
            waiting = false;
            return;
        }
        out.accept(latest + (untold == 1 ? "" : " (" + untold + " of this kind since the last such line)"));
        untold = 0;
        afterASecond.execute(this::tell);
    }
}
