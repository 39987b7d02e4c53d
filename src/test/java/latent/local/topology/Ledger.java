package latent.local.topology;

import java.util.ArrayList;
import java.util.List;

/** The table that the harness prints: one line a visit, one a set-up. */
final class Ledger {
    private final List<String> lines = new ArrayList<>();
    private final String setUp;
    private final EmulatedTopology topology;
    private int transformations;
    private int visits;
    private int maxHops;
    private int loops;
    private long bytes;

    Ledger(String setUp, EmulatedTopology topology) {
        this.setUp = setUp;
        this.topology = topology;
    }

    /** Counts a visit, and gives it a line. */
    Visit note(String step, Visit visit) {
        int made = count(visit);
        lines.add("  %-34s %4d %14d %5d %8d  %s"
                .formatted(step, visit.hops().size(), made, visit.loop() ? 1 : 0, visit.bytes(), visit.way()));
        return visit;
    }

    /** Counts a visit like others before it; answers with what was transformed for it. */
    int count(Visit visit) {
        topology.settle();
        int made = topology.transformations() - transformations;
        transformations += made;
        visits++;
        maxHops = Math.max(maxHops, visit.hops().size());
        loops += visit.loop() ? 1 : 0;
        bytes += visit.bytes();
        return made;
    }

    String setUp() {
        return setUp;
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
                                topology.transformations(),
                                maxHops,
                                loops,
                                visits,
                                topology.askedOfS3.get(),
                                topology.requests(),
                                bytes);
        lines.add(0, "%-36s hops transformations loops    bytes".formatted(setUp));
        lines.add("  = " + total);
        System.out.println(String.join(System.lineSeparator(), lines));
        return total;
    }
}
