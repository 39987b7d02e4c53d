package latent.render.worker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import latent.logging.RepeatedWarning;
import latent.metrics.Meters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Metrics and log lines about workers. Thread-safe. */
final class WorkerRecords {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerRecords.class);

    private final Meters meters;
    private final AtomicBoolean toldOfRefusals = new AtomicBoolean();
    private final Map<DeathCause, RepeatedWarning> deaths = new ConcurrentHashMap<>();

    WorkerRecords(Meters meters) {
        this.meters = meters;
    }

    /** Publishes how many there are at any time, how much memory they have, and that they may die of something. */
    void watch(LongSupplier alive, LongSupplier residentBytes, LongSupplier poisonedOriginals) {
        for (DeathCause cause : DeathCause.values()) {
            meters.expectWorkerDeath(cause.label());
        }
        meters.watch(
                "latent.workers.resident.bytes",
                "Resident memory of all render workers; what they share is counted for each.",
                residentBytes::getAsLong);
        meters.watch("latent.workers.alive", "Render workers that are ready or at work.", alive::getAsLong);
        meters.watch(
                "latent.originals.poisoned",
                "Originals that ended their workers, and are refused or under suspicion for it.",
                poisonedOriginals::getAsLong);
    }

    /**
     * A worker is ready.
     *
     * @param openTo       what its sandbox does not forbid
     * @param sharesMemory whether originals need no pipe
     */
    void started(List<String> openTo, boolean sharesMemory) {
        meters.workerStarted();
        if ((!openTo.isEmpty() || !sharesMemory) && !toldOfRefusals.getAndSet(true)) {
            LOG.warn(
                    "This system refuses part of the sandbox of the render workers, and they go on without it: not kept from {}; originals come"
                            + " {}. Renditions are the same; a hostile file that takes over its decoder can do more.",
                    openTo.isEmpty() ? "nothing" : String.join(", ", openTo),
                    sharesMemory ? "by shared memory" : "through a pipe");
        }
    }

    /** A rendition was made, from the file or from what had been decoded for the one before. */
    void decoded(boolean reused) {
        meters.decoded(reused ? "kept" : "file");
    }

    /** Once for each worker. */
    void died(DeathCause cause, String sentence) {
        meters.workerDied(cause.label());
        if (cause != DeathCause.RETIRED) {
            deaths.computeIfAbsent(cause, first -> new RepeatedWarning(LOG)).add(sentence);
        }
    }
}
