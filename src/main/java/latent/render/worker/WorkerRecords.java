package latent.render.worker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import latent.logging.RepeatedWarning;
import latent.metrics.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What operators learn of workers: numbers in the metrics, and lines in the log. Thread-safe. */
final class WorkerRecords {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerRecords.class);

    private final Meters meters;
    private final Map<DeathCause, RepeatedWarning> deaths = new ConcurrentHashMap<>();

    WorkerRecords(Meters meters) {
        this.meters = meters;
    }

    /** Publishes how many there are at any time. */
    void watch(LongSupplier alive, LongSupplier poisonedOriginals) {
        meters.watch("latent.workers.alive", "Render workers that are ready or at work.", alive::getAsLong);
        meters.watch(
                "latent.originals.poisoned",
                "Originals that ended their workers, and are refused or under suspicion for it.",
                poisonedOriginals::getAsLong);
    }

    void started() {
        meters.workerStarted();
    }

    /** Once for each worker. */
    void died(DeathCause cause, String sentence) {
        meters.workerDied(cause.label());
        if (cause != DeathCause.RETIRED) {
            deaths.computeIfAbsent(cause, first -> new RepeatedWarning(LOG)).add(sentence);
        }
    }
}
