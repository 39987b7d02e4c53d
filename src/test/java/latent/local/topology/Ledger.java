package latent.local.topology;

import java.util.ArrayList;
import java.util.List;

/** The table that the harness prints: one line a visit, one a set-up. */
final class Ledger {
    private final List<String> lines = new ArrayList<>();
    private final String setUp;
    private final Topology topology;
    private int visits;
    private int maxHops;
    private int loops;
    private long bytes;

    Ledger(String setUp, Topology topology) {
        this.setUp = setUp;
        this.topology = topology;
    }

    Visit note(String step, Visit visit) {
        topology.processor.settle();
        visits++;
        maxHops = Math.max(maxHops, visit.hops().size());
        loops += visit.loop() ? 1 : 0;
        bytes += visit.bytes();
        lines.add("  %-34s %2d hops %7d B  %s".formatted(step, visit.hops().size(), visit.bytes(), visit.way()));
        return visit;
    }

    int maxHops() {
        return maxHops;
    }

    int loops() {
        return loops;
    }

    /** Prints the table and answers with its last line. */
    String print() {
        String total =
                "transformations=%d, max hops=%d, loops=%d, visits=%d, asked of S3=%d, asked of processor=%d, bytes=%d"
                        .formatted(
                                topology.processor.transformations(),
                                maxHops,
                                loops,
                                visits,
                                topology.askedOfS3.get(),
                                topology.processor.requests(),
                                bytes);
        System.out.println(setUp + System.lineSeparator() + String.join(System.lineSeparator(), lines)
                + System.lineSeparator() + "  = " + total);
        return total;
    }
}
