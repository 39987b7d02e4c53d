package latent.spark;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import latent.warm.WarmReceipt;
import latent.warm.WarmReceipt.Outcome;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;

/** Counters of what tasks have done, summed by Spark. Only for the progress line: a task that is retried counts twice. The receipts are exact. */
final class WarmCounters implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String BYTES = "latent.bytes";

    private final EnumMap<Outcome, LongAccumulator> outcomes = new EnumMap<>(Outcome.class);
    private final LongAccumulator bytes;

    WarmCounters(SparkSession spark) {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, spark.sparkContext().longAccumulator(name(outcome)));
        }
        this.bytes = spark.sparkContext().longAccumulator(BYTES);
    }

    private static String name(Outcome outcome) {
        return "latent." + outcome;
    }

    void add(List<WarmReceipt> receipts) {
        for (WarmReceipt receipt : receipts) {
            counter(outcomes, receipt.outcome()).add(1L);
            bytes.add(receipt.outcome() == Outcome.MADE ? receipt.bytes() : 0L);
        }
    }

    /** Of the tasks that are done, and of those that run what they last said. */
    Counted counted(Map<String, Long> running) {
        EnumMap<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        outcomes.forEach(
                (outcome, counter) -> counts.put(outcome, counter.value() + running.getOrDefault(name(outcome), 0L)));
        return new Counted(counts, bytes.value() + running.getOrDefault(BYTES, 0L));
    }

    private static LongAccumulator counter(EnumMap<Outcome, LongAccumulator> outcomes, Outcome outcome) {
        return java.util.Objects.requireNonNull(outcomes.get(outcome));
    }

    /** Renditions by what became of them, and the bytes of those that were made. */
    record Counted(Map<Outcome, Long> counts, long bytes) {
        long all() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        long of(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }
    }
}
