package latent.logging;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * A warning that may be due thousands of times a second, such as one for each key while S3 is down. The first is written at once; from then on one line
 * a second says the latest and how many there were. Thread-safe.
 */
public final class RepeatedWarning {
    private final Logger log;
    private final Executor afterASecond;
    private boolean waiting;
    private long untold;
    private String latest = "";

    public RepeatedWarning(Logger log) {
        this(log, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
    }

    RepeatedWarning(Logger log, Executor afterASecond) {
        this.log = log;
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
        log.warn("{}", sentence);
        afterASecond.execute(this::tell);
    }

    private synchronized void tell() {
        if (untold == 0) {
            waiting = false;
            return;
        }
        log.warn("{} ({} of this kind since the last such line)", latest, untold);
        untold = 0;
        afterASecond.execute(this::tell);
    }
}
