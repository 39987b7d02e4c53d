package latent.logging;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;

/**
 * Faults by kind: the class of the exception and the place in our code. The first of a kind is logged with its stack trace; what follows is
 * counted, and {@link #report}, called once a second, writes one line for each kind that has happened since. Thread-safe.
 */
public final class FaultLog {
    private static final int MAX_KINDS = 200;
    private static final String OTHERS = "further kinds of faults";

    private final Logger log;
    private final Map<String, AtomicLong> unreported = new ConcurrentHashMap<>();

    public FaultLog(Logger log) {
        this.log = log;
    }

    /** Notes a fault. */
    public void add(Throwable fault) {
        String kind = kind(fault);
        if (unreported.size() >= MAX_KINDS && !unreported.containsKey(kind)) {
            kind = OTHERS;
        }
        AtomicLong count = unreported.putIfAbsent(kind, new AtomicLong());
        if (count == null) {
            log.error("fault: {}", kind, fault);
        } else {
            count.incrementAndGet();
        }
    }

    /** Writes the counts of what has happened since the last report. */
    public void report() {
        unreported.forEach((kind, count) -> {
            long times = count.getAndSet(0);
            if (times > 0) {
                log.error("fault: {}, {} times more", kind, times);
            }
        });
    }

    private static String kind(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("latent."))
                .findFirst()
                .or(() -> Arrays.stream(fault.getStackTrace()).findFirst())
                .map(place -> fault.getClass().getName() + " at " + place)
                .orElse(fault.getClass().getName());
    }
}
