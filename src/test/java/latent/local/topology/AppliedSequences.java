package latent.local.topology;

import java.util.ArrayList;
import java.util.List;
import latent.render.vips.LibvipsHere;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The sequences of the five published systems, over what {@code terraform apply} really created: the website's rules, the distributions with
 * their policies and functions, and the processor's settings are read back from the emulated AWS. Named by the rows of the README's table.
 */
abstract class AppliedSequences {
    static final String KEY = "widgets/myimage_600_400.jpg";
    static final String CACHE_CONTROL = "public, max-age=12312312";
    static final String HIT = "Hit from cloudfront";

    static final List<String> SUMMARY = new ArrayList<>();

    /** Each state is read as soon as it is there, so that no example waits for the sequences of another. */
    @BeforeAll
    static void read_what_was_applied() {
        LibvipsHere.orSkip();
        AppliedStates.begin();
    }

    @AfterAll
    static void print_the_table() {
        System.out.println("THE TOPOLOGY HARNESS, over what was applied");
        SUMMARY.stream().sorted().forEach(System.out::println);
        SUMMARY.clear();
    }

    static AppliedConfiguration applied(String state) {
        return AppliedStates.of(state);
    }

    static String printed(Ledger ledger) {
        String total = ledger.print();
        SUMMARY.add("  %-64s %s".formatted(ledger.setUp(), total));
        return total;
    }
}
